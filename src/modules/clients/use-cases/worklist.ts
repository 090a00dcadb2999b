import { z } from 'zod';
import { may } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { countWorklist, readWorklist } from '../db/worklist.db.ts';
import { worklistFilters, worklistSorts } from '../domain/codes.ts';

/**
 * The adviser's own clients by the day of the nearest duty, those that are late first, each with the reason why it is
 * there. Whose client it is today decides what is on the list; row-level security says the same.
 */
export const worklist = defineUseCase({
  name: 'clients.worklist',
  purpose: 'employment-service',
  input: listInput({ sorts: worklistSorts, filters: { only: z.enum(worklistFilters) } }),
  policy: may('caseload:read', { case: 'rows', team: 'rows' }),
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const page = await readWorklist(context, asked);
    return page.ok ? ok({ ...page.value, counts: await countWorklist(context) }) : page;
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) => output?.rows.map((row) => row.clientId) ?? [],
  },
});
