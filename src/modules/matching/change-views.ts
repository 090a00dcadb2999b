import type { ViewerContext } from '#access';
import { placeName } from '#companies';
import { languageName } from '#kernel/language-names.ts';
import { inLanguage, type LocalisedText } from '#kernel/localised.ts';
import { conceptNames } from '#vocabulary';
import { licenceNames } from './db/changes.db.ts';
import { type Change, changeKey, changeOf } from './domain/changes.ts';
import { type PeopleChange, peopleChange, type Step } from './domain/steps.ts';

/** A change in the viewer's language: a page makes a sentence of it. `key` goes back to the server as it is. */
export interface ChangeView {
  readonly key: string;
  readonly side: Change['side'];
  readonly kind: Change['kind'];
  /** The name of what is changed; of a working time its code. */
  readonly name: string;
  /** The level of a language; absent when the language is not asked at all. */
  readonly level?: string | undefined;
}

/** One step for a person, with exact numbers: the jobs are the person's own. */
export interface StepView extends ChangeView {
  readonly fitting: number;
  readonly listed: number;
}

/** One easing of a need, with numbers of people that may be told. */
export interface EasingView extends ChangeView, PeopleChange {}

/** Changes as they were chosen on a page; what is not a change is passed over, and a few are enough. */
export function chosenChanges(keys: readonly string[]): Change[] {
  const found = new Map<string, Change>();
  for (const key of keys) {
    const change = changeOf(key);
    if (change && found.size < 10) found.set(changeKey(change), change);
  }
  return [...found.values()];
}

/** Names for changes, in their order. */
export async function changeViews(context: ViewerContext, changes: readonly Change[]): Promise<ChangeView[]> {
  const { language } = context.viewer;
  const concepts = await conceptNames(
    context,
    changes.flatMap((change) => ('uri' in change ? [change.uri] : [])),
  );
  const licences = await licenceNames(
    context,
    changes.flatMap((change) => ('code' in change ? [change.code] : [])),
  );
  const named = (names: LocalisedText | undefined, otherwise: string) =>
    (names ? inLanguage(names, language).text : '') || otherwise;
  const nameOf = (change: Change): string => {
    if ('uri' in change) return named(concepts.get(change.uri), change.uri);
    if ('code' in change) return named(licences.get(change.code), change.code);
    if ('municipalityCode' in change) return placeName(change.municipalityCode, language);
    return change.kind === 'time' ? change.time : languageName(change.language, language);
  };
  return changes.map((change) => ({
    key: changeKey(change),
    side: change.side,
    kind: change.kind,
    name: nameOf(change),
    level: change.kind === 'language' ? change.cefr : undefined,
  }));
}

/** Steps of a person with names and numbers. */
export async function stepViews(context: ViewerContext, steps: readonly Step[]): Promise<StepView[]> {
  const views = await changeViews(
    context,
    steps.map(({ change }) => change),
  );
  return views.map((view, at) => ({ ...view, fitting: steps[at]!.fitting, listed: steps[at]!.listed }));
}

/** Easings of a need with names, and how many people each would bring. */
export async function easingViews(
  context: ViewerContext,
  steps: readonly Step[],
  before: number,
): Promise<EasingView[]> {
  const views = await changeViews(
    context,
    steps.map(({ change }) => change),
  );
  return views.map((view, at) => ({ ...view, ...peopleChange(before, before + steps[at]!.fitting) }));
}
