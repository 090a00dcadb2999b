import { municipalitiesOfEmploymentArea, municipalityOn } from '#areas';
import type { Day } from '#kernel/days.ts';
import {
  type Draft,
  notMoreThan,
  type Offered,
  type Relation,
  type Release,
  type Secret,
  sumOf,
  tellable,
} from '#releases';
import {
  type PersonBreakdown,
  type PersonFigure,
  personBreakdowns,
  personFigures,
} from '../domain/pilot-figures.ts';

/** The classes of a breakdown and how they are merged; they stand whether anybody is in them or not. */
export interface Classes {
  readonly fine: readonly string[];
  readonly merged: ReadonlyMap<string, readonly string[]>;
}
export type AllClasses = Readonly<Record<PersonBreakdown, Classes>>;

/** How a list of a figure is told: class by class, merged, or not in this release. */
type Level = 'fine' | 'merged' | 'none';

/** Counts of a pilot on a day: how many passed each step, and by the class of each breakdown. */
export type PilotCounts = Readonly<
  Record<PersonFigure, { total: number } & Readonly<Record<PersonBreakdown, ReadonlyMap<string, number>>>>
>;

/** What the release of a pilot tells besides counts of people. */
export interface PilotDetails {
  /** Figures told anew in this release, with the keys of each list that is told, in their order. */
  readonly lists: Readonly<
    Partial<Record<PersonFigure, Readonly<Partial<Record<PersonBreakdown, readonly string[]>>>>>
  >;
  readonly medianDaysToJob?: number | undefined;
  readonly companies: {
    readonly total: number;
    readonly kind: readonly { key: string; count: number }[];
    readonly size_class: readonly { key: string; count: number }[];
  };
}

export const totalKey = (figure: PersonFigure) => `${figure}/all`;
export const classKey = (figure: PersonFigure, by: PersonBreakdown, of: string) => `${figure}/${by}/${of}`;
/** A merged class; one that is a single class keeps its key. */
const mergedKey = (figure: PersonFigure, by: PersonBreakdown, of: string, parts: readonly string[]) =>
  parts.length === 1 ? classKey(figure, by, parts[0]!) : `${figure}/${by}+/${of}`;

/** The classes by which people of an area are told; the centre is its largest municipality. */
export function classesOf(areaCode: string | undefined, day: Day): AllClasses {
  const places = areaCode === undefined ? [] : municipalitiesOfEmploymentArea(areaCode, day);
  const [centre] = places.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0));
  const others = [
    ...places.filter((place) => place !== centre).map(({ code }) => code),
    'elsewhere',
    'not-told',
  ];
  return {
    age_band: {
      fine: ['under-25', '25-29', '30-44', '45-64'],
      merged: new Map([
        ['under-30', ['under-25', '25-29']],
        ['30-64', ['30-44', '45-64']],
      ]),
    },
    language_group: { fine: ['domestic', 'other'], merged: new Map() },
    municipality_code: {
      fine: [...(centre ? [centre.code] : []), ...others],
      merged: new Map<string, string[]>([
        ...(centre ? [[centre.code, [centre.code]] as [string, string[]]] : []),
        ['others', others],
      ]),
    },
  };
}

/** The class that a municipality of home stands under. */
export function placeClass(classes: AllClasses, code: string, day: Day): string {
  if (code === 'not-told') return code;
  const now = municipalityOn(code, day)?.code ?? code;
  return classes.municipality_code.fine.includes(now) ? now : 'elsewhere';
}

/**
 * What of a pilot's counts may be told, beside all its earlier releases. A figure is told anew when it has changed by the
 * limit or more since it was last told; a list is merged when less than half of its classes could be told, and left out when
 * it would show less than the one told last.
 */
