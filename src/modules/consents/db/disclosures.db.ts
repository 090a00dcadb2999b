import type { ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import type { Sharing } from './sharing.db.ts';

/** Notes that the fields were shown, printed or handed to a system under the consents that open them, with the viewer as holder. */
export async function addDisclosures(
  context: ViewerContext,
  openings: readonly Sharing[],
  form: 'screen' | 'print' | 'api',
  visible: readonly string[],
): Promise<string[]> {
  const rows = openings
    .map((opening) => ({
      id: newId(),
      client_id: opening.clientId,
      consent_id: opening.consentId,
      form,
      fields: opening.fields.filter((field) => visible.includes(field)),
      disclosed_at: context.now.toISOString(),
      holder_id: context.viewer.accountId!,
    }))
    .filter((row) => row.fields.length > 0);
  if (rows.length > 0) await context.db.insertInto('consents.disclosure').values(rows).execute();
  return rows.map((row) => row.id);
}

export interface DisclosureRow {
  id: string;
  clientId: string;
  consentId: string;
  form: 'screen' | 'print' | 'api';
  fields: string[];
  disclosedAt: string;
  holderId: string | null;
  destructionAskedAt: string | null;
  destructionConfirmedAt: string | null;
}

/** Disclosures of a person, newest first, `limit` at most. */
export async function disclosuresOf(context: ViewerContext, clientId: string): Promise<DisclosureRow[]> {
  const rows = await context.db
    .selectFrom('consents.disclosure')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('disclosed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toDisclosure);
}

/** Printed booklets in the viewer's hands whose destruction has not been confirmed; those to be destroyed first. */
export async function bookletsHeld(context: ViewerContext): Promise<DisclosureRow[]> {
  const rows = await context.db
    .selectFrom('consents.disclosure')
    .selectAll()
    .where('holder_id', '=', context.viewer.accountId!)
    .where('form', '=', 'print')
    .where('destruction_confirmed_at', 'is', null)
    .orderBy('destruction_asked_at', (order) => order.asc().nullsLast())
    .orderBy('disclosed_at')
    .execute();
  return rows.map(toDisclosure);
}

/** Every booklet that the viewer may know of whose destruction was asked for and is not confirmed, oldest asking first. */
export async function bookletsToDestroy(context: ViewerContext): Promise<DisclosureRow[]> {
  const rows = await context.db
    .selectFrom('consents.disclosure')
    .selectAll()
    .where('form', '=', 'print')
    .where('destruction_asked_at', 'is not', null)
    .where('destruction_confirmed_at', 'is', null)
    .orderBy('destruction_asked_at')
    .orderBy('id')
    .execute();
  return rows.map(toDisclosure);
}

/**
 * Asks for the destruction of what was printed under these consents and is still out, or under those to the same receiver
 * that they took the place of. Disclosures whose fields all lie in `stillShared` are left in peace: the same receiver has
 * been given them anew. Returns what was asked for.
 */
export async function askDestruction(
  context: ViewerContext,
  consentIds: readonly string[],
  stillShared: readonly string[] = [],
): Promise<DisclosureRow[]> {
  if (consentIds.length === 0) return [];
  const open = await context.db
    .selectFrom('consents.disclosure')
    .selectAll()
    .where('consent_id', 'in', (from) =>
      from
        .selectFrom('consents.consent as ended')
        .innerJoin('consents.consent as k', (join) =>
          join
            .onRef('k.client_id', '=', 'ended.client_id')
            .onRef('k.receiver_organisation_id', 'is not distinct from', 'ended.receiver_organisation_id')
            .onRef('k.receiver_company_id', 'is not distinct from', 'ended.receiver_company_id')
            .onRef('k.receiver_event_id', 'is not distinct from', 'ended.receiver_event_id'),
        )
        .where('ended.id', 'in', [...consentIds])
        .select('k.id'),
    )
    .where('form', '=', 'print')
    .where('destruction_asked_at', 'is', null)
    .where('destruction_confirmed_at', 'is', null)
    .execute();
  const asked = open.filter((row) => !row.fields.every((field) => stillShared.includes(field)));
  if (asked.length > 0) {
    await context.db
      .updateTable('consents.disclosure')
      .set({ destruction_asked_at: context.now.toISOString() })
      .where(
        'id',
        'in',
        asked.map((row) => row.id),
      )
      .execute();
  }
  return asked.map(toDisclosure);
}

/** The holder says that the paper is no more. False when there is no such open booklet of the viewer's. */
export async function confirmDestroyed(context: ViewerContext, id: string): Promise<string | undefined> {
  const row = await context.db
    .updateTable('consents.disclosure')
    .set({ destruction_confirmed_at: context.now.toISOString() })
    .where('id', '=', id)
    .where('form', '=', 'print')
    .where('holder_id', '=', context.viewer.accountId!)
    .where('destruction_confirmed_at', 'is', null)
    .returning('client_id')
    .executeTakeFirst();
  return row?.client_id;
}

/** The number printed on a booklet, by which its holder finds the right paper; tells nothing of the person. */
export const bookletNumber = (disclosureId: string): string => disclosureId.slice(-6).toUpperCase();

function toDisclosure(row: {
  id: string;
  client_id: string;
  consent_id: string;
  form: string;
  fields: string[];
  disclosed_at: string;
  holder_id: string | null;
  destruction_asked_at: string | null;
  destruction_confirmed_at: string | null;
}): DisclosureRow {
  return {
    id: row.id,
    clientId: row.client_id,
    consentId: row.consent_id,
    form: row.form as DisclosureRow['form'],
    fields: row.fields,
    disclosedAt: row.disclosed_at,
    holderId: row.holder_id,
    destructionAskedAt: row.destruction_asked_at,
    destructionConfirmedAt: row.destruction_confirmed_at,
  };
}
