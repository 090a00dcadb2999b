import { z } from 'zod';
import type { ViewerContext } from '#access';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { projects, writesProject } from '#projects';
import { type AskedCode, type PassedColumn, readSheet, sheetRefusals, type Told } from '#sheets';
import { defineUseCase } from '#use-case';
import type { BudgetRow } from '../domain/sheets/budget.ts';
import { type SheetFault, sheetKinds } from '../domain/sheets/faults.ts';
import type { IndicatorRow } from '../domain/sheets/indicators.ts';
import { costKindOf, fundingOf } from '../mapping/project-codes.ts';
import type { read } from '../sheet-reader.ts';
import { noPersonalData } from './documents.ts';

/** What a spreadsheet did: rows added, rows changed, rows that were there already; or its faults, and then nothing. */
export interface SheetOutcome {
  errors: readonly Told<SheetFault>[];
  /** Faults beside those told one by one. */
  more: number;
  /** What may be right, and a person has to say: nothing is brought in before that. */
  asked: readonly Told<AskedCode>[];
  /** Somebody has said that what is asked is right. */
  sure: boolean;
  added: number;
  changed: number;
  same: number;
  /** Rows of sums: checked, and no lines of their own. */
  totals: number;
  /** Columns that are none of ours: told, and not brought in. */
  passed: readonly PassedColumn[];
}

type Around = Pick<SheetOutcome, 'totals' | 'passed' | 'asked' | 'sure'>;
const nothing = (around: Around, errors: readonly Told<SheetFault>[] = [], more = 0): SheetOutcome => ({
  ...around,
  errors,
  more,
  added: 0,
  changed: 0,
  same: 0,
});

/**
 * Brings a budget or indicators of a project in from an .xlsx, .ods or .csv file: all or nothing, every fault with its row
 * and column. Where a person sees something else than would be read, it is asked until somebody says that it is right. Sums
 * are checked and are no lines.
 * A row that says what the plan says already changes nothing, so the same file twice is one file.
 */
export const importSheet = defineUseCase({
  name: 'intake.import-sheet',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    kind: z.enum(sheetKinds),
    bytes: z.instanceof(Uint8Array),
    /** The person has been asked and says that the sheet means what was told. */
    sure: z.boolean().default(false),
    dryRun: z.boolean().default(false),
  }),
  policy: writesProject,
  audit: noPersonalData,
  refusals: [...sheetRefusals, 'project-not-found', 'project-closed', 'sheet-row-refused'],
  beforehand: ({ bytes, kind }) =>
    readSheet<typeof read>(new URL('../sheet-reader.ts', import.meta.url), { bytes, kind }),
  async run(context, { projectId, dryRun, sure }, sheet) {
    const { errors, more, asked, passed } = sheet;
    const around = { totals: sheet.kind === 'budget' ? sheet.totals : 0, passed, asked, sure };
    if (errors.length > 0) return ok(nothing(around, errors, more));
    const trial = dryRun || (asked.length > 0 && !sure);
    return sheet.kind === 'budget'
      ? bringBudget(context, projectId, sheet.rows, around, trial)
      : bringIndicators(context, projectId, sheet.rows, around, trial);
  },
});

const numberOf = (text: string) => {
  const parsed = parseFinnishNumber(text.replace(/^\D*(?=\d)/, ''));
  return parsed.ok ? parsed.value : undefined;
};

