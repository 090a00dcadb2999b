import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import { type CountableFact, countableFacts, countUpTo, isCountable, pilotFigureOn } from '#insight';
import { addDays, type Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { type Cell, hidden, suppressCount, unknown } from '#kernel/small-numbers.ts';
import { listPilots } from '#pilots';
import { defineUseCase } from '#use-case';
import {
  findHead,
  type KeptPromises,
  listValues,
  type ProjectHead,
  readPromises,
} from '../db/promises-read.db.ts';
import {
  countsPersons,
  endOfHalfYear,
  followUp,
  type HalfYear,
  halfYearOf,
  halfYearsOf,
  isOwnRegister,
  type KeptIndicator,
  latestOf,
  reachedShare,
} from '../domain/indicators.ts';
import { mayWriteProject, readsProjects } from '../policies.ts';
import { factKey, projectReleases } from './project-release.ts';

/**
 * The indicators of a project, planned against actual at the end of each half-year. Values come from Polku's own facts, or
 * were entered with evidence; persons under the limit are hidden, and what is not given is unknown, never 0.
 */
export const openIndicators = defineUseCase({
  name: 'projects.open-indicators',
  purpose: 'steering',
  input: z.object({ projectId: Id }),
  policy: readsProjects,
  audit: { kind: 'none', why: 'counts of facts with small numbers hidden' },
  refusals: ['project-not-found'],
  async run(context, { projectId }) {
    const head = await findHead(context, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const promises = await readPromises(context, head);
    const halves = head.startsOn && head.endsOn ? halfYearsOf(head.startsOn, head.endsOn) : [];
    const values = await listValues(context, projectId);
    const pilots = await listPilots(context);
    const indicators = [];
    for (const indicator of promises.indicators.filter(({ kind }) => kind !== 'common')) {
      const own = values.filter(({ indicatorId }) => indicatorId === indicator.id);
      const actual = await actualOf(context, head, promises, indicator, halves, own);
      const rows = followUp(
        halves,
        indicator,
        new Map(Object.entries(indicator.planned)),
        actual,
        context.today,
      );
      const latest = latestOf(rows);
      indicators.push({
        ...indicator,
        joinedTo: promises.links.filter(({ to }) => to === indicator.id).map(({ from }) => from),
        leadsTo: promises.links.filter(({ from }) => from === indicator.id).map(({ to }) => to),
        rows,
        latest,
        reached: reachedShare(indicator, latest),
        values: own.map(({ value, ...entered }) => ({
          ...entered,
          cell: cellOf(indicator, value, context.today),
        })),
      });
    }
    const writes = await mayWriteProject(context, projectId);
    return ok({
      head,
      halves,
      today: context.today,
      indicators,
      goals: promises.goals,
      measures: promises.measures,
      facts: Object.entries(countableFacts).map(([code, fact]) => ({ code, ...fact })),
      pilots: pilots.map(({ pilotId, names }) => ({ pilotId, names })),
      pilotIds: promises.pilotIds,
      actions: { change: writes },
    });
  },
});

/** A value as it may be shown: a small number of persons is hidden whoever entered it. */
export function cellOf(
  indicator: Pick<KeptIndicator, 'unit' | 'source' | 'kind'>,
  value: number,
  today: Day,
): Cell {
  const persons =
    indicator.source?.kind === 'fact' && isCountable(indicator.source.fact)
      ? countableFacts[indicator.source.fact].who === 'persons'
      : countsPersons(indicator.unit);
  if (!persons || !Number.isInteger(value) || value < 0) return { kind: 'number', value };
  return suppressCount(value, { limit: smallNumberLimitOn(today), showZero: true });
}

async function actualOf(
  context: ViewerContext,
  head: ProjectHead,
  promises: KeptPromises,
  indicator: KeptIndicator,
  halves: readonly HalfYear[],
  entered: readonly { countedOn: Day; value: number }[],
): Promise<Map<HalfYear, Cell>> {
  const { source } = indicator;
  // A test that Polku keeps is the value, whatever was typed beside it before.
  const counted =
    source?.kind === 'fact'
      ? source.fact
      : source && isOwnRegister(source.name)
        ? 'company-readiness'
        : undefined;
  if (counted === undefined) {
    // The first of a half-year is the latest, because the list begins with the latest day.
    const cells = new Map<HalfYear, Cell>();
    for (const { countedOn, value } of entered) {
      const half = halfYearOf(countedOn);
      if (!cells.has(half)) cells.set(half, cellOf(indicator, value, context.today));
    }
    return cells;
  }
  const fact = counted;
  const past = halves.filter((half) => half <= halfYearOf(context.today));
  if (!isCountable(fact) || past.length === 0 || head.startsOn === undefined) return new Map();
  const days = past.map((half) => {
    const end = endOfHalfYear(half);
    return end < context.today ? end : context.today;
  });
  const cells =
    countableFacts[fact].who === 'persons'
      ? await releasedOf(context, head, promises, fact, days)
      : (
          await actingAsSystem(context, 'counting what was promised, over everybody', (system) =>
            countUpTo(system, fact, {
              projectId: head.projectId,
              pilotIds: promises.pilotIds,
              from: head.startsOn!,
              days,
            }),
          )
        ).map((value): Cell => (value === undefined ? unknown : { kind: 'number', value }));
  return new Map(past.map((half, at) => [half, cells[at]!]));
}

/**
 * People are told as they were released by each day: a step in the project's only pilot from the pilot's releases, any other
 * from the project's own. Of a project without a pilot a step is not known.
 */
async function releasedOf(
  context: ViewerContext,
  { projectId }: ProjectHead,
  { pilotIds }: KeptPromises,
  fact: CountableFact,
  days: readonly Day[],
): Promise<Cell[]> {
  const { cohort } = countableFacts[fact];
  if (cohort && pilotIds.length === 0) return days.map(() => unknown);
  if (cohort && pilotIds.length === 1) {
    const cells: Cell[] = [];
    for (const day of days) cells.push(await pilotFigureOn(context, pilotIds[0]!, fact, day));
    return cells;
  }
  return actingAsSystem(context, 'reading what was released', async (system) => {
    const releases = await projectReleases(system, projectId);
    return days.map((day): Cell => {
      const known = releases.filter((release) => release.day <= addDays(day, 1));
      if (known.length === 0) return unknown;
      const last = known.findLast(({ counts }) => counts.get(factKey(fact)) !== undefined);
      return last ? { kind: 'number', value: last.counts.get(factKey(fact))! } : hidden;
    });
  });
}
