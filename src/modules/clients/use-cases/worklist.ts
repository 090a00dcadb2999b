import { z } from 'zod';
import { inRole } from '#access';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readWorklist, worklistFilters, worklistSorts } from '../db/worklist.db.ts';

const Position = z.object({ sort: z.enum(worklistSorts), key: z.array(z.string()).min(2).max(3) });

/**
 * The adviser's own clients by the day of the nearest duty, those that are late first, each with the reason why it is
 * there. Whose client it is today decides what is on the list; row-level security says the same.
 */
export const worklist = defineUseCase({
  name: 'clients.worklist',
  purpose: 'employment-service',
  input: z.object({
    search: z.string().trim().max(100).default(''),
    filters: z.array(z.enum(worklistFilters)).default([]),
    sort: z.enum(worklistSorts).default('due'),
    cursor: z.string().max(500).optional(),
    limit: z.number().int().min(1).max(100).default(25),
  }),
  policy: inRole('expert', 'youth', 'immigrant-adviser', 'joint-emp'),
  refusals: ['invalid-cursor'],
  async run(handle, { search, filters, sort, cursor, limit }) {
    const position = cursor === undefined ? undefined : decodeCursor(cursor, Position);
    if (position && (!position.ok || position.value.sort !== sort)) {
      return err({ code: 'invalid-cursor', field: 'cursor' });
    }
    const { rows, total, counts } = await readWorklist(handle, {
      words: search.split(/[\s,]+/).filter((word) => word !== ''),
      filters,
      sort,
      after: position?.ok ? position.value.key : undefined,
      limit,
    });
    const { items, next } = cutPage(rows, limit, (row) => ({ sort, key: row.key }));
    return ok({
      items: items.map(({ key: _key, ...row }) => row),
      ...(next === undefined ? {} : { next }),
      total,
      counts,
    });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) => output?.items.map((row) => row.clientId) ?? [],
  },
});
