import { z } from 'zod';
import { system, type ViewerContext } from '#access';
import { municipalityOn } from '#areas';
import { addDays, addMonths, type Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { ok } from '#kernel/result.ts';
import { listPilots, type Pilot } from '#pilots';
import { addRelease, releasesOf } from '#releases';
import { defineUseCase } from '#use-case';
import {
  breakDown,
  companiesHelped,
  companiesHelpedBy,
  countSteps,
  daysToJob,
} from '../db/pilot-facts.db.ts';
import { median, personBreakdowns, personFigures } from '../domain/pilot-figures.ts';
import {
  type AllClasses,
  classesOf,
  type PilotCounts,
  type PilotDetails,
  placeClass,
  releaseOfPilot,
} from './pilot-release.ts';

/** The subject of a pilot's releases. */
export const pilotSubject = (pilotId: string) => `pilot:${pilotId}`;

/**
 * Background work at the turn of a month: the figures of each pilot, as they were before the first of the month. Made once
 * for a month; of a pilot that has ended until the month after its end.
 */
export const releasePilots = defineUseCase({
  name: 'insight.release-pilots',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: 'counts that passed their audit; nobody can be told apart' },
  refusals: [],
  async run(context) {
    const day: Day = `${context.today.slice(0, 7)}-01`;
    let released = 0;
    for (const pilot of await listPilots(context)) {
      if (pilot.startsOn >= day || addMonths(pilot.endsOn, 2) < day) continue;
      if (await releasePilot(context, pilot, day)) released += 1;
    }
    return ok({ released });
  },
});

async function releasePilot(system: ViewerContext, pilot: Pilot, day: Day): Promise<boolean> {
  const subject = pilotSubject(pilot.pilotId);
  const earlier = await releasesOf<PilotDetails>(system, subject);
  if (earlier.some((release) => release.day >= day)) return false;
  const until = addDays(day, -1) < pilot.endsOn ? addDays(day, -1) : pilot.endsOn;
  const limit = smallNumberLimitOn(day);
  const { counts, classes } = await countPilot(system, pilot, until);
  const made = await releaseOfPilot(counts, classes, earlier, limit);
  const days = made.lists.employed ? await daysToJob(system, pilot.pilotId, until) : [];
  const before = earlier.at(-1)?.details.medianDaysToJob;
  const by = async (feature: 'kind' | 'size_class') =>
    (await companiesHelpedBy(system, pilot.startsOn, until, feature)).map(({ key, count }) => ({
      key,
      count,
    }));
  const details: PilotDetails = {
    lists: made.lists,
    medianDaysToJob: days.length >= limit ? median(days) : before,
    companies: {
      total: await companiesHelped(system, pilot.startsOn, until),
      kind: await by('kind'),
      size_class: await by('size_class'),
    },
  };
  await addRelease(system, subject, { day, counts: made.counts, relations: made.relations, details });
  return true;
}

async function countPilot(
  system: ViewerContext,
  { pilotId }: Pilot,
  until: Day,
): Promise<{ counts: PilotCounts; classes: AllClasses }> {
  const steps = await countSteps(system, pilotId, until);
  const homes = await breakDown(system, pilotId, 'invited', 'municipality_code', until);
  const classes = classesOf(commonArea(homes, until), until);
  const counts: Record<string, unknown> = {};
  for (const figure of personFigures) {
    const lists: Record<string, Map<string, number>> = {};
    for (const by of personBreakdowns) {
      const list = new Map<string, number>();
      for (const { key, count } of await breakDown(system, pilotId, figure, by, until)) {
        const of = by === 'municipality_code' ? placeClass(classes, key, until) : key;
        list.set(of, (list.get(of) ?? 0) + count);
      }
      lists[by] = list;
    }
    counts[figure] = { total: steps.get(figure) ?? 0, ...lists };
  }
  return { counts: counts as PilotCounts, classes };
}

/** The employment area in which most of the people live. */
function commonArea(homes: readonly { key: string; count: number }[], day: Day): string | undefined {
  const people = new Map<string, number>();
  for (const { key, count } of homes) {
    const area = key === 'not-told' ? undefined : municipalityOn(key, day)?.employmentAreaCode;
    if (area !== undefined) people.set(area, (people.get(area) ?? 0) + count);
  }
  return [...people].sort((a, b) => b[1] - a[1])[0]?.[0];
}
