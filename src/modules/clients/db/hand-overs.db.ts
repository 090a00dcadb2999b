import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRows, setRows } from '#db/table-rows.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { daysReceived } from '../domain/codes.ts';
import { daysToUndo } from '../domain/searches.ts';

export interface HandOverRow {
  clientId: string;
  caseId: string;
  fromAccount: string;
  fromOrganisation: string;
}

/** Writes who went from whom to whom, as one batch that can be taken back. Kept by the house alone. */
export async function addHandOvers(
  system: ViewerContext,
  batch: { toAccount: string; from: Day; reason: string; by: string; rows: readonly HandOverRow[] },
): Promise<string> {
  const batchId = newId();
  await addRows(
    system.db,
    'clients.hand_over',
    batch.rows.map((row) => ({
      id: newId(),
      batch_id: batchId,
      client_id: row.clientId,
      case_id: row.caseId,
      from_account: row.fromAccount,
      from_organisation: row.fromOrganisation,
      to_account: batch.toAccount,
      from_day: batch.from,
      reason: batch.reason,
      made_by: batch.by,
      made_at: system.now.toISOString(),
    })),
  );
  return batchId;
}

export interface HandOverBatch {
  batchId: string;
  clients: number;
  from: string;
  to: string;
  by: string;
  fromDay: Day;
  reason: string;
  madeAt: string;
  /** How many of them can still be taken back by the viewer. */
  undoable: number;
  undone: number;
}

const stands = sql`h.undone_at is null and exists (select from clients.responsibility r
  join clients.client_case k on k.id = r.case_id and k.closed_on is null
  where r.case_id = h.case_id and r.account_id = h.to_account and lower(r.during) = h.from_day and upper_inf(r.during))`;

/**
 * Handovers of the last 60 days, the latest first: those that an account made, gave or received, or all of them. Whoever
 * made one, or leads the teams, may take it back for `daysToUndo` days. Ask as the house.
 */
export async function handOversOf(
  system: ViewerContext,
  of: { accountId: string; all: boolean },
): Promise<HandOverBatch[]> {
  const since = new Date(system.now.getTime() - daysToUndo * 86_400_000).toISOString();
  const { rows } = await sql<HandOverBatch>`
    select h.batch_id as "batchId", count(*) as clients, min(giver.name) as "from", min(receiver.name) as "to", min(maker.name) as "by",
      min(h.from_day) as "fromDay", min(h.reason) as reason, min(h.made_at) as "madeAt",
      count(*) filter (where h.made_at >= ${since} and (h.made_by = ${of.accountId} or ${of.all}) and ${stands}) as undoable,
      count(*) filter (where h.undone_at is not null) as undone
      from clients.hand_over h
      join access.account giver on giver.id = h.from_account
      join access.account receiver on receiver.id = h.to_account
      join access.account maker on maker.id = h.made_by
     where h.made_at >= ${addDays(system.today, -60)}::date
       and (${of.all} or ${of.accountId} in (h.made_by, h.from_account, h.to_account))
     group by h.batch_id order by min(h.made_at) desc, h.batch_id`.execute(system.db);
  return rows;
}

/** What a receiver was given in the last days, batch by batch, without what was taken back. Ask as the house. */
export async function receivedBy(
  system: ViewerContext,
  accountId: string,
): Promise<{ batchId: string; clients: number; from: string; fromDay: Day }[]> {
  const { rows } = await sql<{ batchId: string; clients: number; from: string; fromDay: Day }>`
    select h.batch_id as "batchId", count(*) as clients, min(giver.name) as "from", min(h.from_day) as "fromDay"
      from clients.hand_over h join access.account giver on giver.id = h.from_account
     where h.to_account = ${accountId} and h.undone_at is null
       and h.from_day between ${addDays(system.today, 1 - daysReceived)}::date and ${addDays(system.today, daysReceived)}::date
     group by h.batch_id order by min(h.from_day), h.batch_id`.execute(system.db);
  return rows;
}

export interface UndoneHandOver extends HandOverRow {
  toAccount: string;
  fromName: string;
}

/**
 * Takes back what still stands of a batch: before its day, and on it, as if it had not been; later the giver answers again
 * from today, and the days between stay as they were. Ask as the house.
 */
export async function undoHandOvers(
  system: ViewerContext,
  batchId: string,
  by: string,
): Promise<UndoneHandOver[]> {
  const { db, today, now } = system;
  const { rows } = await sql<UndoneHandOver & { id: string; fromDay: Day }>`
    select h.id, h.client_id as "clientId", h.case_id as "caseId", h.from_account as "fromAccount", h.to_account as "toAccount",
      h.from_organisation as "fromOrganisation", h.from_day as "fromDay", giver.name as "fromName"
      from clients.hand_over h join access.account giver on giver.id = h.from_account
     where h.batch_id = ${batchId} and ${stands} for update of h`.execute(db);
  for (const row of rows) {
    if (row.fromDay >= today) {
      await sql`delete from clients.responsibility where case_id = ${row.caseId} and lower(during) = ${row.fromDay}::date`.execute(
        db,
      );
      const { numAffectedRows } =
        await sql`update clients.responsibility set during = daterange(lower(during), null)
          where case_id = ${row.caseId} and upper(during) = ${row.fromDay}::date and account_id = ${row.fromAccount}`.execute(
          db,
        );
      if (numAffectedRows === 1n) {
        await markUndone(row.id);
        continue;
      }
    } else {
      await sql`update clients.responsibility set during = daterange(lower(during), ${today}::date)
        where case_id = ${row.caseId} and lower(during) = ${row.fromDay}::date`.execute(db);
    }
    await sql`insert into clients.responsibility (case_id, client_id, account_id, organisation_id, during)
      values (${row.caseId}, ${row.clientId}, ${row.fromAccount}, ${row.fromOrganisation}, daterange(${
        row.fromDay >= today ? row.fromDay : today
      }::date, null))`.execute(db);
    await markUndone(row.id);
  }
  return rows;

  function markUndone(id: string) {
    return setRows(db, 'clients.hand_over', id, { undone_at: now.toISOString(), undone_by: by });
  }
}

/** Who made a batch and when; undefined when there is none. Ask as the house. */
export async function makerOf(system: ViewerContext, batchId: string) {
  return system.db
    .selectFrom('clients.hand_over')
    .select(['made_by', 'made_at'])
    .where('batch_id', '=', batchId)
    .limit(1)
    .executeTakeFirst();
}
