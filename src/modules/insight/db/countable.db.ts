import { type RawBuilder, sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import type { CountableFact } from '../domain/countable.ts';

/** What is counted: from the first day of the project to each of these days, people of these pilots; no project is the area. */
export interface CountScope {
  readonly projectId?: string | undefined;
  readonly pilotIds: readonly string[];
  readonly from: Day;
  readonly days: readonly Day[];
}

/**
 * A fact counted up to each day, in the order of the days; undefined where nothing can be known (a share of nothing, a mean
 * of nobody). Persons and companies once. For the house's own counting; the caller hides what is small.
 */
export async function countUpTo(
  system: ViewerContext,
  fact: CountableFact,
  scope: CountScope,
): Promise<(number | undefined)[]> {
  if (scope.days.length === 0) return [];
  const { rows } = await sql<{ day: Day; value: number | null }>`
    select d.day, (${countOf(fact, scope)}) as value from unnest(${[...scope.days]}::date[]) as d(day) order by d.day`.execute(
    system.db,
  );
  const byDay = new Map(rows.map((row) => [row.day, row.value ?? undefined]));
  return scope.days.map((day) => byDay.get(day));
}

function countOf(fact: CountableFact, { projectId, pilotIds, from }: CountScope): RawBuilder<unknown> {
  const within = (column: string) => sql`${sql.ref(column)} between ${from}::date and d.day`;
  // An event belongs to the project that promised it; over the area every event counts.
  const ofProject = projectId === undefined ? sql`true` : sql`project_id = ${projectId}`;
  switch (fact) {
    case 'introduced-in-area':
      return sql`select count(distinct client_id) from insight.fact_introduction where ${within('introduced_on')}`;
    case 'employed-in-area':
      return sql`select count(distinct client_id) from insight.fact_outcome where kind = 'employed' and ${within('happened_on')}`;
    case 'companies-helped':
      return sql`select count(distinct company_id) from insight.fact_company_action where ${within('done_on')}`;
    case 'companies-helped-international':
      return sql`select count(distinct company_id) from insight.fact_company_action
        where kind = 'international-recruitment' and ${within('done_on')}`;
    case 'company-actions':
      return sql`select count(*) from insight.fact_company_action where ${within('done_on')}`;
    case 'company-hours':
      return sql`select coalesce(sum(hours), 0) from insight.fact_company_action where ${within('done_on')}`;
    case 'companies-visited':
      return sql`select count(distinct company_id) from insight.fact_company_visit where ${within('visited_on')}`;
    case 'hidden-jobs-found':
      return sql`select count(*) from insight.fact_vacancy where openness = 'hidden' and ${within('found_on')}`;
    case 'remote-visits-share':
      return sql`select round(100.0 * count(*) filter (where channel = 'remote') / nullif(count(*), 0), 1)
        from insight.fact_company_visit where ${within('visited_on')}`;
    case 'events-held':
      return sql`select count(*) from insight.fact_event where ${ofProject} and ${within('held_on')}`;
    case 'event-visitors':
      return sql`select coalesce(sum(visitors), 0) from insight.fact_event where ${ofProject} and ${within('held_on')}`;
    case 'event-companies':
      return sql`select count(distinct company_id) from insight.fact_event_company where ${ofProject} and ${within('held_on')}`;
    case 'event-people':
      return sql`select count(distinct client_id) from insight.fact_event_person where ${ofProject} and ${within('held_on')}`;
    case 'company-readiness':
      return sql`select round(avg(a.points), 1) from insight.fact_company_test a
        join insight.fact_company_test b on b.project_id = a.project_id and b.company_id = a.company_id and b.phase = 'before'
        where a.project_id = ${projectId ?? null} and a.phase = 'after' and a.tested_on <= d.day`;
    default:
      return pilotIds.length === 0
        ? sql`select null::bigint`
        : sql`select count(distinct client_id) from insight.fact_pilot_step
            where pilot_id = any(${[...pilotIds]}::uuid[]) and step = ${fact} and ${within('happened_on')}`;
  }
}

/** What the common indicators ask of one participant. */
export interface ParticipantRow {
  joinedOn: Day;
  leftOn: Day | undefined;
  birthDate: Day;
  searchStartedOn: Day | undefined;
  searchEndedOn: Day | undefined;
  education: 'basic' | 'upper-secondary' | 'post-secondary' | 'lower-tertiary' | 'upper-tertiary' | 'unknown';
  outcomes: { kind: string; on: Day }[];
}

/** The people who joined these pilots by a day, each once, by the earliest joining; without ids. For the house's own counting. */
export async function participants(
  system: ViewerContext,
  pilotIds: readonly string[],
  until: Day,
): Promise<ParticipantRow[]> {
  if (pilotIds.length === 0) return [];
  const { rows } = await sql<{
    joined_on: Day;
    left_on: Day | null;
    birth_date: Day;
    search_started_on: Day | null;
    search_ended_on: Day | null;
    education: ParticipantRow['education'];
    outcomes: { kind: string; on: Day }[];
  }>`
    select distinct on (p.client_id) p.joined_on, p.left_on, p.birth_date, p.search_started_on, p.search_ended_on, p.education,
           coalesce((select jsonb_agg(jsonb_build_object('kind', o.kind, 'on', o.happened_on))
                       from insight.fact_outcome o where o.client_id = p.client_id and o.happened_on <= ${until}), '[]') as outcomes
      from insight.fact_participant p
     where p.pilot_id = any(${[...pilotIds]}::uuid[]) and p.joined_on <= ${until}
     order by p.client_id, p.joined_on`.execute(system.db);
  return rows.map((row) => ({
    joinedOn: row.joined_on,
    leftOn: row.left_on ?? undefined,
    birthDate: row.birth_date,
    searchStartedOn: row.search_started_on ?? undefined,
    searchEndedOn: row.search_ended_on ?? undefined,
    education: row.education,
    outcomes: row.outcomes,
  }));
}

/** Companies with at least one logged action in a period that have fewer than 250 people; those of unknown size apart. */
export async function smallCompaniesHelped(system: ViewerContext, from: Day, until: Day) {
  const row = await system.db
    .selectFrom('insight.fact_company_action')
    .select((by) => [
      by.fn
        .count<number>('company_id')
        .distinct()
        .filterWhere('size_class', 'not in', ['250+', 'unknown'])
        .as('small'),
      by.fn.count<number>('company_id').distinct().filterWhere('size_class', '=', 'unknown').as('unknown'),
    ])
    .where('done_on', '>=', from)
    .where('done_on', '<=', until)
    .executeTakeFirstOrThrow();
  return row;
}
