import { sql } from 'kysely';
import type { Handle } from '#access';

/** An entry as a reader of the log is given it. `accountId` is for telling officials apart, never for showing to a person. */
export interface LogEntry {
  id: string;
  at: string;
  accountId: string | undefined;
  role: string;
  organisationId: string | undefined;
  companyId: string | undefined;
  action: string;
  purpose: string;
  subjects: string[];
  outcome: 'permitted' | 'denied' | 'refused';
  reason: string | undefined;
  fields: string[] | undefined;
}

export interface LogFilter {
  /** Entries about this person. */
  about?: string | undefined;
  outcomes?: readonly LogEntry['outcome'][] | undefined;
  /** Leave out what this account did itself. */
  notBy?: string | undefined;
  action?: string | undefined;
  /** One day in Finland. */
  day?: string | undefined;
  id?: string | undefined;
  /** Entries before this place: the key of the last one shown. */
  before?: { at: string; id: string } | undefined;
  limit: number;
}

/** Entries of the log, newest first, as far as row-level security lets the viewer read them. */
export async function readEntries(handle: Handle, filter: LogFilter): Promise<LogEntry[]> {
  let query = handle.db
    .selectFrom('audit.entry')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.about) query = query.where(sql<boolean>`subjects @> array[${filter.about}::uuid]`);
  if (filter.outcomes) query = query.where('outcome', 'in', [...filter.outcomes]);
  if (filter.notBy) query = query.where(sql<boolean>`account_id is distinct from ${filter.notBy}::uuid`);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.id) query = query.where('id', '=', filter.id);
  if (filter.day)
    query = query.where(
      sql<boolean>`at >= ${filter.day}::date::timestamp at time zone 'Europe/Helsinki'
        and at < (${filter.day}::date + 1)::timestamp at time zone 'Europe/Helsinki'`,
    );
  if (filter.before)
    query = query.where(
      sql<boolean>`(at, id) < (${filter.before.at}::timestamptz, ${filter.before.id}::uuid)`,
    );
  const rows = await query.execute();
  return rows.map((row) => {
    const fields: unknown = (row.details as { fields?: unknown } | null)?.fields;
    return {
      id: row.id,
      at: row.at,
      accountId: row.account_id ?? undefined,
      role: row.role,
      organisationId: row.organisation_id ?? undefined,
      companyId: row.company_id ?? undefined,
      action: row.action,
      purpose: row.purpose,
      subjects: row.subjects,
      outcome: row.outcome as LogEntry['outcome'],
      reason: row.reason ?? undefined,
      fields: Array.isArray(fields) ? fields.map(String) : undefined,
    };
  });
}

/** How many different people have looked at or changed this person's data since an instant, the person left out. */
export async function countOfficials(handle: Handle, about: string, since: Date): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct account_id) as people from audit.entry
     where subjects @> array[${about}::uuid] and at >= ${since.toISOString()}::timestamptz and outcome = 'permitted'
       and role not in ('client', 'system') and account_id is not null`.execute(handle.db);
  return rows[0]!.people;
}

/** The kinds of acts that the log holds, for choosing one. */
export async function actionsInLog(handle: Handle): Promise<string[]> {
  const rows = await handle.db
    .selectFrom('audit.entry')
    .select('action')
    .distinct()
    .orderBy('action')
    .execute();
  return rows.map((row) => row.action);
}
