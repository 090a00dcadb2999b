import { sql } from 'kysely';
import { conditionOf, type ViewerContext } from '#access';
import type { ConsentField } from '#kernel/consent-fields.ts';

/** A consent in force at the handle's instant, as its receiver may use it. */
export interface Sharing {
  clientId: string;
  consentId: string;
  step: 1 | 2;
  receiverOrganisationId?: string;
  receiverCompanyId?: string;
  receiverEventId?: string;
  /** Companies at the event; an employer is told only of its own. */
  attendingCompanyIds: string[];
  /** The fields that really open: a protected address closes the places. */
  fields: ConsentField[];
  /** Instant at which it ends by itself: its own end, its base's or the event's, whichever is first. */
  until: string;
}

/**
 * Consents in force that the viewer has to do with: a receiver sees those given to it (business services also the second
 * steps of the people who share with them), the person and the own adviser all of the person's, the system everybody's.
 */
export async function sharingOf(context: ViewerContext, clientIds?: readonly string[]): Promise<Sharing[]> {
  if (clientIds?.length === 0) return [];
  const { rows } = await sql<{
    consent_id: string;
    client_id: string;
    step: 1 | 2;
    receiver_organisation_id: string | null;
    receiver_company_id: string | null;
    receiver_event_id: string | null;
    attending_company_ids: string[];
    fields: ConsentField[];
    until: string;
  }>`select * from consents.sharing(${clientIds ? [...clientIds] : null}::uuid[])`.execute(context.db);
  return rows.map((row) => ({
    clientId: row.client_id,
    consentId: row.consent_id,
    step: row.step,
    ...(row.receiver_organisation_id ? { receiverOrganisationId: row.receiver_organisation_id } : {}),
    ...(row.receiver_company_id ? { receiverCompanyId: row.receiver_company_id } : {}),
    ...(row.receiver_event_id ? { receiverEventId: row.receiver_event_id } : {}),
    attendingCompanyIds: row.attending_company_ids,
    fields: row.fields,
    until: row.until,
  }));
}

/** The consents by which the viewer, as a receiver, sees something of the person: step 1 to own organisation or step 2 to own company. */
export async function openingsTo(context: ViewerContext, clientId: string): Promise<Sharing[]> {
  const { viewer } = context;
  const sharing = await sharingOf(context, [clientId]);
  const by = conditionOf(viewer.role, 'shared-people:read');
  return sharing.filter((row) =>
    by === 'consent-1'
      ? row.step === 1 && row.receiverOrganisationId === viewer.organisationId
      : by === 'consent-2' && row.step === 2,
  );
}

/** The step 2 consent in force by which a company may be shown the person: to it by name, or to an event that it takes part in. */
export async function consentFor(
  context: ViewerContext,
  clientId: string,
  companyId: string,
): Promise<Sharing | undefined> {
  const sharing = await sharingOf(context, [clientId]);
  const open = sharing.filter(
    (row) =>
      row.step === 2 && (row.receiverCompanyId === companyId || row.attendingCompanyIds.includes(companyId)),
  );
  return open.find((row) => row.receiverCompanyId === companyId) ?? open[0];
}

/** The signs of nameless profiles for one receiver: the same every time, different for another receiver. */
export async function signsFor(
  context: ViewerContext,
  clientIds: readonly string[],
  receiverId: string,
): Promise<Map<string, string>> {
  if (clientIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; sign: string }>`
    select c as id, consents.alias(c, ${receiverId}::uuid) as sign from unnest(${[...clientIds]}::uuid[]) c`.execute(
    context.db,
  );
  return new Map(rows.map((row) => [row.id, row.sign]));
}

/** The same for the viewer as a receiver; nobody else needs a sign, and gets none. */
export async function aliasesOf(
  context: ViewerContext,
  clientIds: readonly string[],
): Promise<Map<string, string>> {
  const receiverId = receiverOf(context);
  return receiverId ? signsFor(context, clientIds, receiverId) : new Map();
}

/** For whom the viewer reads share profiles: the own company, or the own organisation's business services. */
export function receiverOf({ viewer }: ViewerContext): string | undefined {
  const by = conditionOf(viewer.role, 'shared-people:read');
  if (by === 'consent-2') return viewer.companyId;
  return by === 'consent-1' ? viewer.organisationId : undefined;
}
