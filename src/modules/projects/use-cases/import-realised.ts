import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { type AskedCode, readSheet, sheetRefusals, type Told } from '#sheets';
import { defineUseCase } from '#use-case';
import { addRealised, listRealised } from '../db/realised.db.ts';
import { type CostDoubt, costKinds } from '../domain/codes.ts';
import type { RealisedFault } from '../domain/realised-sheet.ts';
import { isImpossible, judge } from '../domain/used-money.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import type { read } from '../realised-reader.ts';
import { keepFigures } from '../save-plan.ts';
import { openForMoney } from './realised.ts';

/** What is told of a sheet that was not taken. */
export type RealisedTold = Told<RealisedFault | AskedCode | CostDoubt>;

/**
 * Takes realised costs from a spreadsheet (.xlsx, .ods or .csv), all or nothing (PLT-05): with any fault nothing is taken, and
 * each fault is told with its row and column; so is a cost that cannot be true. What can hardly be true, or looks otherwise than
 * it would be read, is asked until somebody says that it is right.
 */
export const importRealised = defineUseCase({
  name: 'projects.import-realised',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    bytes: z.instanceof(Uint8Array),
    /** Words of the sheet's language for the kinds of cost. */
    kinds: z.record(z.string(), z.enum(costKinds)).default({}),
    /** The person has been asked and says that everything told is right. */
    sure: z.boolean().default(false),
  }),
  policy: writesProject,
  refusals: [
    ...sheetRefusals,
    'project-not-found',
    'project-closed',
    'sheet-has-faults',
    'sheet-asks',
    'sheet-taken-already',
  ],
  beforehand: ({ bytes, kinds }) =>
    readSheet<typeof read>(new URL('../realised-reader.ts', import.meta.url), { bytes, kinds }),
  async run(context, { projectId, sure }, sheet) {
    const open = await openForMoney(context, projectId);
    if (!open.ok) return open;
    const { plan, project } = open.value;
    const { errors, more, entries } = sheet;
    if (errors.length > 0)
      return err({
        code: 'sheet-has-faults',
        field: 'bytes',
        details: { count: errors.length + more, faults: errors },
      });
    const before = await listRealised(context, projectId);
    const costs = entries.map((entry) => ({ ...entry, accepted: false }));
    const judged = judge(plan, context.today, [...before, ...costs]).slice(before.length);
    const told = judged.flatMap(({ doubt, evidence }, at): Told<CostDoubt>[] =>
      doubt === undefined ? [] : [{ row: entries[at]!.row, column: '–', code: doubt, value: evidence }],
    );
    const wrong = told.filter(({ code }) => isImpossible(code));
    if (wrong.length > 0)
      return err({
        code: 'sheet-has-faults',
        field: 'bytes',
        details: { count: wrong.length, faults: wrong.slice(0, 100) },
      });
    const known = new Set(before.map(keyOf));
    if (costs.every((cost) => known.has(keyOf(cost))))
      return err({ code: 'sheet-taken-already', field: 'bytes' });
    const asked = [...sheet.asked, ...told];
    if (asked.length > 0 && !sure)
      return err({
        code: 'sheet-asks',
        field: 'sure',
        details: { count: asked.length, faults: asked.slice(0, 100) },
      });
    await addRealised(
      context,
      projectId,
      judged.map((cost) => ({ ...cost, accepted: cost.doubt !== undefined })),
    );
    await keepFigures(context, project, plan);
    return ok({ taken: entries.length });
  },
});

const keyOf = ({
  month,
  kind,
  cents,
  evidence,
}: {
  readonly month: string;
  readonly kind: string;
  readonly cents: number;
  readonly evidence: string;
}): string => `${month} ${kind} ${cents} ${evidence.trim().toLowerCase()}`;
