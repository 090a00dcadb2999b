import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addRealised } from '../db/realised.db.ts';
import { costKinds } from '../domain/codes.ts';
import { isClaimable } from '../domain/cost-models.ts';
import { readRealisedSheet, type SheetError } from '../domain/realised-sheet.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { openForMoney } from './realised.ts';

/**
 * Takes realised costs from the rows of a spreadsheet, all or nothing (PLT-05): with any fault nothing is taken, and each
 * fault is told with its row and column.
 */
export const importRealised = defineUseCase({
  name: 'projects.import-realised',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    rows: z
      .array(z.array(z.union([z.string().max(5000), z.number(), z.boolean(), z.date(), z.null()])).max(50))
      .max(20_000),
    /** Words of the sheet's language for the kinds of cost. */
    kinds: z.record(z.string(), z.enum(costKinds)).default({}),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'project-closed', 'sheet-has-faults'],
  async run(context, { projectId, rows, kinds }) {
    const open = await openForMoney(context, projectId);
    if (!open.ok) return open;
    const { entries, errors } = readRealisedSheet(
      rows,
      (word) => kinds[word] ?? costKinds.find((kind) => kind === word),
    );
    const inside = entries.filter((entry) => !isClaimable(open.value.model, entry.kind));
    if (errors.length > 0 || inside.length > 0)
      return err({
        code: 'sheet-has-faults',
        field: 'file',
        details: {
          count: errors.length || inside.length,
          faults: errors satisfies SheetError[],
          inside: inside.length,
        },
      });
    await addRealised(context, projectId, entries);
    return ok({ taken: entries.length });
  },
});
