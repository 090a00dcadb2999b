import { z } from 'zod';
import type { Handle } from '#access';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { fundedStates, marksOf } from '../db/names.db.ts';
import {
  type PortfolioQuery,
  type PortfolioRow,
  portfolioRows,
  portfolioTotals,
  spendingOf,
} from '../db/portfolio.db.ts';
import { portfolioOnly, sortings } from '../domain/codes.ts';
import { InstrumentCode, ProjectState } from '../domain/draft.ts';
import { moneyByMonth, usedSoFar } from '../domain/months.ts';
import { committedStates } from '../domain/states.ts';
import { mayKeep, nobody, readsProjects } from '../policies.ts';
import { grantedByYear } from './plan-view.ts';

export const PortfolioInput = z.object({
  text: z.string().trim().max(200).default(''),
  states: z.array(ProjectState).default([]),
  instruments: z.array(InstrumentCode).default([]),
  municipality: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  only: z.enum(portfolioOnly).optional(),
  sort: z.enum(sortings).default('name'),
  descending: z.boolean().default(false),
  cursor: z.string().max(2000).optional(),
  limit: z.int().min(1).max(1000).default(25),
});

const Place = z.object({ value: z.string(), id: z.string() });

/**
 * The portfolio (PJ-27): projects found, sorted and paged by the database, with money, state, deadlines, findings and
 * overlaps; sums over everything found. What is rejected is shown and not counted as committed.
 */
export const portfolio = defineUseCase({
  name: 'projects.portfolio',
  purpose: 'steering',
  input: PortfolioInput,
  policy: readsProjects,
  audit: nobody,
  refusals: ['invalid-cursor'],
  async run(handle, { cursor, limit, ...asked }) {
    const query: PortfolioQuery = { ...asked, today: handle.today };
    const after = cursor === undefined ? undefined : decodeCursor(cursor, Place);
    if (after && !after.ok) return err({ code: 'invalid-cursor' });
    const rows = await portfolioRows(handle, query, limit + 1, after?.value);
    const page = cutPage(rows, limit, (row) => ({ value: row.sortValue, id: row.projectId }));
    return ok({
      projects: await withUse(
        handle,
        page.items.map(({ sortValue: _sortValue, ...row }) => row),
      ),
      /** The marks of those who fund what is shown, for paper made of it (PLT-06). */
      marks: marksOf(
        page.items
          .filter(({ state }) => fundedStates.has(state))
          .map(({ instrument, startsOn }) => ({ instrument, on: startsOn ?? handle.today })),
      ),
      next: page.next,
      totals: await portfolioTotals(handle, query),
      today: handle.today,
      actions: { start: await mayKeep(handle) },
    });
  },
});

/** How use stands beside the plan by the end of the last whole month, for those whose money is granted (WRN-07). */
async function withUse(handle: Handle, rows: readonly PortfolioRow[]) {
  const granted = rows.filter((row) => committedStates.includes(row.state) && (row.approved ?? 0) > 0);
  if (granted.length === 0) return rows.map((row) => ({ ...row, unused: undefined, behind: undefined }));
  const { years, told } = await spendingOf(
    handle,
    granted.map(({ projectId }) => projectId),
  );
  return rows.map((row) => {
    const { projectId, approved, startsOn, endsOn, realised } = row;
    if (!granted.includes(row) || approved === undefined)
      return { ...row, unused: undefined, behind: undefined };
    const of = <T extends { projectId: string }>(list: readonly T[]) =>
      list.filter((one) => one.projectId === projectId);
    const planned =
      startsOn && endsOn
        ? usedSoFar(
            moneyByMonth(
              { startsOn, endsOn },
              grantedByYear(
                of(years).map(({ year, cents }) => ({ year: year ?? undefined, cents })),
                approved,
              ),
              [],
              of(told).map(({ from, months, cents }) => ({ from, months: months as 1 | 6, cents })),
            ).months,
            handle.today,
          )?.planned
        : undefined;
    return {
      ...row,
      /** Granted and not used. */
      unused: Math.max(0, approved - (realised ?? 0)),
      /** Planned to be used by now and not used; undefined when the calendar cannot tell. */
      behind: planned === undefined ? undefined : Math.max(0, planned - (realised ?? 0)),
    };
  });
}
