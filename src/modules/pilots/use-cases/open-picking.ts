import { z } from 'zod';
import { actingAsSystem, holds, may, type ViewerContext } from '#access';
import { birthYearsOf, homesOf, namesOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { countPicks, findPicking, listPicks, memberIds } from '../db/pilots.db.ts';
import { pickBars, pickInvitations, pickShows, pickSorts } from '../domain/codes.ts';
import type { Pick } from '../domain/picking.ts';

/** A row of a picking: who it is is told of the viewer's own clients alone. */
export interface PickRow extends Omit<Pick, 'clientId'> {
  /** Its place in the whole picking, by which the row is known without saying whose it is. */
  no: number;
  invited: boolean;
  clientId?: string;
  name?: string;
  birthYear?: number;
  homeCode?: string;
}

/** A picking with its weights, and its picks with their reasons; names only of the viewer's own clients. */
export const openPicking = defineUseCase({
  name: 'pilots.open-picking',
  purpose: 'pilot',
  input: listInput({
    sorts: pickSorts,
    filters: { show: z.enum(pickShows), invited: z.enum(pickInvitations), bar: z.enum(pickBars) },
  }).extend({ pilotId: Id, pickingId: Id.optional() }),
  policy: may('pilots:read-picking', { case: 'rows' }),
  refusals: ['not-found', 'invalid-cursor'],
  async run(context, { pilotId, pickingId, ...asked }) {
    const picking = await findPicking(context, pickingId ? { pickingId } : { pilotId });
    if (!picking) return err({ code: 'not-found' });
    const steers = holds(context, 'pilots:pick');
    const read = (eyes: ViewerContext) => listPicks(eyes, picking.pickingId);
    const picks = steers
      ? await actingAsSystem(context, 'points and reasons without names', read)
      : await read(context);
    const counts = await actingAsSystem(context, 'counts of a picking', (system) =>
      countPicks(system, picking.pickingId),
    );
    const invited = await actingAsSystem(context, 'who is invited already', (system) =>
      memberIds(system, pilotId),
    );
    const ids = steers ? [] : picks.map((pick) => pick.clientId);
    const names = await namesOf(context, ids);
    const years = await birthYearsOf(context, [...names.keys()]);
    const homes = await homesOf(context, [...names.keys()]);
    const rows = picks.map(({ clientId, ...pick }, at): PickRow => {
      const name = names.get(clientId);
      const birthYear = years.get(clientId);
      const homeCode = homes.get(clientId);
      return {
        ...pick,
        no: at + 1,
        invited: invited.has(clientId),
        ...(name === undefined ? {} : { clientId, name: name.full }),
        ...(birthYear === undefined ? {} : { birthYear }),
        ...(homeCode === undefined ? {} : { homeCode }),
      };
    });
    const page = pageFromRows(
      rows,
      {
        name: 'picking',
        id: (row) => String(row.no),
        sorts: {
          // Those barred have no place and stand last, in the order of the picking.
          place: (row) => [row.rank === 0 ? undefined : row.rank, row.no],
          name: (row) => [row.name, row.no],
          points: (row) => [row.points, row.no],
          invited: (row) => [!row.invited, row.no],
        },
        sort: 'place',
        search: (row) => [row.name],
        filters: {
          show: (row, shows) => shows.includes(row.chosen ? 'chosen' : 'others'),
          invited: (row, values) => values.includes(row.invited ? 'invited' : 'not-invited'),
          bar: (row, bars) => row.bar !== undefined && bars.includes(row.bar),
        },
      },
      asked,
    );
    if (!page.ok) return page;
    const waiting = picks.filter((pick) => pick.chosen && !invited.has(pick.clientId)).length;
    return ok({
      ...page.value,
      picking,
      counts: { ...counts, waiting },
      actions: { invite: steers && counts.chosen > 0, pick: steers, named: !steers },
    });
  },
  // After run, so that its answer is known: those whose names were on the page.
  audit: {
    kind: 'reads',
    subjects: (_input, output) => output?.rows.flatMap(({ clientId }) => clientId ?? []) ?? [],
  },
});
