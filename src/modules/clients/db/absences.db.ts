import { sql } from 'kysely';
import { rolesWith, type ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import { addDays, type Day } from '#kernel/days.ts';

export interface Absence {
  absenceId: string;
  accountId: string;
  name: string;
  substituteId: string;
  substitute: string;
  from: Day;
  until: Day;
  madeBy: string;
  by: string;
  state: 'now' | 'coming' | 'over';
}

/** Absences that are on, coming, or were over less than 60 days ago, the present and coming ones first; or that of an id. */
export async function absencesOf(
  context: ViewerContext,
  of: { accountId?: string; absenceId?: string } = {},
): Promise<Absence[]> {
  const { today, db } = context;
  const { rows } = await sql<Absence>`
    select v.id as "absenceId", v.account_id as "accountId", a.name, v.substitute_id as "substituteId", s.name as substitute,
      lower(v.during) as "from", coalesce(upper(v.days), upper(v.during)) - 1 as until, v.made_by as "madeBy", m.name as by,
      case when v.days @> ${today}::date then 'now' when lower(v.days) > ${today}::date then 'coming' else 'over' end as state
      from clients.cover v
      join access.account a on a.id = v.account_id
      join access.account s on s.id = v.substitute_id
      join access.account m on m.id = v.made_by
     where ${of.absenceId === undefined ? sql`upper(v.days) > ${addDays(today, -60)}::date` : sql`v.id = ${of.absenceId}`}
       and ${of.accountId === undefined ? sql`true` : sql`${of.accountId} in (v.account_id, v.substitute_id)`}
     order by upper(v.days) <= ${today}::date, lower(v.days), a.name, v.id`.execute(db);
  return rows;
}

/** What stands in the way of an absence on these days: `until` is the last of them. Ask as the house. */
export async function hindranceOf(
  system: ViewerContext,
  of: { accountId: string; substituteId: string; from: Day; until: Day },
): Promise<'absence-overlaps' | 'stands-in-then' | 'substitute-is-away' | undefined> {
  const { rows } = await sql<{ overlaps: boolean; stands_in: boolean; away: boolean }>`
    select coalesce(bool_or(v.account_id = ${of.accountId}), false) as overlaps,
      coalesce(bool_or(v.substitute_id = ${of.accountId}), false) as stands_in,
      coalesce(bool_or(v.account_id = ${of.substituteId}), false) as away
      from clients.cover v where v.days && daterange(${of.from}::date, ${of.until}::date, '[]')`.execute(
    system.db,
  );
  const found = rows[0]!;
  if (found.overlaps) return 'absence-overlaps';
  if (found.stands_in) return 'stands-in-then';
  return found.away ? 'substitute-is-away' : undefined;
}

/** Does the account hold a role with clients for all of these days? Ask as the house. */
export async function worksThrough(
  system: ViewerContext,
  accountId: string,
  from: Day,
  until: Day,
): Promise<boolean> {
  const { rows } = await sql<{ works: boolean }>`
    select coalesce(range_agg(daterange(ra.valid_from, ra.valid_to, '[]')) @> daterange(${from}::date, ${until}::date, '[]'), false) as works
      from access.role_assignment ra join access.account a on a.id = ra.account_id and a.disabled_at is null
     where ra.account_id = ${accountId} and ra.role = any(${[...rolesWith('caseload:read')]})`.execute(
    system.db,
  );
  return rows[0]!.works;
}

/** Writes an absence with its substitute. Kept by the house alone. */
export function addAbsence(
  system: ViewerContext,
  of: { accountId: string; substituteId: string; from: Day; until: Day; by: string },
): Promise<string> {
  return addRow(system.db, 'clients.cover', {
    account_id: of.accountId,
    substitute_id: of.substituteId,
    during: `[${of.from},${of.until}]`,
    made_by: of.by,
    made_at: system.now.toISOString(),
  });
}

/** Ends an absence: from today on it is no more, and one that is still ahead never was. Kept by the house alone. */
export async function endAbsenceNow(system: ViewerContext, absenceId: string, by: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update clients.cover set ended_on = greatest(lower(during), ${system.today}::date), ended_by = ${by}
     where id = ${absenceId} and upper(days) > ${system.today}::date`.execute(system.db);
  return numAffectedRows === 1n;
}

/** The people whom a worker answers for on a day: those open to another, with their own accounts, and how many are not. Ask as the house. */
export async function clientsOfWorker(
  system: ViewerContext,
  of: { accountId: string; substituteId: string; from: Day },
): Promise<{ all: number; closed: number; open: string[]; accounts: string[] }> {
  const { rows } = await sql<{ client_id: string; closed: boolean; account_id: string | null }>`
    select r.client_id, exists (select from access.conflict c where c.account_id = ${of.substituteId} and c.client_id = r.client_id) as closed,
      (select ra.account_id from access.role_assignment ra where ra.client_id = r.client_id and ra.role = any(${[...rolesWith('own-page:use')]})
        and ra.valid_from <= ${system.today}::date and (ra.valid_to is null or ra.valid_to >= ${system.today}::date) limit 1) as account_id
      from clients.responsibility r join clients.client_case k on k.id = r.case_id and k.closed_on is null
     where r.account_id = ${of.accountId} and r.during @> ${of.from}::date`.execute(system.db);
  return {
    all: rows.length,
    closed: rows.filter(({ closed }) => closed).length,
    open: rows.flatMap(({ closed, client_id }) => (closed ? [] : [client_id])),
    accounts: rows.flatMap(({ closed, account_id }) => (account_id === null || closed ? [] : [account_id])),
  };
}
