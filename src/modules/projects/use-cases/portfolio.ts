import { z } from 'zod';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { type PortfolioQuery, portfolioRows, portfolioTotals, sortings } from '../db/portfolio.db.ts';
import { InstrumentCode, ProjectState } from '../domain/draft.ts';
import { mayKeep, nobody, readsProjects } from '../policies.ts';

export const PortfolioInput = z.object({
  text: z.string().trim().max(200).default(''),
  states: z.array(ProjectState).default([]),
  instruments: z.array(InstrumentCode).default([]),
  municipality: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  only: z.enum(['findings', 'waiting', 'overlaps']).optional(),
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
  async run(handle, { cursor, limit, ...query }) {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, Place);
    if (after && !after.ok) return err({ code: 'invalid-cursor' });
    const rows = await portfolioRows(handle, query satisfies PortfolioQuery, limit + 1, after?.value);
    const page = cutPage(rows, limit, (row) => ({ value: row.sortValue, id: row.projectId }));
    return ok({
      projects: page.items.map(({ sortValue: _sortValue, ...row }) => row),
      next: page.next,
      totals: await portfolioTotals(handle, query),
      today: handle.today,
      actions: { start: await mayKeep(handle) },
    });
  },
});
