import { type RawBuilder, sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import { ok } from '#kernel/result.ts';
import { type Asked, hitsFromSql, inOrder, pageFromSql, type SqlList } from '#lists';
import type { portfolioOnly } from '../domain/codes.ts';
import type { InstrumentCode, ProjectState } from '../domain/draft.ts';
import { committedStates } from '../domain/states.ts';
import { fundedStates } from './names.db.ts';

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

/** Money by project, from its lines or, without any, from what its documents state of the whole. */
const money = sql`
  select p.id,
         coalesce(l.requested, f.whole, f.yearly, f.public_planned) as total,
         coalesce(s.grant_cents, coalesce(l.requested, f.whole, f.yearly) - s.own_cents, f.granted) as grant_cents,
         coalesce(s.own_cents, f.own_share) as own_cents,
         coalesce(l.approved, f.granted) as approved,
         coalesce(p.used, f.realised) as realised
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
      from projects.figure group by project_id) f on f.project_id = p.id`;

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

const narrowing: Readonly<Record<(typeof portfolioOnly)[number], (today: Day) => RawBuilder<unknown>>> = {
  findings: () => sql`p.findings > 0`,
  waiting: () =>
    sql`exists (select from projects.condition c where c.project_id = p.id and c.met_on is null)`,
  overlaps: () => sql`exists (${overlapping})`,
  unused: (today) => sql`p.state in ('granted','running','ended') and m.approved > coalesce(m.realised, 0)
    and (p.state = 'ended' or p.ends_on < ${today}::date)`,
  deadlines: (
    today,
  ) => sql`p.state in ('granted','running','ended') and (p.report_due_on <= ${today}::date + 30
    or (p.state <> 'ended' and p.ends_on <= ${today}::date + 90))`,
};

/** The order of states is the order of a project's life. */
const stateOrder = sql`array_position(array['idea','applied','granted','running','ended','closed','rejected'], p.state)`;

/** Names, applicants and partners, and register numbers also without the spaces inside them (PJ-03). */
const texts = sql`texts as materialized (
  select p.id, search.letters(concat_ws(' ', p.name,
    (select string_agg(n.printed || ' ' || replace(n.printed, ' ', ''), ' ') from projects.register_number n where n.project_id = p.id),
    (select string_agg(t.name, ' ') from projects.part t where t.project_id = p.id))) as text
    from projects.project p)`;

/** The portfolio as a list of the database. Overlaps are counted for the rows of a page. */
function portfolioList(
  { today }: ViewerContext,
  { search }: Asked,
): SqlList & { readonly with: RawBuilder<unknown> } {
  const name = { by: sql`p.name`, as: 'text' } as const;
  return {
    name: 'projects',
    with: sql`money as materialized (${money}), ${texts}`,
    from: sql`projects.project p join money m on m.id = p.id ${search === '' ? sql`` : sql`join texts on texts.id = p.id`}`,
    id: sql`p.id`,
    row: sql`p.id as "projectId", p.name, p.instrument, p.state, p.state_since::text as "stateSince",
      p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", p.report_due_on::text as "reportDueOn",
      m.total, m.grant_cents as "grant", m.own_cents as "own", m.approved, m.realised, p.findings,
      array(select n.printed from projects.register_number n where n.project_id = p.id order by n.position) as numbers,
      (select t.name from projects.part t where t.project_id = p.id and t.role = 'applicant' limit 1) as applicant,
      (select count(*)::int from projects.condition c where c.project_id = p.id and c.met_on is null) as waiting,
      (select count(*)::int from (${overlapping}) as others) as overlaps`,
    sorts: {
      name: [name],
      state: [{ by: stateOrder, as: 'integer' }, name],
      ends: [{ by: sql`p.ends_on`, as: 'date' }, name],
      total: [{ by: sql`m.total`, as: 'numeric' }, name],
      realised: [{ by: sql`m.realised`, as: 'numeric' }, name],
      findings: [{ by: sql`p.findings`, as: 'integer' }, name],
    },
    sort: 'name',
    search: sql`texts.text`,
    filters: {
      state: (states) => sql`p.state = any (${[...states]}::text[])`,
      instrument: (codes) => sql`p.instrument = any (${[...codes]}::text[])`,
      place: (codes) => sql`exists (select from projects.reach r
        where r.project_id = p.id and r.municipality_code = any (${[...codes]}::text[]))`,
      only: (kinds) =>
        sql`(${sql.join(
          kinds.map((kind) => narrowing[kind as keyof typeof narrowing](today)),
          sql` and `,
        )})`,
    },
  };
}

/** A page of the portfolio open to the viewer, searched, narrowed and sorted. */
export async function portfolioPage(context: ViewerContext, asked: Asked) {
  const page = await pageFromSql<PortfolioRow>(context, portfolioList(context, asked), asked);
  if (!page.ok) return page;
  const rows = page.value.rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
      ) as unknown as PortfolioRow,
  );
  return ok({ ...page.value, rows });
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
  /** What has funded them, and since when. */
  funding: { instrument: InstrumentCode; on: Day | null }[];
}

