import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { findRow } from '#db/table-rows.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { type Asked, inOrder, pageFromSql } from '#lists';
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
export async function businessServices(context: ViewerContext): Promise<ReceiverCard[]> {
  const { today } = context;
  const rows = await context.db
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

/** A company as it is chosen: the register of companies is public. */
export interface CompanyToChoose {
  id: string;
  name: string;
  businessId: string;
  municipalityCode: string;
}

/** The register of companies by name or business ID. */
export function companiesToChoose(context: ViewerContext, asked: Asked) {
  return pageFromSql<CompanyToChoose>(
    context,
    {
      name: 'receivers',
      from: sql`companies.company c`,
      id: sql`c.id`,
      row: sql`c.id, c.name, c.business_id as "businessId", c.municipality_code as "municipalityCode"`,
      sorts: { name: [{ by: sql`c.search`, as: 'letters' }] },
      sort: 'name',
      search: sql`c.search`,
    },
    asked,
  );
}

/** Events that have not closed, nearest first, with the companies that take part. */
export async function openEvents(context: ViewerContext, id?: string): Promise<ReceiverCard[]> {
  let query = context.db
    .selectFrom('events.event')
    .select(['id', 'names', 'municipality_code', 'held_on', 'closes_at'])
    .where('closes_at', '>', context.now.toISOString())
    .where('takes_profiles', '=', true)
    .orderBy('closes_at');
  if (id !== undefined) query = query.where('id', '=', id);
  const events = await query.execute();
  if (events.length === 0) return [];
  const attending = await context.db
    .selectFrom('events.attendance as a')
    .innerJoin('companies.company as c', 'c.id', 'a.company_id')
    .select(['a.event_id', 'c.name'])
    .where(
      'a.event_id',
      'in',
      events.map((event) => event.id),
    )
    .orderBy(inOrder('c.name'))
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
  context: ViewerContext,
  { kind, id }: Receiver,
): Promise<ReceiverCard | undefined> {
  if (kind === 'organisation') return (await businessServices(context)).find((service) => service.id === id);
  if (kind === 'event') return (await openEvents(context, id))[0];
  const row = await findRow(context.db, 'companies.company', id, ['id', 'name', 'municipality_code']);
  return row && { kind, id, names: { fi: row.name }, municipalityCode: row.municipality_code };
}

/** The name of a company; '' when there is none such. */
export async function companyNameOf(context: ViewerContext, id: string): Promise<string> {
  const row = await findRow(context.db, 'companies.company', id, ['name']);
  return row?.name ?? '';
}
