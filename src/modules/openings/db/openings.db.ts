import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Cause, OpeningKind } from '../domain/codes.ts';

/** A day and a night: within it openings of one worker are counted. */
const dayAndNight = 24 * 3_600_000;

/**
 * How many files this worker has opened in this kind in the last day and night, and whether this file is open to the
 * worker already. The worker's account is locked, so that two presses at once are counted one after the other.
 */
export async function openedLately(
  system: ViewerContext,
  of: { accountId: string; role: string; clientId: string; kind: OpeningKind },
): Promise<{ count: number; running: boolean }> {
  await sql`select from access.account where id = ${of.accountId} for update`.execute(system.db);
  return countLately(system, of);
}

/** The same without locking, for showing. */
export async function countLately(
  { db, now }: ViewerContext,
  of: { accountId: string; role: string; clientId: string; kind: OpeningKind },
): Promise<{ count: number; running: boolean }> {
  const since = new Date(now.getTime() - dayAndNight).toISOString();
  const { rows } = await sql<{ count: number; running: boolean }>`
    select count(*) filter (where kind = ${of.kind} and opened_at > ${since}::timestamptz)::int as count,
      coalesce(bool_or(client_id = ${of.clientId} and role = ${of.role}
        and opened_at <= ${now.toISOString()}::timestamptz and ${now.toISOString()}::timestamptz < ends_at), false) as running
      from access.opening where account_id = ${of.accountId}`.execute(db);
  return rows[0]!;
}

/** Keeps an opening; returns its id. */
export async function addOpening(
  system: ViewerContext,
  opening: {
    kind: OpeningKind;
    accountId: string;
    role: string;
    organisationId: string | undefined;
    clientId: string;
    responsibleId: string | undefined;
    cause: Cause;
    words: string;
    until: Date;
  },
): Promise<string> {
  return addRow(system.db, 'access.opening', {
    kind: opening.kind,
    account_id: opening.accountId,
    role: opening.role,
    organisation_id: opening.organisationId ?? null,
    client_id: opening.clientId,
    responsible_id: opening.responsibleId ?? null,
    cause: opening.cause,
    words: opening.words,
    opened_at: system.now.toISOString(),
    until: opening.until.toISOString(),
  });
}

/** Ends an opening or a grant now; false when it has ended already. */
export async function endException(
  system: ViewerContext,
  table: 'access.opening' | 'access.address_grant',
  id: string,
  by: string,
): Promise<boolean> {
  const at = system.now.toISOString();
  const { numUpdatedRows } = await system.db
    .updateTable(table)
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('ends_at', '>', at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
