import { z } from 'zod';
import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readPlan } from '../db/plan-read.db.ts';
import { findProject } from '../db/projects.db.ts';
import { addRealised, listHours, removeRealised, setHours } from '../db/realised.db.ts';
import { EurosText } from '../domain/changes.ts';
import { costKinds } from '../domain/codes.ts';
import { isClaimable, modelOf } from '../domain/cost-models.ts';
import { CostKind } from '../domain/draft.ts';
import { monthOf, readRealisedSheet, type SheetError } from '../domain/realised-sheet.ts';
import { overYearlyHours } from '../domain/work-time.ts';
import { keepsProjects, nobody } from '../policies.ts';

const Month = z.string().transform((text, context): Day => {
  const month = monthOf(text);
  if (month !== undefined) return month;
  context.issues.push({ code: 'custom', message: text === '' ? 'required' : 'not-a-month', input: text });
  return z.NEVER;
});

/** A project that is open for money, locked, with its cost model. */
async function openForMoney(handle: Handle, projectId: string) {
  const project = await findProject(handle, projectId, 'for-change');
  const plan = project && (await readPlan(handle, projectId));
  if (!project || !plan) return err({ code: 'project-not-found' });
  if (project.state === 'closed') return err({ code: 'project-closed' });
  return ok({ plan, model: modelOf(plan) });
}

/** Notes a realised cost of a month with what proves it. A cost inside the flat part is not claimed (PJ-25). */
export const noteRealised = defineUseCase({
  name: 'projects.note-realised',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    month: Month,
    kind: CostKind,
    label: z.string().trim().max(500).default(''),
    amount: EurosText,
    evidence: z.string().trim().min(1, 'required').max(1000),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'project-closed', 'month-in-future', 'inside-flat-part'],
  async run(handle, { projectId, month, kind, label, amount, evidence }) {
    const open = await openForMoney(handle, projectId);
    if (!open.ok) return open;
    if (month > handle.today) return err({ code: 'month-in-future', field: 'month' });
    if (!isClaimable(open.value.model, kind)) return err({ code: 'inside-flat-part', field: 'kind' });
    await addRealised(handle, projectId, [{ month, kind, label, cents: amount, evidence }]);
    return ok();
  },
});

/** Takes an entry away. */
export const removeRealisedEntry = defineUseCase({
  name: 'projects.remove-realised',
  purpose: 'steering',
  input: z.object({ projectId: Id, entryId: Id }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'project-closed', 'row-not-found'],
  async run(handle, { projectId, entryId }) {
    const open = await openForMoney(handle, projectId);
    if (!open.ok) return open;
    return (await removeRealised(handle, projectId, entryId)) ? ok() : err({ code: 'row-not-found' });
  },
});

/**
 * Takes realised costs from the rows of a spreadsheet, all or nothing (PLT-05): with any fault nothing is taken, and each
 * fault is told with its row and column.
 */
export const importRealised = defineUseCase({
  name: 'projects.import-realised',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    rows: z
      .array(z.array(z.union([z.string().max(5000), z.number(), z.boolean(), z.date(), z.null()])).max(50))
      .max(20_000),
    /** Words of the sheet's language for the kinds of cost. */
    kinds: z.record(z.string(), z.enum(costKinds)).default({}),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'project-closed', 'sheet-has-faults'],
  async run(handle, { projectId, rows, kinds }) {
    const open = await openForMoney(handle, projectId);
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
    await addRealised(handle, projectId, entries);
    return ok({ taken: entries.length });
  },
});

/** Notes the hours of a month of one of the staff; hours beyond the year's 1 720 are refused (PJ-05). */
export const noteHours = defineUseCase({
  name: 'projects.note-hours',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    staffId: Id,
    month: Month,
    hours: z.string().transform((text, context): number => {
      const value = Number(text.trim().replace(',', '.'));
      const hundredths = Math.round(value * 100);
      if (text.trim() !== '' && hundredths >= 0 && hundredths <= 74_400) return hundredths;
      context.issues.push({ code: 'custom', message: 'not-a-number', input: text });
      return z.NEVER;
    }),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'project-closed', 'row-not-found', 'hours-beyond-year'],
  async run(handle, { projectId, staffId, month, hours }) {
    const open = await openForMoney(handle, projectId);
    if (!open.ok) return open;
    if (!open.value.plan.staff.some((one) => one.id === staffId)) return err({ code: 'row-not-found' });
    const others = (await listHours(handle, projectId)).filter(
      (one) => one.staffId === staffId && one.month !== month,
    );
    const [over] = overYearlyHours([...others, { month, hundredths: hours }]);
    if (over)
      return err({
        code: 'hours-beyond-year',
        field: 'hours',
        details: { year: over.year, over: over.over / 100 },
      });
    await setHours(handle, staffId, month, hours);
    return ok();
  },
});
