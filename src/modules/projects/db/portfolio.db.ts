import { type RawBuilder, sql } from 'kysely';
import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import type { portfolioOnly, sortings } from '../domain/codes.ts';
import type { InstrumentCode, ProjectState } from '../domain/draft.ts';
import { committedStates } from '../domain/states.ts';

/** A project in the portfolio. Sums are absent where no line and no document tells them. */
export interface PortfolioRow {
  projectId: string;
  name: string;
  numbers: string[];
  applicant: string | undefined;
  instrument: InstrumentCode;
  state: ProjectState;
  stateSince: Day;
  startsOn: Day | undefined;
  endsOn: Day | undefined;
  reportDueOn: Day | undefined;
  total: Cents | undefined;
  grant: Cents | undefined;
  own: Cents | undefined;
  approved: Cents | undefined;
  realised: Cents | undefined;
  findings: number;
  /** Unmet conditions. */
  waiting: number;
  /** Other projects for the same group in the same area at the same time (NET-25). */
  overlaps: number;
}

export type Sorting = (typeof sortings)[number];

export interface PortfolioQuery {
  text?: string | undefined;
  states?: readonly ProjectState[] | undefined;
  instruments?: readonly InstrumentCode[] | undefined;
  municipality?: string | undefined;
  only?: (typeof portfolioOnly)[number] | undefined;
  /** The day of the reader, for deadlines. */
  today: Day;
  sort: Sorting;
  descending: boolean;
}

/** Where a page ends: the sorting value of its last row as text, and its id. */
export interface PortfolioPlace {
  value: string;
  id: string;
}

/** Money by project, from its lines or, without any, from what its documents state of the whole. */
const money = sql`
  select p.id,
         coalesce(l.requested, f.whole, f.yearly, f.public_planned) as total,
         coalesce(s.grant_cents, coalesce(l.requested, f.whole, f.yearly) - s.own_cents, f.granted) as grant_cents,
         coalesce(s.own_cents, f.own_share) as own_cents,
         coalesce(l.approved, f.granted) as approved,
         coalesce(r.cents, f.realised) as realised
    from projects.project p
    left join (select project_id,
           sum(case when kind = 'income' then -requested else requested end)::bigint as requested,
           sum(case when kind = 'income' then -approved else approved end)::bigint as approved
      from projects.cost_line group by project_id) l on l.project_id = p.id
    left join (select project_id,
           sum(requested) filter (where role = 'grant')::bigint as grant_cents,
           sum(requested) filter (where role = 'own')::bigint as own_cents
      from projects.funding_share group by project_id) s on s.project_id = p.id
    left join (select project_id,
           max(cents) filter (where kind = 'costs-total' and year is null) as whole,
           sum(cents) filter (where kind = 'costs-total' and year is not null)::bigint as yearly,
           max(cents) filter (where kind = 'public-planned') as public_planned,
           max(cents) filter (where kind = 'own-share') as own_share,
           max(cents) filter (where kind = 'granted') as granted,
           max(cents) filter (where kind = 'realised') as realised
      from projects.figure group by project_id) f on f.project_id = p.id
    left join (select project_id, sum(case when kind = 'income' then -cents else cents end)::bigint as cents
      from projects.realised group by project_id) r on r.project_id = p.id`;

/** Do two projects run at the same time? An open end is open. A rejected or closed project overlaps nobody. */
const together = sql`(o.starts_on is null or p.ends_on is null or o.starts_on <= p.ends_on)
  and (p.starts_on is null or o.ends_on is null or p.starts_on <= o.ends_on)
  and o.state not in ('rejected','closed')`;

const overlapping = sql`
  select o.id, o.name, o.state, o.starts_on, o.ends_on from projects.project o
   where o.id <> p.id and p.state not in ('rejected','closed') and ${together}
     and exists (select from projects.reach a join projects.reach b on b.municipality_code = a.municipality_code
                  where a.project_id = p.id and b.project_id = o.id)
     and exists (select from projects.target_group a join projects.target_group b on b.code = a.code
                  where a.project_id = p.id and b.project_id = o.id)`;

