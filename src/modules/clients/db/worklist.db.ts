import { type RawBuilder, sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addDays } from '#kernel/days.ts';
import { ok } from '#kernel/result.ts';
import { type Asked, pageFromSql, type SqlKey } from '#lists';
import { daysReceived, type WorklistFilter } from '../domain/codes.ts';
import { endOfWeek } from '../domain/duties.ts';
import type { Duty } from '../domain/path.ts';
import { dutyOf } from './tasks.db.ts';

export interface WorklistRow {
  clientId: string;
  givenName: string;
  familyName: string;
  /** The nearest open duty; absent when nothing is waited for. */
  duty?: Duty;
  openDuties: number;
  searchStartedOn?: string;
  hasPlan: boolean;
  inPilot: boolean;
  /** What tells two people of one name apart: the year of birth, and the home when it is not protected. */
  birthYear?: number;
  homeCode?: string;
  /** For whom the viewer stands in, to which day. */
  coveredFor?: { name: string; until: string };
}

export interface WorklistCounts {
  all: number;
  overdue: number;
  today: number;
  thisWeek: number;
  noPlan: number;
  inPilot: number;
  noDuty: number;
  covered: number;
  received: number;
}

const narrowing: Record<WorklistFilter, (days: { today: string; sunday: string }) => RawBuilder<unknown>> = {
  overdue: ({ today }) => sql`own.due_on < ${today}::date`,
  today: ({ today }) => sql`own.due_on = ${today}::date`,
  'this-week': ({ today, sunday }) => sql`own.due_on between ${today}::date and ${sunday}::date`,
  'no-plan': () => sql`not own.has_plan`,
  'in-pilot': () => sql`own.in_pilot`,
  covered: () => sql`own.covered_for is not null`,
  received: () => sql`own.received`,
  'no-duty': () => sql`own.task_id is null`,
};

/** The viewer's own clients today, and those for whose worker the viewer stands in, with the nearest duty of each. */
function ownClients({ viewer, today }: ViewerContext): RawBuilder<unknown> {
  return sql`(
      select r.client_id, n.given_name, n.family_name, n.search,
        case when s.search_ended_on is null or s.search_ended_on > ${today}::date then s.search_started_on end as search_started_on,
        absent.name as covered_for, upper(v.days) - 1 as covered_until,
        exists (select from clients.hand_over h where h.case_id = r.case_id and h.to_account = r.account_id and h.undone_at is null
          and h.from_day between ${addDays(today, 1 - daysReceived)}::date and ${today}::date) as received, t.id as task_id, t.kind, t.due_on,
        t.rule_id, t.subject_id, t.details, coalesce(t.open_duties, 0) as open_duties,
        exists (select from clients.plan p where p.client_id = r.client_id and p.ended_on is null) as has_plan,
        exists (select from clients.pilot_place m where m.client_id = r.client_id) as in_pilot
        from clients.responsibility r
        join clients.client_case k on k.id = r.case_id and k.closed_on is null
        left join clients.latest_search s on s.client_id = r.client_id
        left join clients.cover v on v.account_id = r.account_id and v.substitute_id = ${viewer.accountId} and v.days @> ${today}::date
        left join access.account absent on absent.id = v.account_id
        join clients.name n on n.client_id = r.client_id
        left join lateral (
          select d.*, count(*) over () as open_duties from clients.open_task d
           where d.client_id = r.client_id order by d.due_on, d.id limit 1) t on true
       where (r.account_id = ${viewer.accountId} or v.id is not null) and r.during @> ${today}::date) own`;
}

/** A page of the viewer's own clients, narrowed, searched and ordered. */
export async function readWorklist(context: ViewerContext, asked: Asked) {
  const days = { today: context.today, sunday: endOfWeek(context.today) };
  const name: SqlKey = { by: sql`own.search`, as: 'letters' };
  const page = await pageFromSql<Row>(
    context,
    {
      name: 'clients',
      from: ownClients(context),
      id: sql`own.client_id`,
      row: sql`own.*,
        (select extract(year from p.birth_date)::int from clients.personal_code p where p.client_id = own.client_id) as birth_year,
        (select h.municipality_code from clients.home h where h.client_id = own.client_id) as home_code`,
      sorts: {
        due: [{ by: sql`own.due_on`, as: 'date' }, name],
        name: [name],
        'search-start': [{ by: sql`own.search_started_on`, as: 'date' }, name],
      },
      sort: 'due',
      search: sql`own.search`,
      filters: {
        only: (filters) =>
          sql.join(
            filters.map((filter) => narrowing[filter as WorklistFilter](days)),
            sql` and `,
          ),
      },
    },
    asked,
  );
  return page.ok
    ? ok({ ...page.value, rows: page.value.rows.map((row) => rowOf(row, context.today)) })
    : page;
}

/** How many clients there are in all and by what the list can be narrowed to. */
export async function countWorklist(context: ViewerContext): Promise<WorklistCounts> {
  const days = { today: context.today, sunday: endOfWeek(context.today) };
  const where = (filter: WorklistFilter) => sql`count(*) filter (where ${narrowing[filter](days)})`;
  const { rows } = await sql<WorklistCounts>`
    select count(*) as all, ${where('overdue')} as overdue, ${where('today')} as today, ${where('this-week')} as "thisWeek",
      ${where('no-plan')} as "noPlan", ${where('in-pilot')} as "inPilot", ${where('no-duty')} as "noDuty",
      ${where('covered')} as covered, ${where('received')} as received
      from ${ownClients(context)}`.execute(context.db);
  return rows[0]!;
}

interface Row {
  client_id: string;
  given_name: string;
  family_name: string;
  search_started_on: string | null;
  task_id: string | null;
  kind: string;
  due_on: string;
  rule_id: string | null;
  subject_id: string | null;
  details: Record<string, unknown>;
  open_duties: number;
  has_plan: boolean;
  in_pilot: boolean;
  birth_year: number | null;
  home_code: string | null;
  covered_for: string | null;
  covered_until: string | null;
}

function rowOf(row: Row, today: string): WorklistRow {
  return {
    clientId: row.client_id,
    givenName: row.given_name,
    familyName: row.family_name,
    openDuties: row.open_duties,
    hasPlan: row.has_plan,
    inPilot: row.in_pilot,
    ...(row.birth_year === null ? {} : { birthYear: row.birth_year }),
    ...(row.covered_for === null || row.covered_until === null
      ? {}
      : { coveredFor: { name: row.covered_for, until: row.covered_until } }),
    ...(row.home_code === null ? {} : { homeCode: row.home_code }),
    ...(row.task_id === null ? {} : { duty: dutyOf({ ...row, id: row.task_id }, today) }),
    ...(row.search_started_on === null ? {} : { searchStartedOn: row.search_started_on }),
  };
}
