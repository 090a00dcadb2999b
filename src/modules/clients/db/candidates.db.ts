import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';

/** The facts by which people can be invited to a pilot: none of them of a special category, no notes, no names. */
export interface CandidateFacts {
  clientId: string;
  birthDate: Day;
  nativeLanguage: string;
  educationLevel: string;
  searchStartedOn: Day;
  caseOpen: boolean;
  latestOutcome: string | null;
}

/** Everybody whose search is open today, in the order of ids. For the house's own work (`actingAsSystem`). */
export async function candidateFacts(context: ViewerContext): Promise<CandidateFacts[]> {
  const { rows } = await sql<CandidateFacts>`
    select c.id as "clientId", p.birth_date as "birthDate", c.native_language as "nativeLanguage",
           coalesce(e.level, 'unknown') as "educationLevel", s.started_on as "searchStartedOn",
           exists (select from clients.client_case k where k.client_id = c.id and k.closed_on is null) as "caseOpen",
           (select o.kind from clients.outcome o where o.client_id = c.id and o.undone_at is null and o.happened_on >= s.started_on
             order by o.happened_on desc limit 1) as "latestOutcome"
      from clients.client c
      join clients.search_period s on s.client_id = c.id
       and s.started_on <= ${context.today} and (s.ended_on is null or s.ended_on > ${context.today})
      join clients.personal_code p on p.client_id = c.id
      left join clients.education e on e.client_id = c.id
     order by c.id`.execute(context.db);
  return rows;
}