async function bringBudget(
  context: ViewerContext,
  projectId: string,
  rows: readonly BudgetRow[],
  around: Around,
  dryRun: boolean,
) {
  const opened = await projects.openProject.run(context, { projectId, late: {} });
  if (!opened.ok) return err({ code: 'project-not-found' as const });
  const { plan } = opened.value;
  const outcome = nothing(around);
  for (const row of rows) {
    const lines = row.part === 'cost' ? plan.costLines : plan.fundingShares;
    const there = lines.find(
      (line) => line.label.toLowerCase() === row.label.toLowerCase() && line.year === row.year,
    );
    const same =
      there !== undefined &&
      there.requested === row.requested &&
      there.approved === row.approved &&
      there.rejected === row.rejected;
    if (same) outcome.same += 1;
    else if (there) outcome.changed += 1;
    else outcome.added += 1;
    if (same || dryRun) continue;
    const columns = {
      ...(there?.id ? { id: there.id } : {}),
      label: row.label,
      year: row.year,
      requested: row.requested,
      approved: row.approved,
      rejected: row.rejected,
    };
    const share = plan.fundingShares.find((item) => item === there);
    const { source, role } = fundingOf(row.label);
    const change = projects.changePlan.input.safeParse({
      projectId,
      change:
        row.part === 'cost'
          ? {
              part: 'cost-line',
              kind: plan.costLines.find((item) => item === there)?.kind ?? costKindOf(row.label),
              ...columns,
            }
          : {
              part: 'share',
              from: share?.from ?? source,
              role: share?.role ?? role,
              channelledBy: share?.channelledBy,
              condition: share?.condition,
              ...columns,
            },
    });
    if (!change.success) return err({ code: 'sheet-row-refused' as const, details: { row: row.row } });
    const changed = await projects.changePlan.run(context, change.data);
    if (!changed.ok)
      return err(
        changed.error.code === 'project-closed'
          ? { code: 'project-closed' as const }
          : { code: 'sheet-row-refused' as const, details: { row: row.row } },
      );
  }
  return ok(outcome);
}

async function bringIndicators(
  context: ViewerContext,
  projectId: string,
  rows: readonly IndicatorRow[],
  around: Around,
  dryRun: boolean,
) {
  const opened = await projects.openIndicators.run(context, { projectId });
  if (!opened.ok) return err({ code: 'project-not-found' as const });
  const outcome = nothing(around);
  const errors: Told<SheetFault>[] = [];
  for (const row of rows) {
    const there = opened.value.indicators.find(
      (indicator) => indicator.names.fi?.toLowerCase() === row.name.toLowerCase(),
    );
    if (there) {
      const faults = differing(row, {
        baseline: there.baseline?.value,
        target: there.target?.value,
        due: there.dueOn,
      });
      if (faults.length > 0) errors.push(...faults);
      else outcome.same += 1;
      continue;
    }
    outcome.added += 1;
  }
  if (errors.length > 0) return ok(nothing(around, errors));
  for (const row of dryRun ? [] : rows) {
    if (
      opened.value.indicators.some(
        (indicator) => indicator.names.fi?.toLowerCase() === row.name.toLowerCase(),
      )
    )
      continue;
    const input = projects.saveIndicator.input.safeParse({
      projectId,
      kind: row.kind,
      nature: natureOf(row),
      fi: row.name,
      unit: row.unit,
      baseline: numberOf(row.baseline),
      target: row.target,
      dueOn: row.due,
    });
    if (!input.success) return err({ code: 'sheet-row-refused' as const, details: { row: row.row } });
    const saved = await projects.saveIndicator.run(context, input.data);
    if (!saved.ok) return err({ code: 'sheet-row-refused' as const, details: { row: row.row } });
  }
  return ok(outcome);
}

/** What a row says otherwise than the indicator that is there: a sheet adds, and an indicator is changed on its own page. */
function differing(
  row: IndicatorRow,
  there: { baseline: number | undefined; target: number | undefined; due: string | undefined },
): Told<SheetFault>[] {
  const amount = (text: string) => Number(text.replaceAll(/[^\d,-]/g, '').replace(',', '.'));
  const fault = (column: 'baseline' | 'target' | 'due', code: SheetFault, value: string) => ({
    row: row.row,
    column: row.columns[column],
    code,
    value,
  });
  return [
    ...(row.target !== '' && there.target !== amount(row.target)
      ? [fault('target', 'target-differs', row.target)]
      : []),
    ...(row.baseline !== '' && there.baseline !== amount(row.baseline)
      ? [fault('baseline', 'indicator-differs', row.baseline)]
      : []),
    ...(row.due !== undefined && there.due !== row.due ? [fault('due', 'indicator-differs', row.due)] : []),
  ];
}

/** What an indicator counts, by its words; a person may say otherwise on its page. */
function natureOf({ name, kind }: IndicatorRow): 'attendance' | 'product' | 'change' {
  if (/osallistu|kävijä|läsnä|deltag|participa|attend/i.test(name)) return 'attendance';
  return kind === 'result' ? 'change' : 'product';
}
