import { actingAsSystem, type ViewerContext } from '#access';
import { addDays, type Day } from '#kernel/days.ts';
import { type Cell, hidden, unknown } from '#kernel/small-numbers.ts';
import { findPilot } from '#pilots';
import { releasesOf } from '#releases';
import { countUpTo } from '../db/countable.db.ts';
import { companiesHelped } from '../db/pilot-facts.db.ts';
import { type CountableFact, countableFacts, isCountable } from '../domain/countable.ts';
import { type Figure, figures } from '../domain/pilot-figures.ts';
import { pilotReleases, toldFigure } from './pilot-figures-common.ts';
import { areaKey, areaSubject } from './release-area.ts';

/** The facts that are counted over the whole area, in no project and no pilot. */
export const areaFacts = (Object.keys(countableFacts) as CountableFact[]).filter(
  (fact) => !countableFacts[fact].cohort && fact !== 'company-readiness',
);

export const isAreaFact = (name: string): name is CountableFact =>
  isCountable(name) && areaFacts.includes(name);

/**
 * The figure of a pilot as it stands on a day, for those who promised it elsewhere too (an indicator of a programme).
 * Counts of people are those of the releases; unknown when the pilot or the figure is not there, or has not begun.
 */
export async function pilotFigureOn(
  context: ViewerContext,
  pilotId: string,
  figure: string,
  day: Day,
): Promise<Cell> {
  return actingAsSystem(context, 'counting what was promised, over everybody', async (system) => {
    const pilot = await findPilot(system, pilotId);
    if (!pilot || !(figures as readonly string[]).includes(figure) || day < pilot.startsOn) return unknown;
    const until = day < pilot.endsOn ? day : pilot.endsOn;
    if (figure === 'companies-helped')
      return { kind: 'number', value: await companiesHelped(system, pilot.startsOn, until) };
    // The release of the day after tells what had happened by the day.
    const releases = (await pilotReleases(system, pilotId)).filter(
      (release) => release.day <= addDays(day, 1),
    );
    return toldFigure(releases, figure as Figure).cell;
  });
}

/** What a pilot has told last of a figure by a day, and in the release of which day. */
export async function pilotToldOn(
  system: ViewerContext,
  pilotId: string,
  figure: Figure,
  day: Day,
): Promise<{ value: number; day: Day } | undefined> {
  const releases = (await pilotReleases(system, pilotId)).filter((release) => release.day <= day);
  const { cell, day: toldOn } = toldFigure(releases, figure);
  return cell.kind === 'number' && toldOn !== undefined ? { value: cell.value, day: toldOn } : undefined;
}

/**
 * A fact of the whole area in a time, both ends in. People are told from the first day of a half-year, as they were released
 * by the last day; before such a release, and of an unknown fact, nothing is known.
 */
export async function areaFactIn(context: ViewerContext, fact: string, from: Day, to: Day): Promise<Cell> {
  if (!isAreaFact(fact)) return unknown;
  if (countableFacts[fact].who === 'persons') return areaPeople(context, fact, from, to);
  return actingAsSystem(context, 'counting facts of the area, over everybody', async (system) => {
    const [value] = await countUpTo(system, fact, { pilotIds: [], from, days: [to] });
    return value === undefined ? unknown : { kind: 'number', value };
  });
}

function areaPeople(context: ViewerContext, fact: string, from: Day, to: Day): Promise<Cell> {
  const key = areaKey(fact, from);
  return actingAsSystem(context, 'reading what was released', async (system) => {
    const releases = (await releasesOf(system, areaSubject)).filter(
      ({ day, counts }) => day <= addDays(to, 1) && counts.has(key),
    );
    const last = releases.findLast(({ counts }) => counts.get(key) !== undefined);
    if (last) return { kind: 'number', value: last.counts.get(key)! };
    return releases.length > 0 ? hidden : unknown;
  });
}
