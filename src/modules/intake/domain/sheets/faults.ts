import type { NoMoney, TableFault } from '#sheets';

export const sheetKinds = ['budget', 'indicators'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** What can be wrong in a sheet of a budget or of indicators; each has its words under `intake:sheet.code`. */
export type SheetFault =
  | TableFault
  | NoMoney
  | 'required'
  | 'not-a-part'
  | 'not-a-year'
  | 'not-a-kind'
  | 'not-a-day'
  | 'said-twice'
  | 'total-differs'
  | 'total-empty'
  | 'target-differs'
  | 'indicator-differs';
