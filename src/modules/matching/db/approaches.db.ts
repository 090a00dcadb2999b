import { sql } from 'kysely';
import { actingAsSystem, type ViewerContext } from '#access';
import { introductionReminderDays } from '#kernel/deadlines.ts';
import type { Circumstances } from '../domain/fairness.ts';

/**
 * How many others have approached each need, and whether its employer is past the dated limit of an answer (the day on which
 * a silent employer becomes the adviser's task). Counted over everybody; nobody is named.
 */
export async function circumstancesOf(
  context: ViewerContext,
  vacancyIds: readonly string[],
  clientId: string,
): Promise<Map<string, Circumstances>> {
  if (vacancyIds.length === 0) return new Map();
  const { rows } = await actingAsSystem(
    context,
    'how many have gone where is counted, nobody is shown',
    (as) =>
      sql<{ id: string; places: number; approaches: number; waitingSince: string | null }>`
      select v.id, v.places,
        (select count(distinct a.client_id) from matching.approach a
          where a.vacancy_id = v.id and a.client_id <> ${clientId}) as approaches,
        (select min(w.introduced_on) from matching.approach w
          where w.company_id = v.company_id and w.waiting) as "waitingSince"
      from vacancies.vacancy v where v.id = any(${vacancyIds}::uuid[])`.execute(as.db),
  );
  return new Map(
    rows.map(({ id, places, approaches, waitingSince }) => [
      id,
      {
        vacancyId: id,
        places,
        approaches,
        silent:
          waitingSince !== null && introductionReminderDays(waitingSince).adviserTaskOn <= context.today,
      },
    ]),
  );
}