export async function releaseOfPilot(
  counts: PilotCounts,
  classes: AllClasses,
  earlier: readonly Release<PilotDetails>[],
  limit: number,
): Promise<{ counts: Map<string, number | undefined>; relations: Relation[]; lists: PilotDetails['lists'] }> {
  const renewed = personFigures.filter((figure) => {
    const last = lastTold(earlier, totalKey(figure));
    return last === undefined || Math.abs(counts[figure].total - last) >= limit;
  });
  const levels = Object.fromEntries(
    renewed.map((figure) => [
      figure,
      Object.fromEntries(
        personBreakdowns.map((by) => [by, firstLevel(counts[figure][by], classes[by], limit)]),
      ) as Record<PersonBreakdown, Level>,
    ]),
  ) as Partial<Record<PersonFigure, Record<PersonBreakdown, Level>>>;
  for (;;) {
    const draft = draftOf(counts, classes, levels, earlier, limit);
    const { told } = await tellable(draft, earlier, limit);
    let changed = false;
    for (const figure of renewed)
      for (const by of personBreakdowns) {
        const level = levels[figure]![by];
        const next = nextLevel({ figure, by, level, told, classes, earlier });
        if (next !== level) changed = true;
        levels[figure]![by] = next;
      }
    if (changed) continue;
    const kept = new Map<string, number | undefined>(told);
    for (const key of draft.quiet ?? []) kept.set(key, undefined);
    const relations = draft.relations.filter(({ terms }) => terms.every(([key]) => kept.has(key)));
    const lists = Object.fromEntries(
      renewed.map((figure) => [
        figure,
        Object.fromEntries(
          personBreakdowns.flatMap((by) => {
            const level = levels[figure]![by];
            return level === 'none' ? [] : [[by, keysOfLevel(figure, by, level, classes)]];
          }),
        ),
      ]),
    );
    return { counts: kept, relations, lists };
  }
}

/** The finest level that is not out of the question from the beginning, whatever else has to be hidden. */
function firstLevel(list: ReadonlyMap<string, number>, { fine, merged }: Classes, limit: number): Level {
  const large = (parts: readonly string[]) =>
    parts.reduce((sum, part) => sum + (list.get(part) ?? 0), 0) >= limit;
  const told = fine.filter((of) => large([of])).length;
  // One hidden class is the total less the others: two at least are hidden, or none.
  const tellable = told === fine.length ? told : Math.min(told, fine.length - 2);
  if (tellable > 0 && tellable * 2 >= fine.length) return 'fine';
  return merged.size > 0 && [...merged.values()].every(large) ? 'merged' : 'none';
}

function nextLevel(asked: {
  figure: PersonFigure;
  by: PersonBreakdown;
  level: Level;
  told: ReadonlyMap<string, number | undefined>;
  classes: AllClasses;
  earlier: readonly Release<PilotDetails>[];
}): Level {
  const { figure, by, level, told, classes, earlier } = asked;
  if (level === 'none') return level;
  const keys = keysOfLevel(figure, by, level, classes);
  const numbers = keys.filter((key) => told.get(key) !== undefined).length;
  const before = earlier.findLast(({ details }) => details.lists[figure]?.[by] !== undefined);
  const shownBefore = (before?.details.lists[figure]?.[by] ?? []).filter(
    (key) => before?.counts.get(key) !== undefined,
  ).length;
  if (level === 'fine' && numbers * 2 >= keys.length && numbers >= shownBefore) return level;
  if (level === 'fine' && classes[by].merged.size > 0) return 'merged';
  return level === 'merged' && numbers > 0 && numbers >= shownBefore ? level : 'none';
}

/** The keys of a list that is told class by class or merged. */
function keysOfLevel(
  figure: PersonFigure,
  by: PersonBreakdown,
  level: 'fine' | 'merged',
  classes: AllClasses,
): string[] {
  return level === 'fine'
    ? classes[by].fine.map((of) => classKey(figure, by, of))
    : [...classes[by].merged].map(([of, parts]) => mergedKey(figure, by, of, parts));
}

function lastTold(earlier: readonly Release[], key: string): number | undefined {
  return earlier.findLast(({ counts }) => counts.get(key) !== undefined)?.counts.get(key);
}

/** How much a reader loses with the classes of a figure: who takes part and who got work are asked first. */
const weights: Readonly<Record<PersonFigure, number>> = {
  invited: 1,
  joined: 6,
  mapped: 2,
  consented: 3,
  introduced: 4,
  interviewed: 4,
  employed: 6,
};

