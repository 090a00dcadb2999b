import { newId } from '#kernel/ids.ts';
import { allGoals, allIndicators, allMeasures, type ProgrammeContent } from './content.ts';
import type { CoordinatorDraft, GoalDraft, ProgrammeDraft } from './draft.ts';

/** A name as it is compared: without case, marks of punctuation and doubled spaces. */
export function plainName(text: string): string {
  return text
    .toLocaleLowerCase('fi')
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The names of coordinators in one cell of a document: "Kaakkois-Suomen ELY-keskus ja TE-toimisto" is two, and the
 * second is named in full when `known` has one that ends so (004:78, 004:84: the same TE-toimisto).
 */
export function coordinatorNames(cell: string, known: readonly string[] = []): string[] {
  const names = cell
    .split(/\s+(?:ja|sekä|och|samt|and)\s+|\s*[,;/]\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map(
    (name) => known.find((full) => full !== name && plainName(full).endsWith(` ${plainName(name)}`)) ?? name,
  );
}

/**
 * The draft with one list of coordinators: everybody named under a goal or a measure is in it, and an alias is replaced
 * by the name it stands for.
 */
export function withCoordinators(draft: ProgrammeDraft): ProgrammeDraft {
  const list: CoordinatorDraft[] = draft.coordinators.map((one) => ({ ...one }));
  const find = (name: string) =>
    list.find((one) => [one.name, ...one.aliases].some((known) => plainName(known) === plainName(name)));
  const named = (name: string): string => {
    const known = find(name);
    if (known) return known.name;
    list.push({ name, aliases: [] });
    return name;
  };
  const settle = (names: readonly string[]) => [...new Set(names.map(named))];
  const goal = (one: GoalDraft): GoalDraft => ({
    ...one,
    coordinators: settle(one.coordinators),
    measures: one.measures.map((measure) => ({
      ...measure,
      coordinators: settle(measure.coordinators),
    })),
    goals: one.goals.map(goal),
  });
  const goals = draft.goals.map(goal);
  return { ...draft, goals, coordinators: list };
}

export type PartKind = 'theme' | 'goal' | 'measure' | 'indicator' | 'coordinator';

/** Every part of a programme that keeps its identity. */
export function partsOf(content: ProgrammeContent): { id: string; kind: PartKind }[] {
  const as = (kind: PartKind) => (part: { id: string }) => ({ id: part.id, kind });
  return [
    ...content.themes.map(as('theme')),
    ...allGoals(content.goals).map(as('goal')),
    ...allMeasures(content).map(as('measure')),
    ...allIndicators(content).map(as('indicator')),
    ...content.coordinators.map(as('coordinator')),
  ];
}

/**
 * The draft with an id for every part. A part keeps the id it came with; one without takes that of the part of the same
 * name in the version before, so that a corrected file goes on with the links and reports of the former one. `make`
 * makes the rest.
 */
export function withIds(
  draft: ProgrammeDraft,
  before?: ProgrammeContent,
  make: () => string = newId,
): ProgrammeContent {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  const note = (kind: PartKind, place: string, id: string) => known.set(`${kind} ${place}`, id);
  if (before) {
    for (const theme of before.themes) note('theme', plainName(theme.title), theme.id);
    for (const one of before.coordinators) note('coordinator', plainName(one.name), one.id);
    for (const goal of allGoals(before.goals)) {
      note('goal', plainName(goal.title), goal.id);
      for (const each of goal.indicators) note('indicator', `${goal.id} ${plainName(each.name)}`, each.id);
      for (const measure of goal.measures) {
        note('measure', `${goal.id} ${plainName(measure.title)}`, measure.id);
        for (const each of measure.indicators)
          note('indicator', `${measure.id} ${plainName(each.name)}`, each.id);
      }
    }
  }
  const idOf = (kind: PartKind, place: string, own: string | undefined): string => {
    const former = known.get(`${kind} ${place}`);
    const id = own ?? (former !== undefined && !taken.has(former) ? former : make());
    taken.add(id);
    return id;
  };
  const goal = (one: GoalDraft): ProgrammeContent['goals'][number] => {
    const id = idOf('goal', plainName(one.title), one.id);
    const indicatorsUnder = (owner: string, list: GoalDraft['indicators']) =>
      list.map((each) => ({
        ...each,
        id: idOf('indicator', `${owner} ${plainName(each.name)}`, each.id),
      }));
    return {
      ...one,
      id,
      indicators: indicatorsUnder(id, one.indicators),
      measures: one.measures.map((measure) => {
        const measureId = idOf('measure', `${id} ${plainName(measure.title)}`, measure.id);
        return { ...measure, id: measureId, indicators: indicatorsUnder(measureId, measure.indicators) };
      }),
      goals: one.goals.map(goal),
    };
  };
  return {
    ...draft,
    coordinators: draft.coordinators.map((one) => ({
      ...one,
      id: idOf('coordinator', plainName(one.name), one.id),
    })),
    themes: draft.themes.map((one) => ({ ...one, id: idOf('theme', plainName(one.title), one.id) })),
    goals: draft.goals.map(goal),
  };
}
