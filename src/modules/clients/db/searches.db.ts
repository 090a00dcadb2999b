import { type RawBuilder, sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { SearchEndReason } from '../domain/codes.ts';

/** The period of job search that goes on today, for a query. */
export function searchNow({ today }: ViewerContext, clientId: string): RawBuilder<string | null> {
  return sql<string | null>`(select s.id from clients.search_period s where s.client_id = ${clientId}
    and (s.ended_on is null or s.ended_on > ${today}::date) order by s.started_on desc limit 1)`;
}

/** Begins a period of job search and gives its id. Kept by the house alone. */
export async function addSearch(
  system: ViewerContext,
  clientId: string,
  startedOn: Day,
  by: string | undefined,
) {
  return addRow(system.db, 'clients.search_period', {
    client_id: clientId,
    started_on: startedOn,
    recorded_at: system.now.toISOString(),
    recorded_by: by ?? null,
  });
}

/** Sets the first day without the search, with the reason; a period that has an end already is left alone. */
export async function endSearchOn(
  system: ViewerContext,
  searchId: string,
  end: {
    endedOn: Day;
    reason: SearchEndReason;
    note?: string | undefined;
    outcomeId?: string | undefined;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await system.db
    .updateTable('clients.search_period')
    .set({
      ended_on: end.endedOn,
      end_reason: end.reason,
      end_note: end.note ?? null,
      outcome_id: end.outcomeId ?? null,
    })
    .where('id', '=', searchId)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes the end of a period away: the search goes on as if it had not been ended. */
export async function takeSearchEndBack(system: ViewerContext, of: { id: string } | { outcome_id: string }) {
  const open = { ended_on: null, end_reason: null, end_note: null, outcome_id: null };
  return setRows(system.db, 'clients.search_period', of, open);
}

/** All periods of a person, the latest first. */
export async function searchesOf(context: ViewerContext, clientId: string) {
  const rows = await context.db
    .selectFrom('clients.search_period')
    .select(['id', 'started_on', 'ended_on', 'end_reason', 'end_note'])
    .where('client_id', '=', clientId)
    .orderBy('started_on', 'desc')
    .orderBy('ended_on', (end) => end.desc().nullsFirst())
    .execute();
  return rows.map((row) => ({
    searchId: row.id,
    startedOn: row.started_on,
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
    ...(row.end_reason === null ? {} : { reason: row.end_reason as SearchEndReason }),
    ...(row.end_note === null ? {} : { note: row.end_note }),
  }));
}
