import { readSheet } from 'read-excel-file/node';
import { z } from 'zod';
import type { Handle } from '#access';
import { inRole } from '#access';
import { Id } from '#kernel/ids.ts';
import { parseEuros } from '#kernel/money.ts';
import { err, ok } from '#kernel/result.ts';
import { projects } from '#projects';
import { defineUseCase } from '#use-case';
import {
  type BudgetRow,
  type Cell,
  type IndicatorRow,
  readBudgetSheet,
  readIndicatorSheet,
  type SheetError,
  sheetKinds,
} from '../domain/sheets.ts';
import { costKindOf, fundingOf } from '../mapping/project.ts';
import { nobody } from './bring-document.ts';

/** What a spreadsheet did: rows added, rows changed, rows that were there already; or its faults, and then nothing. */
export interface SheetOutcome {
  errors: SheetError[];
  added: number;
  changed: number;
  same: number;
}

const nothing = (errors: SheetError[]): SheetOutcome => ({ errors, added: 0, changed: 0, same: 0 });

/**
 * Brings a budget or indicators of a project in from an .xlsx file: all or nothing, every fault with its row and column.
 * A row that says what the plan says already changes nothing, so the same file twice is one file.
 */
export const importSheet = defineUseCase({
  name: 'intake.import-sheet',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    kind: z.enum(sheetKinds),
    bytes: z.instanceof(Uint8Array),
    dryRun: z.boolean().default(false),
  }),
  policy: inRole('project', 'controller'),
  audit: nobody,
  refusals: [
    'sheet-unreadable',
    'document-too-large',
    'project-not-found',
    'project-closed',
    'sheet-row-refused',
  ],
  async run(handle, { projectId, kind, bytes, dryRun }) {
    if (bytes.length > 2 * 1024 * 1024) return err({ code: 'document-too-large', field: 'sheet' });
    let rows: Cell[][];
    try {
      rows = (await readSheet(Buffer.from(bytes))) as Cell[][];
    } catch {
      return err({ code: 'sheet-unreadable', field: 'sheet' });
    }
    if (kind === 'budget') {
      const sheet = readBudgetSheet(rows);
      return sheet.errors.length > 0
        ? ok(nothing(sheet.errors))
        : bringBudget(handle, projectId, sheet.rows, dryRun);
    }
    const sheet = readIndicatorSheet(rows);
    return sheet.errors.length > 0
      ? ok(nothing(sheet.errors))
      : bringIndicators(handle, projectId, sheet.rows, dryRun);
  },
});

const cents = (text: string | undefined) => {
  const parsed = text === undefined ? undefined : parseEuros(text);
  return parsed?.ok ? parsed.value : undefined;
};

async function bringBudget(handle: Handle, projectId: string, rows: readonly BudgetRow[], dryRun: boolean) {
  const opened = await projects.openProject.run(handle, { projectId, late: {} });
  if (!opened.ok) return err({ code: 'project-not-found' as const });
  const { plan } = opened.value;
  const outcome = nothing([]);
  for (const row of rows) {
    const lines = row.part === 'cost' ? plan.costLines : plan.fundingShares;
    const there = lines.find(
      (line) => line.label.toLowerCase() === row.label.toLowerCase() && line.year === row.year,
    );
    const same =
      there !== undefined &&
      there.requested === cents(row.requested) &&
      there.approved === cents(row.approved) &&
      there.rejected === cents(row.rejected);
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
    const share = plan.fundingShares.find((one) => one === there);
    const { source, role } = fundingOf(row.label);
    const change = projects.changePlan.input.safeParse({
      projectId,
      change:
        row.part === 'cost'
          ? {
              part: 'cost-line',
              kind: plan.costLines.find((one) => one === there)?.kind ?? costKindOf(row.label),
              ...columns,
            }
          : {
              part: 'share',
              from: share?.from ?? source,
              role: share?.role ?? role,
              channelledBy: share?.channelledBy,
              condition: share?.condition?.words,
              conditionBody: share?.condition?.body,
              conditionExpectedOn: share?.condition?.expectedOn,
              ...columns,
            },
    });
    if (!change.success) return err({ code: 'sheet-row-refused' as const, details: { row: row.row } });
    const changed = await projects.changePlan.run(handle, change.data);
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
  handle: Handle,
  projectId: string,
  rows: readonly IndicatorRow[],
  dryRun: boolean,
) {
  const opened = await projects.openIndicators.run(handle, { projectId });
  if (!opened.ok) return err({ code: 'project-not-found' as const });
  const outcome = nothing([]);
  for (const row of rows) {
    const there = opened.value.indicators.find(
      (one) => one.names.fi?.toLowerCase() === row.name.toLowerCase(),
    );
    if (there) {
      const target = Number(row.target.replaceAll(/[^\d,]/g, '').replace(',', '.'));
      if (row.target !== '' && there.target?.value !== target)
        outcome.errors.push({ row: row.row, column: 'E', code: 'target-differs', value: row.target });
      else outcome.same += 1;
      continue;
    }
    outcome.added += 1;
  }
  if (outcome.errors.length > 0) return ok(nothing(outcome.errors));
  for (const row of dryRun ? [] : rows) {
    if (opened.value.indicators.some((one) => one.names.fi?.toLowerCase() === row.name.toLowerCase()))
      continue;
    const input = projects.saveIndicator.input.safeParse({
      projectId,
      kind: row.kind,
      nature: natureOf(row),
      fi: row.name,
      unit: row.unit,
      baseline: row.baseline,
      target: row.target,
      dueOn: row.due ?? '',
    });
    if (!input.success) return err({ code: 'sheet-row-refused' as const, details: { row: row.row } });
    const saved = await projects.saveIndicator.run(handle, input.data);
    if (!saved.ok) return err({ code: 'sheet-row-refused' as const, details: { row: row.row } });
  }
  return ok(outcome);
}

/** What an indicator counts, by its words; a person may say otherwise on its page. */
function natureOf({ name, kind }: IndicatorRow): 'attendance' | 'product' | 'change' {
  if (/osallistu|kävijä|läsnä|deltag|participa|attend/i.test(name)) return 'attendance';
  return kind === 'result' ? 'change' : 'product';
}