function where(query: PortfolioQuery): RawBuilder<unknown> {
  const conditions = [sql`true`];
  const text = (query.text ?? '').trim().toLowerCase();
  if (text !== '') {
    const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    // Spaces and line breaks inside a number do not matter (PJ-03), nor does a slip in a name (F-25).
    const bare = text.replace(/\s/g, '');
    conditions.push(sql`(lower(p.name) like ${like} or word_similarity(${text}, lower(p.name)) >= 0.5
      or exists (select from projects.register_number n where n.project_id = p.id
           and (lower(n.printed) like ${like} or replace(lower(n.printed), ' ', '') like ${`%${bare.replace(/[\\%_]/g, '\\$&')}%`}))
      or exists (select from projects.part t where t.project_id = p.id and lower(t.name) like ${like}))`);
  }
  if (query.states && query.states.length > 0)
    conditions.push(sql`p.state = any(${[...query.states]}::text[])`);
  if (query.instruments && query.instruments.length > 0)
    conditions.push(sql`p.instrument = any(${[...query.instruments]}::text[])`);
  if (query.municipality !== undefined)
    conditions.push(
      sql`exists (select from projects.reach r where r.project_id = p.id and r.municipality_code = ${query.municipality})`,
    );
  if (query.only === 'findings') conditions.push(sql`p.findings > 0`);
  if (query.only === 'waiting')
    conditions.push(
      sql`exists (select from projects.condition c where c.project_id = p.id and c.met_on is null)`,
    );
  if (query.only === 'unused')
    conditions.push(sql`p.state in ('granted','running','ended') and m.approved > coalesce(m.realised, 0)
      and (p.state = 'ended' or p.ends_on < ${query.today}::date)`);
  if (query.only === 'deadlines')
    conditions.push(sql`p.state in ('granted','running','ended') and (p.report_due_on <= ${query.today}::date + 30
      or (p.state <> 'ended' and p.ends_on <= ${query.today}::date + 90))`);
  if (query.only === 'overlaps') conditions.push(sql`exists (${overlapping})`);
  return sql.join(conditions, sql` and `);
}

/** The order of states is the order of a project's life. */
const stateOrder = sql`array_position(array['idea','applied','granted','running','ended','closed','rejected'], p.state)`;

const sortKeys: Readonly<Record<Sorting, { readonly value: RawBuilder<unknown>; readonly type: string }>> = {
  name: { value: sql`p.name collate kernel_finnish`, type: 'text collate kernel_finnish' },
  state: { value: stateOrder, type: 'integer' },
  ends: { value: sql`coalesce(p.ends_on, date '9999-12-31')`, type: 'date' },
  total: { value: sql`coalesce(m.total, -1)`, type: 'bigint' },
  realised: { value: sql`coalesce(m.realised, -1)`, type: 'bigint' },
  findings: { value: sql`p.findings`, type: 'integer' },
};

/** Rows of the portfolio open to the viewer, sorted, from after a place. Overlaps are counted for the rows shown. */
export async function portfolioRows(
  handle: Handle,
  query: PortfolioQuery,
  limit: number,
  after?: PortfolioPlace,
): Promise<(PortfolioRow & { sortValue: string })[]> {
  const { value, type } = sortKeys[query.sort];
  const beyond = query.descending ? sql`<` : sql`>`;
  const way = query.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<Record<string, never>>`
    with page as (
      select p.*, m.total, m.grant_cents, m.own_cents, m.approved, m.realised, (${value})::text as sort_value,
             row_number() over (order by ${value} ${way}, p.id ${way}) as place
        from projects.project p join (${money}) m on m.id = p.id
       where ${where(query)}
         and ${
           after === undefined
             ? sql`true`
             : sql`((${value}) ${beyond} ${after.value}::${sql.raw(type)}
                 or ((${value}) = ${after.value}::${sql.raw(type)} and p.id ${beyond} ${after.id}::uuid))`
         }
       order by ${value} ${way}, p.id ${way}
       limit ${limit})
    select p.id as "projectId", p.name, p.instrument, p.state, p.state_since::text as "stateSince",
           p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", p.report_due_on::text as "reportDueOn",
           p.total, p.grant_cents as "grant", p.own_cents as "own", p.approved, p.realised, p.findings, p.sort_value as "sortValue",
           array(select n.printed from projects.register_number n where n.project_id = p.id order by n.position) as numbers,
           (select t.name from projects.part t where t.project_id = p.id and t.role = 'applicant' limit 1) as applicant,
           (select count(*)::int from projects.condition c where c.project_id = p.id and c.met_on is null) as waiting,
           (select count(*)::int from (${overlapping}) as others) as overlaps
      from page p order by p.place`.execute(handle.db);
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, one]) => [key, one ?? undefined]),
      ) as unknown as PortfolioRow & { sortValue: string },
  );
}