/** More is lost with a sum than with a class, and with a large class than with a small one. */
const loss = (figure: PersonFigure, value: number, isTotal = false) =>
  (value + 1) * (isTotal ? 1_000 : weights[figure]);

function draftOf(
  counts: PilotCounts,
  classes: AllClasses,
  levels: Partial<Record<PersonFigure, Record<PersonBreakdown, Level>>>,
  earlier: readonly Release<PilotDetails>[],
  limit: number,
): Draft {
  const offered: Offered[] = [];
  const quiet: string[] = [];
  const beside = new Map<string, number | undefined>([['few', limit - 1]]);
  const relations: Relation[] = [];
  const secrets: Secret[] = [];
  for (const figure of personFigures) {
    const own = counts[figure];
    const level = levels[figure];
    const last = earlier.findLast(({ counts: then }) => then.get(totalKey(figure)) !== undefined);
    if (level) offered.push({ key: totalKey(figure), value: own.total, loss: loss(figure, own.total, true) });
    else {
      // Not told anew: everybody knows that it has changed by few, and it bounds the other figures.
      beside.set(totalKey(figure), undefined);
      if (last) relations.push(changedByFew(totalKey(figure), `${last.day}|${totalKey(figure)}`));
    }
    for (const by of personBreakdowns) {
      const { fine, merged } = classes[by];
      for (const of of fine) {
        const key = classKey(figure, by, of);
        if (!level) beside.set(key, undefined);
        else if (level[by] === 'fine') {
          const value = own[by].get(of) ?? 0;
          offered.push({ key, value, loss: loss(figure, value) });
        } else if (level[by] !== 'merged' || !alone(merged, of)) quiet.push(key);
      }
      relations.push(
        sumOf(
          totalKey(figure),
          fine.map((of) => classKey(figure, by, of)),
        ),
      );
      if (level?.[by] !== 'merged') continue;
      for (const [of, parts] of merged) {
        const key = mergedKey(figure, by, of, parts);
        const value = parts.reduce((sum, part) => sum + (own[by].get(part) ?? 0), 0);
        offered.push({ key, value, loss: loss(figure, value) });
        if (parts.length > 1)
          relations.push(
            sumOf(
              key,
              parts.map((part) => classKey(figure, by, part)),
            ),
          );
      }
    }
    // Nobody joins who was not invited, and nobody does anything in the pilot who has not joined.
    const within = figure === 'invited' ? undefined : figure === 'joined' ? 'invited' : 'joined';
    if (within === undefined) continue;
    for (const by of personBreakdowns) {
      for (const of of classes[by].fine)
        relations.push(notMoreThan(classKey(figure, by, of), classKey(within, by, of)));
      if (!level) continue;
      const groups = [...classes[by].fine.map((of) => [of]), ...classes[by].merged.values()];
      // The difference of two steps in all is no count of its own; of what class those few are is a secret.
      const few = Math.min(limit, counts[within].total - own.total + 1);
      for (const parts of groups) secrets.push({ ...missingOf(figure, within, by, parts), enough: few });
    }
  }
  return { offered, quiet, beside, relations, secrets, rises };
}

/** Who of a class has not come as far: of those who joined the ones without a consent, of those invited who did not join. */
const missingOf = (
  figure: PersonFigure,
  within: PersonFigure,
  by: PersonBreakdown,
  parts: readonly string[],
): Secret => ({
  key: `${within} without ${figure}: ${by} ${parts.join(' ')}`,
  terms: parts.flatMap((of): Secret['terms'] => [
    [classKey(within, by, of), 1],
    [classKey(figure, by, of), -1],
  ]),
  onlySmall: true,
});

/** Is a class a merged class by itself? */
const alone = (merged: Classes['merged'], of: string) =>
  [...merged.values()].some((parts) => parts.length === 1 && parts[0] === of);

const changedByFew = (now: string, then: string): Relation => ({
  terms: [
    [now, 1],
    [then, -1],
    ['few', -1],
  ],
  is: 'at-most',
});

/** What has happened to somebody has happened for good; a consent may end, and people grow older. */
function rises(key: string): boolean {
  return !key.startsWith('consented/') && !key.includes('/age_band');
}
