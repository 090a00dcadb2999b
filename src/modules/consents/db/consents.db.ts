import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { LocalisedText } from '#kernel/localised.ts';

/** Who receives: one organisation's business services, one company, or the companies at one event. */
export interface Receiver {
  kind: 'organisation' | 'company' | 'event';
  id: string;
}

export interface ConsentRow {
  id: string;
  clientId: string;
  step: 1 | 2;
  underId: string | null;
  noticeId: string;
  noticeLanguage: 'fi' | 'sv' | 'en';
  receiver: Receiver & { names: LocalisedText };
  fields: string[];
  givenAt: string;
  givenHow: 'own-account' | 'in-person' | 'mandate';
  givenBy: string;
  mandateNote: string | null;
  validTo: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  /** Another stands in its place since its withdrawal was taken back. */
  restored: boolean;
  base: { givenAt: string; validTo: string; withdrawnAt: string | null } | null;
  eventClosesAt: string | null;
}

/** All consents of a person, newest first; or one. */
export async function consentsOf(
  context: ViewerContext,
  clientId: string,
  id?: string,
): Promise<ConsentRow[]> {
  let query = context.db
    .selectFrom('consents.consent as k')
    .leftJoin('consents.consent as b', (join) =>
      join.onRef('b.id', '=', 'k.under_id').onRef('b.client_id', '=', 'k.client_id'),
    )
    .leftJoin('events.event as e', 'e.id', 'k.receiver_event_id')
    .leftJoin('networks.organisation as o', 'o.id', 'k.receiver_organisation_id')
    .leftJoin('companies.company as c', 'c.id', 'k.receiver_company_id')
    .where('k.client_id', '=', clientId)
    .selectAll('k')
    .select([
      'b.given_at as base_given_at',
      'b.valid_to as base_valid_to',
      'b.withdrawn_at as base_withdrawn_at',
      'e.closes_at as closes_at',
      'e.names as event_names',
      'o.names as organisation_names',
      'c.name as company_name',
      (by) =>
        by
          .exists(
            by
              .selectFrom('consents.consent as later')
              .select('later.id')
              .whereRef('later.restores_id', '=', 'k.id'),
          )
          .as('restored'),
    ])
    .orderBy('k.given_at', 'desc')
    .orderBy('k.id', 'desc');
  if (id !== undefined) query = query.where('k.id', '=', id);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    step: row.step as 1 | 2,
    underId: row.under_id,
    noticeId: row.notice_id,
    noticeLanguage: row.notice_language as ConsentRow['noticeLanguage'],
    receiver: row.receiver_organisation_id
      ? {
          kind: 'organisation',
          id: row.receiver_organisation_id,
          names: row.organisation_names as LocalisedText,
        }
      : row.receiver_company_id
        ? { kind: 'company', id: row.receiver_company_id, names: { fi: row.company_name ?? '' } }
        : { kind: 'event', id: row.receiver_event_id!, names: row.event_names as LocalisedText },
    fields: row.fields,
    givenAt: row.given_at,
    givenHow: row.given_how as ConsentRow['givenHow'],
    givenBy: row.given_by,
    mandateNote: row.mandate_note,
    validTo: row.valid_to,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: row.withdrawn_by,
    restored: row.restored === true,
    base: row.base_valid_to
      ? { givenAt: row.base_given_at!, validTo: row.base_valid_to, withdrawnAt: row.base_withdrawn_at }
      : null,
    eventClosesAt: row.closes_at,
  }));
}

export interface NewConsent {
  clientId: string;
  underId: string | undefined;
  noticeId: string;
  noticeLanguage: string;
  receiver: Receiver;
  fields: readonly string[];
  givenHow: 'own-account' | 'in-person' | 'mandate';
  mandateNote: string | undefined;
  /** A last whole day in Finland, or the instant at which the event closes. */
  until: { day: string } | { instant: string };
}

/** Writes a consent given at the handle's instant. Returns its id. */
export async function addConsent(context: ViewerContext, given: NewConsent): Promise<string> {
  return addRow(context.db, 'consents.consent', {
    client_id: given.clientId,
    step: given.receiver.kind === 'organisation' ? 1 : 2,
    under_id: given.underId ?? null,
    notice_id: given.noticeId,
    notice_language: given.noticeLanguage,
    receiver_organisation_id: given.receiver.kind === 'organisation' ? given.receiver.id : null,
    receiver_company_id: given.receiver.kind === 'company' ? given.receiver.id : null,
    receiver_event_id: given.receiver.kind === 'event' ? given.receiver.id : null,
    fields: [...given.fields],
    given_at: context.now.toISOString(),
    given_how: given.givenHow,
    given_by: context.viewer.accountId!,
    mandate_note: given.mandateNote ?? null,
    valid_to:
      'instant' in given.until
        ? given.until.instant
        : sql<string>`(${given.until.day}::date + 1)::timestamp at time zone 'Europe/Helsinki'`,
  });
}

/** Withdraws consents at the handle's instant; those withdrawn before stay as they are. Returns the ids withdrawn now. */
export async function withdraw(context: ViewerContext, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await context.db
    .updateTable('consents.consent')
    .set({ withdrawn_at: context.now.toISOString(), withdrawn_by: context.viewer.accountId ?? null })
    .where('id', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Gives a consent again with the same content and end, in the place of one whose withdrawal is taken back. Ask as the house. */
export function restoreConsent(
  system: ViewerContext,
  row: ConsentRow,
  underId: string | null,
  by: string,
): Promise<string> {
  return addRow(system.db, 'consents.consent', {
    client_id: row.clientId,
    step: row.step,
    under_id: underId,
    notice_id: row.noticeId,
    notice_language: row.noticeLanguage,
    receiver_organisation_id: row.receiver.kind === 'organisation' ? row.receiver.id : null,
    receiver_company_id: row.receiver.kind === 'company' ? row.receiver.id : null,
    receiver_event_id: row.receiver.kind === 'event' ? row.receiver.id : null,
    fields: row.fields,
    given_at: system.now.toISOString(),
    given_how: row.givenHow,
    given_by: by,
    mandate_note: row.mandateNote,
    valid_to: row.validTo,
    restores_id: row.id,
  });
}
