import { canonicalJson } from '#kernel/canonical-json.ts';
import type { Day } from '#kernel/days.ts';
import { explain } from './explanation.ts';
import type { Need, OccupationFacts, Profile } from './profile.ts';
import { findWeights, type Weights } from './weights.ts';

/** Everything that a pair's reasons were counted from, as plain data. */
export interface Inputs {
  readonly profile: Profile;
  readonly need: Need;
  readonly today: Day;
  readonly fields: number;
  /** What the vocabulary said on that day of the occupations and skills of the pair. */
  readonly vocabulary: {
    readonly isco: Readonly<Record<string, string>>;
    readonly essential: Readonly<Record<string, readonly string[]>>;
    readonly groups: Readonly<Record<string, readonly string[]>>;
  };
}

/** A kept result: with which weights, from what, and what came out. Both texts are canonical JSON. */
export interface StoredMatch {
  readonly weightsVersion: number;
  readonly inputs: string;
  readonly result: string;
}

/**
 * The reasons of a pair with everything they were counted from, so that they can be counted again when the person, the
 * need and the vocabulary have changed. Consents are not in it: what was open is already left out of the profile.
 */
export function storedResult(
  pair: { readonly profile: Profile; readonly need: Need; readonly today: Day; readonly fields: number },
  facts: OccupationFacts,
  weights: Weights,
): StoredMatch {
  const inputs = { ...pair, profile: { ...pair.profile, sharings: [] }, vocabulary: about(pair, facts) };
  return {
    weightsVersion: weights.version,
    inputs: canonicalJson(inputs),
    result: counted(inputs, weights),
  };
}

/** The result counted again from what was kept; undefined when the weights are not known any more. */
export function reproduced(kept: Pick<StoredMatch, 'weightsVersion' | 'inputs'>): string | undefined {
  const weights = findWeights(kept.weightsVersion);
  return weights && counted(JSON.parse(kept.inputs) as Inputs, weights);
}

function counted({ profile, need, today, fields, vocabulary }: Inputs, weights: Weights): string {
  const facts: OccupationFacts = {
    isco: (uri) => vocabulary.isco[uri],
    essentialOf: (uri) => vocabulary.essential[uri] ?? [],
    groupsOf: (uri) => vocabulary.groups[uri] ?? [],
  };
  return canonicalJson(explain(profile, need, today, fields, facts, weights));
}

function about(
  { profile, need }: { readonly profile: Profile; readonly need: Need },
  facts: OccupationFacts,
): Inputs['vocabulary'] {
  const held = profile.occupations.map(({ uri }) => uri);
  const occupations = [
    ...held,
    ...profile.wishOccupations,
    ...(need.occupationUri ? [need.occupationUri] : []),
  ];
  const essential = Object.fromEntries(held.map((uri) => [uri, facts.essentialOf(uri)]));
  const skills = [
    ...profile.skills.map(({ uri }) => uri),
    ...Object.values(essential).flat(),
    ...need.essential,
    ...need.optional,
  ];
  return {
    isco: Object.fromEntries(
      occupations.flatMap((uri) => {
        const isco = facts.isco(uri);
        return isco === undefined ? [] : [[uri, isco]];
      }),
    ),
    essential,
    groups: Object.fromEntries(
      skills.flatMap((uri) => {
        const groups = facts.groupsOf(uri);
        return groups.length === 0 ? [] : [[uri, groups]];
      }),
    ),
  };
}
