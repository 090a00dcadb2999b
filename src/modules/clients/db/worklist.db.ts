import { type RawBuilder, sql } from 'kysely';
import type { Handle } from '#access';
import { endOfWeek } from '../domain/duties.ts';
import type { Duty } from '../domain/path.ts';
import { dutyOf } from './tasks.db.ts';

/** What a work list can be narrowed to. */
export const worklistFilters = ['overdue', 'this-week', 'no-plan', 'in-pilot', 'no-duty'] as const;
export type WorklistFilter = (typeof worklistFilters)[number];

/** Orders of a work list; a dash before the name turns it round. */
export const worklistSorts = ['due', '-due', 'name', '-name', 'search-start', '-search-start'] as const;
export type WorklistSort = (typeof worklistSorts)[number];

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
  /** Values of the order's columns, for the cursor. */
  key: string[];
}

export interface WorklistCounts {
  all: number;
  overdue: number;
  thisWeek: number;
  noPlan: number;
  inPilot: number;
  noDuty: number;
}

/** A name as it is compared in a search: small letters, without accents, words apart. */
const folded = (text: RawBuilder<unknown>) => sql`translate(lower(${text}), 'åäöéèüõáàšž-', 'aaoeeuoaasz ')`;

const narrowing: Record<WorklistFilter, (days: { today: string; sunday: string }) => RawBuilder<unknown>> = {
  overdue: ({ today }) => sql`due_on < ${today}::date`,
  'this-week': ({ today, sunday }) => sql`due_on between ${today}::date and ${sunday}::date`,
  'no-plan': () => sql`not has_plan`,
  'in-pilot': () => sql`in_pilot`,
  'no-duty': () => sql`task_id is null`,
};

const columns: Record<'due' | 'name' | 'search-start', RawBuilder<unknown>[]> = {
  due: [sql`due_key`, sql`client_id`],
  name: [sql`family_name collate kernel_finnish`, sql`given_name collate kernel_finnish`, sql`client_id`],
  'search-start': [sql`start_key`, sql`client_id`],
};
const keyTypes = {
  due: [sql`date`, sql`uuid`],
  name: [sql`text`, sql`text`, sql`uuid`],
  'search-start': [sql`date`, sql`uuid`],
};

/**
 * The viewer's own clients today with the nearest duty of each, narrowed, searched and ordered, in one query: a page
 * and one row more, how many there are in all, and counts of what the list can be narrowed to.
 */
export async function readWorklist(
  handle: Handle,
  asked: {
    words: readonly string[];
    filters: readonly WorklistFilter[];
    sort: WorklistSort;
    after: readonly string[] | undefined;
    limit: number;
  },
): Promise<{ rows: WorklistRow[]; total: number; counts: WorklistCounts }> {
  const { today, viewer } = handle;
  const days = { today, sunday: endOfWeek(today) };
  const falling = asked.sort.startsWith('-');
  const order = asked.sort.replace(/^-/, '') as keyof typeof columns;
  const wanted = [
    sql`true`,
    ...asked.filters.map((filter) => narrowing[filter](days)),
    ...asked.words.map(matches),
  ];
  const keyset = asked.after
    ? sql`(${sql.join(columns[order])}) ${falling ? sql`<` : sql`>`} (${sql.join(
        asked.after.map((value, i) => sql`${value}::${keyTypes[order][i]}`),
      )})`
    : sql`true`;
  const ordered = sql.join(columns[order].map((column) => sql`${column} ${falling ? sql`desc` : sql`asc`}`));
  const { rows } = await sql<Row>`
    with own as materialized (
      select r.client_id, n.given_name, n.family_name, c.search_started_on, t.id as task_id, t.kind, t.due_on, t.rule_id,
        t.subject_id, t.details, coalesce(t.open_duties, 0) as open_duties,
        coalesce(t.due_on, '9999-12-31'::date) as due_key, coalesce(c.search_started_on, '9999-12-31'::date) as start_key,
        exists (select from clients.plan p where p.client_id = r.client_id and p.ended_on is null) as has_plan,
        exists (select from clients.pilot_place m where m.client_id = r.client_id) as in_pilot
        from clients.responsibility r
        join clients.client c on c.id = r.client_id
        join clients.name n on n.client_id = r.client_id
        left join lateral (
          select d.*, count(*) over () as open_duties from clients.task d
           where d.client_id = r.client_id and d.done_on is null order by d.due_on, d.id limit 1) t on true
       where r.account_id = ${viewer.accountId} and r.during @> ${today}::date
    ), counts as (
      select count(*) as every, count(*) filter (where ${narrowing.overdue(days)}) as overdue,
        count(*) filter (where ${narrowing['this-week'](days)}) as this_week, count(*) filter (where not has_plan) as no_plan,
        count(*) filter (where in_pilot) as in_pilot_count, count(*) filter (where task_id is null) as no_duty
        from own
    ), hits as (
      select own.* from own where ${sql.join(wanted, sql` and `)}
    ), shown as (
      select * from hits where ${keyset} order by ${ordered} limit ${asked.limit + 1}
    )
    select shown.*, counts.every, counts.overdue, counts.this_week, counts.no_plan, counts.in_pilot_count, counts.no_duty,
      (select count(*) from hits) as hits
      from counts left join shown on true order by ${ordered}`.execute(handle.db);
  const first = rows[0]!;
  return {
    rows: rows.filter((row) => row.client_id !== null).map((row) => rowOf(row, order, today)),
    total: first.hits,
    counts: {
      all: first.every,
      overdue: first.overdue,
      thisWeek: first.this_week,
      noPlan: first.no_plan,
      inPilot: first.in_pilot_count,
      noDuty: first.no_duty,
    },
  };
}

/** A word is found at the beginning of a part of a name, or in a name that is nearly the same. */
function matches(word: string): RawBuilder<unknown> {
  const given = folded(sql`given_name`);
  const family = folded(sql`family_name`);
  const sought = folded(sql`${word}::text`);
  return sql`(strpos(' ' || ${given} || ' ' || ${family}, ' ' || ${sought}) > 0
    or similarity(${sought}, ${given}) >= 0.4 or similarity(${sought}, ${family}) >= 0.4)`;
}

interface Row {
  client_id: string | null;
  given_name: string;
  family_name: string;
  search_started_on: string | null;
  task_id: string | null;
  kind: string;
  due_on: string;
  due_key: string;
  start_key: string;
  rule_id: string | null;
  subject_id: string | null;
  details: Record<string, unknown>;
  open_duties: number;
  has_plan: boolean;
  in_pilot: boolean;
  every: number;
  overdue: number;
  this_week: number;
  no_plan: number;
  in_pilot_count: number;
  no_duty: number;
  hits: number;
}

function rowOf(row: Row, order: keyof typeof columns, today: string): WorklistRow {
  const clientId = row.client_id!;
  const key = {
    due: [row.due_key, clientId],
    name: [row.family_name, row.given_name, clientId],
    'search-start': [row.start_key, clientId],
  }[order];
  return {
    clientId,
    givenName: row.given_name,
    familyName: row.family_name,
    openDuties: row.open_duties,
    hasPlan: row.has_plan,
    inPilot: row.in_pilot,
    key,
    ...(row.task_id === null ? {} : { duty: dutyOf({ ...row, id: row.task_id }, today) }),
    ...(row.search_started_on === null ? {} : { searchStartedOn: row.search_started_on }),
  };
}
