import { sql } from 'kysely';
import { rolesWith, type ViewerContext } from '#access';
import { setRows } from '#db/table-rows.ts';
import { addDays, type Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { inOrder } from '#lists';
import type { CaseEndReason } from '../domain/codes.ts';
import { daysOpenAfterClosing } from '../domain/searches.ts';

export interface Responsible {
  accountId: string;
  organisationId: string;
  /** Name of the worker. */
  name: string;
  organisation: LocalisedText;
  since: Day;
  /** Who stands in today while the responsible worker is away, and the last day of it. */
  substitute?: { accountId: string; name: string; until: Day };
}

/** The accounts of those who work with the person today: the responsible worker, and the substitute during an absence. */
export const workersWith = (responsible: Responsible | undefined): string[] =>
  responsible === undefined
    ? []
    : [responsible.accountId, ...(responsible.substitute ? [responsible.substitute.accountId] : [])];

/** Who is responsible for these people today. Open to the responsible worker and the person; others ask as the house. */
export async function responsibleOf(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, Responsible>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    client_id: string;
    account_id: string;
    organisation_id: string;
    name: string;
    names: LocalisedText;
    since: string;
    substitute_id: string | null;
    substitute: string | null;
    until: string | null;
  }>`
    select r.client_id, r.account_id, r.organisation_id, a.name, o.names, lower(r.during) as since,
      v.substitute_id, s.name as substitute, upper(v.days) - 1 as until
      from clients.responsibility r
      join access.account a on a.id = r.account_id
      join networks.organisation o on o.id = r.organisation_id
      left join clients.cover v on v.account_id = r.account_id and v.days @> ${context.today}::date
      left join access.account s on s.id = v.substitute_id
     where r.client_id in (${sql.join([...new Set(ids)])}) and r.during @> ${context.today}::date`.execute(
    context.db,
  );
  return new Map(
    rows.map((row) => [
      row.client_id,
      {
        accountId: row.account_id,
        organisationId: row.organisation_id,
        name: row.name,
        organisation: row.names,
        since: row.since,
        ...(row.substitute_id === null || row.substitute === null || row.until === null
          ? {}
          : { substitute: { accountId: row.substitute_id, name: row.substitute, until: row.until } }),
      },
    ]),
  );
}

/** The open case of a person; undefined when there is none. Locked until the end of the transaction when asked. */
export async function openCaseOf(
  context: ViewerContext,
  clientId: string,
  lock = false,
): Promise<{ id: string; openedOn: Day } | undefined> {
  let query = context.db
    .selectFrom('clients.client_case')
    .select(['id', 'opened_on'])
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && { id: row.id, openedOn: row.opened_on };
}

/**
 * Closes a case today. Its worker keeps it for the days in which it can be reopened with a press, so that the file has one
 * reader and no more; whatever was agreed for later falls away.
 */
export async function closeCaseToday(
  system: ViewerContext,
  of: { caseId: string; reason: CaseEndReason; note?: string | undefined },
): Promise<void> {
  const { db, today } = system;
  await setRows(db, 'clients.client_case', of.caseId, {
    closed_on: today,
    closed_reason: of.reason,
    closed_note: of.note ?? null,
  });
  await sql`delete from clients.responsibility where case_id = ${of.caseId} and lower(during) > ${today}::date`.execute(
    db,
  );
  await sql`update clients.responsibility set during = daterange(lower(during), ${addDays(today, daysOpenAfterClosing)}::date)
    where case_id = ${of.caseId} and during @> ${today}::date`.execute(db);
}

/** Ends whatever responsibility is left of closed cases of a person: another case begins today. */
export async function endResponsibilities(system: ViewerContext, clientId: string): Promise<void> {
  const { db, today } = system;
  await sql`delete from clients.responsibility where client_id = ${clientId} and lower(during) >= ${today}::date`.execute(
    db,
  );
  await sql`update clients.responsibility set during = daterange(lower(during), ${today}::date)
    where client_id = ${clientId} and during @> ${today}::date`.execute(db);
}

/**
 * Gives the responsibility to another from a day on, for good: what was agreed for that day or later gives way, the
 * period before ends the day before, so that there is exactly one at every moment (PATH-03).
 */
export async function moveResponsibility(
  context: ViewerContext,
  move: {
    caseId: string;
    clientId: string;
    accountId: string;
    organisationId: string;
    from: Day;
    reason: string;
  },
): Promise<void> {
  const { db } = context;
  const { caseId, clientId, accountId, organisationId, from, reason } = move;
  await sql`delete from clients.responsibility where case_id = ${caseId} and lower(during) >= ${from}::date`.execute(
    db,
  );
  await sql`update clients.responsibility set during = daterange(lower(during), ${from}::date)
    where case_id = ${caseId} and during @> ${from}::date`.execute(db);
  await sql`insert into clients.responsibility (case_id, client_id, account_id, organisation_id, during, reason)
    values (${caseId}, ${clientId}, ${accountId}, ${organisationId}, daterange(${from}::date, null), ${reason})`.execute(
    db,
  );
}

export interface Colleague {
  accountId: string;
  name: string;
  organisationId: string;
  organisation: LocalisedText;
  /** People this worker is responsible for on the day. */
  clients: number;
  /** The last day of an absence that is on then. */
  awayUntil?: Day;
  /** Of those asked about, whose file would be the worker's own or a relative's. */
  closedTo: string[];
}

/** Workers who may be responsible for these people on a day, at least for one of them. Ask as the house. */
export async function possibleWorkers(
  context: ViewerContext,
  clientIds: readonly string[],
  on: Day,
): Promise<Colleague[]> {
  const { rows } = await sql<{
    account_id: string;
    name: string;
    organisation_id: string;
    names: LocalisedText;
    clients: number;
    away_until: Day | null;
    closed_to: string[];
  }>`
    select distinct on (${inOrder('a.name')}, ra.account_id) ra.account_id, a.name, ra.organisation_id, o.names,
      (select count(*) from clients.responsibility r join clients.client_case k on k.id = r.case_id and k.closed_on is null
        where r.account_id = ra.account_id and r.during @> ${on}::date) as clients,
      (select upper(v.days) - 1 from clients.cover v where v.account_id = ra.account_id and v.days @> ${on}::date) as away_until,
      array(select c.client_id from access.conflict c
        where c.account_id = ra.account_id and c.client_id = any(${[...clientIds]}::uuid[])) as closed_to
      from access.role_assignment ra
      join access.account a on a.id = ra.account_id and a.disabled_at is null
      join networks.organisation o on o.id = ra.organisation_id
     where ra.role = any(${[...rolesWith('caseload:read')]})
       and ra.valid_from <= ${on}::date and (ra.valid_to is null or ra.valid_to >= ${on}::date)
     order by ${inOrder('a.name')}, ra.account_id, ra.valid_from`.execute(context.db);
  return rows
    .filter((row) => clientIds.length === 0 || row.closed_to.length < clientIds.length)
    .map((row) => ({
      accountId: row.account_id,
      name: row.name,
      organisationId: row.organisation_id,
      organisation: row.names,
      clients: row.clients,
      closedTo: row.closed_to,
      ...(row.away_until === null ? {} : { awayUntil: row.away_until }),
    }));
}
