import type { ListEntry } from '../db/lists.db.ts';

/** Is the receiver among these already: by account, or by the same position and organisation? */
export const isAmong = (those: readonly ListEntry[], entry: ListEntry): boolean =>
  those.some(
    (row) =>
      (entry.accountId !== undefined && row.accountId === entry.accountId) ||
      (row.position === entry.position && row.organisation === entry.organisation),
  );
