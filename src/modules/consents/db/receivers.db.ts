import type { Handle } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';
import type { Receiver } from './consents.db.ts';

/** A receiver as it is shown before choosing. */
export interface ReceiverCard extends Receiver {
  names: LocalisedText;
  municipalityCode?: string | undefined;
  /** Of an event: the day, when it closes, and who takes part today. */
  heldOn?: string;
  closesAt?: string;
  companies?: string[];
}

/** Organisations whose business services can receive step 1, as they are today. */
export async function businessServices(handle: Handle): Promise<ReceiverCard[]> {
  const { today } = handle;
  const rows = await handle.db
    .selectFrom('networks.organisation')
    .select(['id', 'names', 'municipality_code'])
    .where('kind', 'in', ['business-services', 'development-company'])
    .where((is) => is.or([is('valid_from', 'is', null), is('valid_from', '<=', today)]))
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', today)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: 'organisation' as const,
    id: row.id,
    names: row.names as LocalisedText,
    municipalityCode: row.municipality_code ?? undefined,
  }));
}

/** Companies whose name holds the words; the register of companies is public. At most `limit`. */
export async function companiesNamed(handle: Handle, words: string, limit: number): Promise<ReceiverCard[]> {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await handle.db
    .selectFrom('companies.company')
    .select(['id', 'name', 'municipality_code'])
    .where((is) => is(is.fn('lower', ['name']), 'like', pattern))
    .orderBy('name')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: 'company' as const,
    id: row.id,
    names: { fi: row.name },
    municipalityCode: row.municipality_code,
  }));
}

/** Events that have not closed, nearest first, with the companies that take part. */
export async function openEvents(handle: Handle, id?: string): Promise<ReceiverCard[]> {
  let query = handle.db
    .selectFrom('events.event')
    .select(['id', 'names', 'municipality_code', 'held_on', 'closes_at'])
    .where('closes_at', '>', handle.now.toISOString())
    .where('takes_profiles', '=', true)
    .orderBy('closes_at');
  if (id !== undefined) query = query.where('id', '=', id);
  const events = await query.execute();
  if (events.length === 0) return [];
  const attending = await handle.db
    .selectFrom('events.attendance as a')
    .innerJoin('companies.company as c', 'c.id', 'a.company_id')
    .select(['a.event_id', 'c.name'])
    .where(
      'a.event_id',
      'in',
      events.map((event) => event.id),
    )
    .orderBy('c.name')
    .execute();
  return events.map((event) => ({
    kind: 'event' as const,
    id: event.id,
    names: event.names as LocalisedText,
    municipalityCode: event.municipality_code ?? undefined,
    heldOn: event.held_on,
    closesAt: event.closes_at,
    companies: attending.filter((row) => row.event_id === event.id).map((row) => row.name),
  }));
}

/** One receiver that can be given a consent now; undefined when there is none such (an ended organisation, a closed event). */
export async function findReceiver(
  handle: Handle,
  { kind, id }: Receiver,
): Promise<ReceiverCard | undefined> {
  if (kind === 'organisation') return (await businessServices(handle)).find((one) => one.id === id);
  if (kind === 'event') return (await openEvents(handle, id))[0];
  const row = await handle.db
    .selectFrom('companies.company')
    .select(['id', 'name', 'municipality_code'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { kind, id, names: { fi: row.name }, municipalityCode: row.municipality_code };
}

/** The name of a company; '' when there is none such. */
export async function companyNameOf(handle: Handle, id: string): Promise<string> {
  const row = await handle.db
    .selectFrom('companies.company')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? '';
}
