import type { ViewerContext } from '#access';
import { placeName } from '#companies';
import { languageName } from '#kernel/language-names.ts';
import { inLanguage, type LocalisedText } from '#kernel/localised.ts';
import { conceptNames } from '#vocabulary';
import { licenceNames } from './db/changes.db.ts';
import type { Explanation, Nearness, Standing } from './domain/explanation.ts';
import type { FairnessTerm } from './domain/fairness.ts';
import type { ScorePart } from './domain/vectors.ts';
import { scoreOfPoint } from './domain/weights.ts';

/** The reasons of a pair in the viewer's language, ready for a page; the same for both sides. */
export interface MatchView {
  readonly standing: Standing;
  readonly points: number;
  readonly fits: readonly (
    | { kind: 'skill'; name: string; level?: 1 | 2 | 3 | undefined; essential: boolean }
    | { kind: 'occupation'; name: string; nearness: Nearness; years: number }
    | { kind: 'language'; name: string; needed: string }
    | { kind: 'licence'; name: string }
  )[];
  readonly missing: readonly (
    | { kind: 'skill'; name: string; essential: boolean }
    | { kind: 'licence'; name: string; code: string; opens?: number | undefined }
  )[];
  /** Missing skills for which another of the same group of skills gives a part. */
  readonly near: readonly { name: string; by: string; essential: boolean; group: 'same' | 'above' }[];
  /** The points part by part, to a tenth: what was got, and what the part is worth. */
  readonly parts: readonly { part: ScorePart; got: number; of: number }[];
  /** What moves the job down in this person's list; the points themselves are not touched. */
  readonly terms: readonly FairnessTerm[];
  readonly wished: Explanation['wished'];
  readonly stops: readonly (
    | { kind: 'travel-area'; place: string }
    | { kind: 'language'; name: string; needed: string; has?: string | undefined }
    | { kind: 'licence'; name: string }
    | { kind: 'working-time'; times: readonly string[] }
    | { kind: 'need-ended' }
  )[];
  readonly unknown: Explanation['unknown'];
  readonly weightsVersion: number;
}

/** A score in points of a hundred, to a tenth. */
const tenths = (score: number) => Math.round((score * 10) / scoreOfPoint) / 10;

/**
 * Explanations with names in the viewer's language. `opens` tells how many jobs one missing licence would open, `terms` what
 * moves each in the list.
 */
export async function matchViews(
  context: ViewerContext,
  explanations: readonly Explanation[],
  {
    opens,
    terms,
  }: { opens?: ReadonlyMap<string, number>; terms?: readonly (readonly FairnessTerm[])[] } = {},
): Promise<MatchView[]> {
  const { language } = context.viewer;
  const uris = new Set<string>();
  const codes = new Set<string>();
  for (const row of explanations) {
    for (const { by } of row.near) uris.add(by);
    for (const fact of [...row.fits, ...row.missing, ...row.stops]) {
      if ('uri' in fact) uris.add(fact.uri);
      if ('code' in fact) codes.add(fact.code);
    }
  }
  const concepts = await conceptNames(context, [...uris]);
  const licences = await licenceNames(context, [...codes]);
  const named = (names: LocalisedText | undefined, otherwise: string) =>
    (names ? inLanguage(names, language).text : '') || otherwise;
  const concept = (uri: string) => named(concepts.get(uri), uri);
  const licence = (code: string) => named(licences.get(code), code);
  return explanations.map((explanation, at) => ({
    standing: explanation.standing,
    points: explanation.points,
    fits: explanation.fits.map((fact) => {
      if (fact.kind === 'skill')
        return { kind: 'skill', name: concept(fact.uri), level: fact.level, essential: fact.essential };
      if (fact.kind === 'occupation')
        return { kind: 'occupation', name: concept(fact.uri), nearness: fact.nearness, years: fact.years };
      if (fact.kind === 'language')
        return { kind: 'language', name: languageName(fact.language, language), needed: fact.needed };
      return { kind: 'licence', name: licence(fact.code) };
    }),
    missing: explanation.missing.map((fact) =>
      fact.kind === 'skill'
        ? { kind: 'skill', name: concept(fact.uri), essential: fact.essential }
        : { kind: 'licence', name: licence(fact.code), code: fact.code, opens: opens?.get(fact.code) },
    ),
    near: explanation.near.map(({ uri, by, essential, group }) => ({
      name: concept(uri),
      by: concept(by),
      essential,
      group,
    })),
    parts: explanation.parts.map(({ part, got, of }) => ({ part, got: tenths(got), of: tenths(of) })),
    terms: terms?.[at] ?? [],
    wished: explanation.wished,
    stops: explanation.stops.map((stop) => {
      if (stop.kind === 'travel-area')
        return { kind: 'travel-area', place: placeName(stop.municipalityCode, language) };
      if (stop.kind === 'language')
        return {
          kind: 'language',
          name: languageName(stop.language, language),
          needed: stop.needed,
          has: stop.has,
        };
      if (stop.kind === 'licence') return { kind: 'licence', name: licence(stop.code) };
      return stop;
    }),
    unknown: explanation.unknown,
    weightsVersion: explanation.weightsVersion,
  }));
}
