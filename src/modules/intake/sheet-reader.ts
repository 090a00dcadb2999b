import { readWorkbook } from '#sheets';
import { type BudgetSheet, readBudgetSheet } from './domain/sheets/budget.ts';
import type { SheetKind } from './domain/sheets/faults.ts';
import { type IndicatorSheet, readIndicatorSheet } from './domain/sheets/indicators.ts';

export type ReadTable =
  | ({ readonly kind: 'budget' } & BudgetSheet)
  | ({ readonly kind: 'indicators' } & IndicatorSheet);

/** Reads the bytes of a sheet as what it is said to hold. @throws NotASheet, OverLimit */
export function read({ bytes, kind }: { readonly bytes: Uint8Array; readonly kind: SheetKind }): ReadTable {
  const book = readWorkbook(bytes);
  return kind === 'budget' ? { kind, ...readBudgetSheet(book) } : { kind, ...readIndicatorSheet(book) };
}