/** Sums over everything that the query finds, not only the page. */
export async function portfolioTotals(context: ViewerContext, asked: Asked): Promise<PortfolioTotals> {
  const list = portfolioList(context, asked);
  const { rows } = await sql<{
    state: ProjectState;
    projects: number;
    unknown: number;
    total: number;
    realised: number;
    unused: number;
    funding: { instrument: InstrumentCode; on: Day | null }[];
  }>`
    with ${list.with}
    select p.state, count(*)::int as projects, count(*) filter (where m.total is null)::int as unknown,
           coalesce(sum(m.total), 0)::bigint as total, coalesce(sum(m.realised), 0)::bigint as realised,
           coalesce(sum(greatest(m.approved - coalesce(m.realised, 0), 0)), 0)::bigint as unused,
           jsonb_agg(distinct jsonb_build_object('instrument', p.instrument, 'on', p.starts_on)) as funding
      from ${list.from}
     where ${await hitsFromSql(context, list, asked)}
     group by p.state order by ${stateOrder}`.execute(context.db);
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
    funding: rows.flatMap(({ state, funding }) => (fundedStates.has(state) ? funding : [])),
  };
}

/** Codes of the municipalities that projects open to the viewer reach. */
export async function reachedPlaces(context: ViewerContext): Promise<string[]> {
  const rows = await context.db
    .selectFrom('projects.reach as r')
    .innerJoin('projects.project as p', 'p.id', 'r.project_id')
    .select('r.municipality_code as code')
    .distinct()
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => code);
}

/** What is known of when the money of these projects would be used: sums by year, and what somebody has told. */
export async function spendingOf(context: ViewerContext, projectIds: readonly string[]) {
  const years = await context.db
    .selectFrom('projects.figure')
    .select(['project_id as projectId', 'year', 'cents'])
    .where('kind', '=', 'costs-total')
    .where('year', 'is not', null)
    .where('project_id', 'in', [...projectIds])
    .execute();
  const told = await context.db
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
export async function overlapsOf(context: ViewerContext, projectId: string): Promise<Overlap[]> {
  const { rows } = await sql<Record<string, never>>`
    select o.id as "projectId", o.name, o.state, o.starts_on::text as "startsOn", o.ends_on::text as "endsOn",
           array(select distinct a.code from projects.target_group a join projects.target_group b on b.code = a.code
                  where a.project_id = p.id and b.project_id = o.id order by 1) as groups,
           array(select a.municipality_code from projects.reach a join projects.reach b on b.municipality_code = a.municipality_code
                  where a.project_id = p.id and b.project_id = o.id order by 1) as municipalities
      from projects.project p cross join lateral (${overlapping}) o
     where p.id = ${projectId}
     order by ${inOrder('o.name')}, o.id`.execute(context.db);
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
      ) as unknown as Overlap,
  );
}
