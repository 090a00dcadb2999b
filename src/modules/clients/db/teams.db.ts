import { sql } from 'kysely';
import { rolesWith, type ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { type Asked, pageFromSql, type SqlKey } from '#lists';
import type { TaskKind } from '../domain/kinds.ts';

export interface TeamRow {
  accountId: string;
  name: string;
  organisation: LocalisedText;
  clients: number;
  late: number;
  substitute: string | null;
  awayUntil: Day | null;
}

/** Who works with clients today, with how many each answers for, how many of them are late, and who stands in. Ask as the house. */
export async function readTeams(system: ViewerContext): Promise<TeamRow[]> {
  const { today } = system;
  const { rows } = await sql<TeamRow>`
    select distinct on (a.id) a.id as "accountId", a.name, o.names as organisation, coalesce(w.clients, 0) as clients,
      coalesce(w.late, 0) as late, s.name as substitute, upper(v.days) - 1 as "awayUntil"
      from access.role_assignment ra
      join access.account a on a.id = ra.account_id and a.disabled_at is null
      join networks.organisation o on o.id = ra.organisation_id
      left join clients.cover v on v.account_id = a.id and v.days @> ${today}::date
      left join access.account s on s.id = v.substitute_id
      left join (
        select r.account_id, count(*) as clients,
          count(*) filter (where exists (select from clients.open_task t where t.client_id = r.client_id and t.due_on < ${today}::date)) as late
          from clients.responsibility r join clients.client_case k on k.id = r.case_id and k.closed_on is null
         where r.during @> ${today}::date group by r.account_id) w on w.account_id = a.id
     where ra.role = any(${[...rolesWith('caseload:read')]})
       and ra.valid_from <= ${today}::date and (ra.valid_to is null or ra.valid_to >= ${today}::date)
     order by a.id, ra.valid_from desc`.execute(system.db);
  return rows;
}

export interface TeamClient {
  clientId: string;
  givenName: string;
  familyName: string;
  birthYear: number | null;
  kind: TaskKind | null;
  dueOn: Day | null;
}

/**
 * The clients of one worker as whoever divides the work needs them: name, year of birth, the nearest duty. An own or a
 * relative's file of the reader is left out, and counted. Ask as the house.
 */
export async function readTeamClients(
  system: ViewerContext,
  of: { accountId: string; reader: string },
  asked: Asked,
) {
  const { today } = system;
  const name: SqlKey = { by: sql`own.search`, as: 'letters' };
  const closed = sql`exists (select from access.conflict c where c.account_id = ${of.reader} and c.client_id = r.client_id)`;
  const held = sql`clients.responsibility r join clients.client_case k on k.id = r.case_id and k.closed_on is null
    where r.account_id = ${of.accountId} and r.during @> ${today}::date`;
  const page = await pageFromSql<TeamClient>(
    system,
    {
      name: 'team-clients',
      from: sql`(select r.client_id as "clientId", n.given_name as "givenName", n.family_name as "familyName", n.search, t.kind,
          t.due_on as "dueOn", extract(year from p.birth_date)::int as "birthYear"
        from (select r.client_id from ${held} and not ${closed}) r
        join clients.name n on n.client_id = r.client_id
        left join clients.personal_code p on p.client_id = r.client_id
        left join lateral (select d.kind, d.due_on from clients.open_task d where d.client_id = r.client_id
          order by d.due_on, d.id limit 1) t on true) own`,
      id: sql`own."clientId"`,
      row: sql`own.*`,
      sorts: { name: [name], due: [{ by: sql`own."dueOn"`, as: 'date' }, name] },
      sort: 'name',
      search: sql`own.search`,
    },
    asked,
  );
  const { rows } = await sql<{
    closed: number;
  }>`select count(*) filter (where ${closed}) as closed from ${held}`.execute(system.db);
  return { page, closed: rows[0]!.closed };
}