export interface PortfolioTotals {
  projects: number;
  /** Projects whose total nobody has told. */
  unknown: number;
  /** Of granted, running and ended projects only: what is rejected or a mere idea commits nobody (PJ-27). */
  committed: Cents;
  committedProjects: number;
  requested: Cents;
  realised: Cents;
  /** Granted to projects that are not closed, and not used (WRN-07). */
  unused: Cents;
  byState: { state: ProjectState; projects: number; total: Cents }[];
}

/** Sums over everything that the query finds, not only the page. */
export async function portfolioTotals(handle: Handle, query: PortfolioQuery): Promise<PortfolioTotals> {
  const { rows } = await sql<{
    state: ProjectState;
    projects: number;
    unknown: number;
    total: number;
    realised: number;
    unused: number;
  }>`
    select p.state, count(*)::int as projects, count(*) filter (where m.total is null)::int as unknown,
           coalesce(sum(m.total), 0)::bigint as total, coalesce(sum(m.realised), 0)::bigint as realised,
           coalesce(sum(greatest(m.approved - coalesce(m.realised, 0), 0)), 0)::bigint as unused
      from projects.project p join (${money}) m on m.id = p.id
     where ${where(query)}
     group by p.state order by ${stateOrder}`.execute(handle.db);
  const sum = (of: (row: (typeof rows)[number]) => number, states?: readonly ProjectState[]) =>
    rows.filter((row) => states?.includes(row.state) ?? true).reduce((all, row) => all + of(row), 0);
  return {
    projects: sum((row) => row.projects),
    unknown: sum((row) => row.unknown),
    committed: sum((row) => row.total, committedStates),
    committedProjects: sum((row) => row.projects, committedStates),
    requested: sum((row) => row.total),
    realised: sum((row) => row.realised),
    unused: sum((row) => row.unused, committedStates),
    byState: rows.map(({ state, projects, total }) => ({ state, projects, total })),
  };
}

/** What is known of when the money of these projects would be used: sums by year, and what somebody has told. */
export async function spendingOf(handle: Handle, projectIds: readonly string[]) {
  const years = await handle.db
    .selectFrom('projects.figure')
    .select(['project_id as projectId', 'year', 'cents'])
    .where('kind', '=', 'costs-total')
    .where('year', 'is not', null)
    .where('project_id', 'in', [...projectIds])
    .execute();
  const told = await handle.db
    .selectFrom('projects.spending')
    .select(['project_id as projectId', 'starts_on as from', 'months', 'cents'])
    .where('project_id', 'in', [...projectIds])
    .execute();
  return { years, told };
}

export interface Overlap {
  projectId: string;
  name: string;
  state: ProjectState;
  startsOn: Day | undefined;
  endsOn: Day | undefined;
  groups: string[];
  municipalities: string[];
}

/** Projects for the same group in the same area at the same time, with what is shared (NET-25). */
export async function overlapsOf(handle: Handle, projectId: string): Promise<Overlap[]> {
  const { rows } = await sql<Record<string, never>>`
    select o.id as "projectId", o.name, o.state, o.starts_on::text as "startsOn", o.ends_on::text as "endsOn",
           array(select distinct a.code from projects.target_group a join projects.target_group b on b.code = a.code
                  where a.project_id = p.id and b.project_id = o.id order by 1) as groups,
           array(select a.municipality_code from projects.reach a join projects.reach b on b.municipality_code = a.municipality_code
                  where a.project_id = p.id and b.project_id = o.id order by 1) as municipalities
      from projects.project p cross join lateral (${overlapping}) o
     where p.id = ${projectId}
     order by o.name collate kernel_finnish, o.id`.execute(handle.db);
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, one]) => [key, one ?? undefined]),
      ) as unknown as Overlap,
  );
}
