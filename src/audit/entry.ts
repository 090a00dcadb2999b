import { createHash, randomUUID } from 'node:crypto';
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
  const subjects = [...entry.subjects];
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
      subjects,
      salts: saltsFor(subjects),
      outcome: entry.outcome,
      reason: entry.reason ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}

/** A salt for the doer and for each subject, by which their ids are sealed and can be forgotten. */
export const saltsFor = (subjects: readonly string[]): string[] => [
  randomUUID(),
  ...subjects.map(() => randomUUID()),
];

/** The id that stands in an entry where a person has been forgotten. */
export const nobody = '00000000-0000-0000-0000-000000000000';

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
  /** Of the doer and of each subject; entries from before people could be forgotten have none. */
  salts: string[] | null;
  outcome: string;
  reason: string | null;
  details: unknown;
}

/**
 * SHA-256 over the hash before and the fields in a fixed order, with the keys of the details sorted. Ids of the doer and the
 * subjects, and words about the person, go in as their seals, so that the hash is the same when one has been forgotten.
 */
export function chainHash(previous: Buffer, row: EntryRow): Buffer {
  const { salts } = row;
  const fields = [
    row.id,
    row.at,
    salts === null || row.account_id === null ? row.account_id : sealed(row.account_id, salts[0]!),
    row.role,
    row.organisation_id,
    row.company_id,
    row.action,
    row.purpose,
    salts === null ? row.subjects : row.subjects.map((id, at) => sealed(id, salts[at + 1]!)),
    row.outcome,
    row.reason,
    sorted(salts === null ? row.details : withoutWords(row.details, salts[1])),
    ...(salts === null ? [] : ['sealed']),
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}

/** The seal of an id; where it has been forgotten the seal stands in the place of its salt (`audit.seal` in the database). */
function sealed(id: string, salt: string): string {
  if (id === nobody) return salt;
  const bytes = Buffer.from((salt + id).replaceAll('-', ''), 'hex');
  const hex = createHash('sha256').update(bytes).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Words about the person go in as a seal too (`audit.without_words` in the database). */
function withoutWords(details: unknown, salt: string | undefined): unknown {
  const { stated } = (details ?? {}) as { stated?: { words?: unknown } };
  if (typeof stated?.words !== 'string' || salt === undefined) return details;
  const bytes = Buffer.from(salt.replaceAll('-', ''), 'hex');
  const sealed = createHash('sha256').update(bytes).update(stated.words).digest('hex');
  return { ...(details as object), stated: { ...stated, words: { sealed } } };
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
