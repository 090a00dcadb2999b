import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import type { PersonBreakdown, PersonFigure } from '../domain/pilot-figures.ts';

/** How many people have passed each step of a pilot by a day. For the house's own counting. */
export async function countSteps(
  system: ViewerContext,
  pilotId: string,
  by: Day,
): Promise<Map<PersonFigure, number>> {
  const rows = await system.db
    .selectFrom('insight.fact_pilot_step')
    .select(['step', (count) => count.fn.count<number>('client_id').distinct().as('people')])
    .where('pilot_id', '=', pilotId)
    .where('happened_on', '<=', by)
    .groupBy('step')
    .execute();
  return new Map(rows.map((row) => [row.step as PersonFigure, row.people]));
}

/** One figure broken down by one feature; the feature null is "not told". */
export async function breakDown(
  system: ViewerContext,
  pilotId: string,
  figure: PersonFigure,
  by: PersonBreakdown,
  day: Day,
): Promise<{ key: string; count: number }[]> {
  const { rows } = await sql<{ key: string; count: number }>`
    select coalesce(p.${sql.ref(by)}, 'not-told') as key, count(distinct s.client_id) filter (where s.step = ${figure}) as count
      from insight.fact_pilot_person p
      left join insight.fact_pilot_step s on s.pilot_id = p.pilot_id and s.client_id = p.client_id and s.happened_on <= ${day}
     where p.pilot_id = ${pilotId} group by 1 order by 1`.execute(system.db);
  // The youngest first; the other keys stand in their own order already.
  return rows.toSorted((a, b) => Number(b.key === 'under-25') - Number(a.key === 'under-25'));
}

/** Days from joining to the first employment, of those employed. */
export async function daysToJob(system: ViewerContext, pilotId: string, by: Day): Promise<number[]> {
  const { rows } = await sql<{ days: number }>`
    select s.happened_on - p.joined_on as days
      from insight.fact_pilot_step s join insight.fact_pilot_person p using (pilot_id, client_id)
     where s.pilot_id = ${pilotId} and s.step = 'employed' and s.happened_on <= ${by} and p.joined_on is not null`.execute(
    system.db,
  );
  return rows.map((row) => row.days);
}

/** Companies with at least one logged action in a period, by a feature of the action or the company. */
export async function companiesHelped(system: ViewerContext, from: Day, to: Day): Promise<number> {
  const row = await system.db
    .selectFrom('insight.fact_company_action')
    .select((count) => count.fn.count<number>('company_id').distinct().as('companies'))
    .where('done_on', '>=', from)
    .where('done_on', '<=', to)
    .executeTakeFirstOrThrow();
  return row.companies;
}

/** Companies helped, by the kind of action or the size of the company. A company may stand under several kinds. */
export async function companiesHelpedBy(
  system: ViewerContext,
  from: Day,
  to: Day,
  by: 'kind' | 'size_class',
) {
  const { rows } = await sql<{ key: string; count: number; hours: number }>`
    select ${sql.ref(by)} as key, count(distinct company_id) as count, sum(hours) as hours
      from insight.fact_company_action where done_on between ${from} and ${to} group by 1 order by 1`.execute(
    system.db,
  );
  return rows;
}
