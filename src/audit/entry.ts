import { createHash } from 'node:crypto';
import type { ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';

/** What one entry says besides who, when and why, which come from the handle. */
export interface Entry {
  /** Name of the use case. */
  action: string;
  /** Ids of the persons whose data was read or changed, in order. */
  subjects: readonly string[];
  outcome: 'permitted' | 'denied' | 'refused';
  reason?: string | undefined;
  details?: Record<string, unknown>;
  /** False when the use case declares that it touches nobody's data and nothing was denied. */
  write: boolean;
}

/** Writes the entry in the transaction of the handle, so that it is there exactly when the work is. */
export async function writeEntry(context: ViewerContext, entry: Entry): Promise<void> {
  if (!entry.write) return;
  const { viewer } = context;
  await context.db
    .insertInto('audit.entry')
    .values({
      id: newId(),
      at: context.now.toISOString(),
      account_id: viewer.accountId ?? null,
      role: viewer.role,
      organisation_id: viewer.organisationId ?? null,
      company_id: viewer.companyId ?? null,
      action: entry.action,
      purpose: context.purpose,
      subjects: [...entry.subjects],
      outcome: entry.outcome,
      reason: entry.reason ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}

/** A row of the log, as it is hashed. */
export interface EntryRow {
  id: string;
  at: string;
  account_id: string | null;
  role: string;
  organisation_id: string | null;
  company_id: string | null;
  action: string;
  purpose: string;
  subjects: string[];
  outcome: string;
  reason: string | null;
  details: unknown;
}

/** SHA-256 over the hash before and the fields in a fixed order, with the keys of the details sorted. */
export function chainHash(previous: Buffer, row: EntryRow): Buffer {
  const fields = [
    row.id,
    row.at,
    row.account_id,
    row.role,
    row.organisation_id,
    row.company_id,
    row.action,
    row.purpose,
    row.subjects,
    row.outcome,
    row.reason,
    sorted(row.details),
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
