import type { ViewerContext } from '#access';
import { dropRows } from '#db/table-rows.ts';

/** Companies that take part beforehand, and those that came. */
export async function companiesOf(context: ViewerContext, eventId: string) {
  const ids = async (table: 'events.attendance' | 'events.company_presence') =>
    (await context.db.selectFrom(table).select('company_id').where('event_id', '=', eventId).execute()).map(
      (row) => row.company_id,
    );
  return { expected: await ids('events.attendance'), came: await ids('events.company_presence') };
}

/** Writes down that a company came; false when it was written already. */
export async function addCompany(
  context: ViewerContext,
  eventId: string,
  companyId: string,
): Promise<boolean> {
  const added = await context.db
    .insertInto('events.company_presence')
    .values({
      event_id: eventId,
      company_id: companyId,
      noted_by: context.viewer.accountId ?? null,
      noted_at: context.now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removeCompany(
  context: ViewerContext,
  eventId: string,
  companyId: string,
): Promise<void> {
  await dropRows(context.db, 'events.company_presence', { event_id: eventId, company_id: companyId });
}

/** People who came, as far as the handle's viewer may know of them: the own clients. */
export async function peopleOf(context: ViewerContext, eventId: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('events.person_presence')
    .select('client_id')
    .where('event_id', '=', eventId)
    .orderBy('noted_at', 'desc')
    .execute();
  return rows.map((row) => row.client_id);
}

/** Writes down that a person came; false when it was written already: everybody is counted once. */
export async function addPerson(context: ViewerContext, eventId: string, clientId: string): Promise<boolean> {
  const added = await context.db
    .insertInto('events.person_presence')
    .values({
      event_id: eventId,
      client_id: clientId,
      noted_by: context.viewer.accountId ?? null,
      noted_at: context.now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removePerson(context: ViewerContext, eventId: string, clientId: string): Promise<void> {
  await dropRows(context.db, 'events.person_presence', { event_id: eventId, client_id: clientId });
}

/** How many companies and people came to each event. For the house's own counting; the caller hides what is small. */
export async function countPresence(system: ViewerContext, eventIds: readonly string[]) {
  const counts = new Map(eventIds.map((id) => [id, { companies: 0, people: 0 }]));
  if (eventIds.length === 0) return counts;
  for (const [table, key] of [
    ['events.company_presence', 'companies'],
    ['events.person_presence', 'people'],
  ] as const) {
    const rows = await system.db
      .selectFrom(table)
      .select((by) => ['event_id', by.fn.countAll<number>().as('count')])
      .where('event_id', 'in', [...eventIds])
      .groupBy('event_id')
      .execute();
    for (const row of rows) counts.get(row.event_id)![key] = Number(row.count);
  }
  return counts;
}
