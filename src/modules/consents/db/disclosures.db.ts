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
      ...(form === 'api' && context.viewer.credentialId !== undefined
        ? { credential_id: context.viewer.credentialId, copy_of: opening.clientId }
        : {}),
    }))
    .filter((row) => row.fields.length > 0);
  if (rows.length > 0) await context.db.insertInto('consents.disclosure').values(rows).execute();
  return rows.map((row) => row.id);
}

export interface DisclosureRow {
  id: string;
  /** Absent once the person has been destroyed here, while the paper or the copy is still out. */
  clientId: string | null;
  consentId: string | null;
  form: 'screen' | 'print' | 'api';
  fields: string[];
  disclosedAt: string;
  holderId: string | null;
  /** The system that took the copy, and by which id it knows the person. */
  credentialId: string | null;
  copyOf: string | null;
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

/** Papers in the viewer's hands and copies to be destroyed in the viewer's systems; those asked for first, a copy once. */
export async function bookletsHeld(context: ViewerContext): Promise<DisclosureRow[]> {
  const rows = await context.db
    .selectFrom('consents.disclosure')
    .selectAll()
    .where('holder_id', '=', context.viewer.accountId!)
    .where((is) =>
      is.or([
        is('form', '=', 'print'),
        is.and([is('form', '=', 'api'), is('destruction_asked_at', 'is not', null)]),
      ]),
    )
    .where('destruction_confirmed_at', 'is', null)
    .orderBy('destruction_asked_at', (order) => order.asc().nullsLast())
    .orderBy('disclosed_at')
    .execute();
  return copiesOnce(rows.map(toDisclosure));
}

/** Every paper and copy that the viewer may know of whose destruction was asked for and is not confirmed, oldest asking first. */
export async function bookletsToDestroy(context: ViewerContext): Promise<DisclosureRow[]> {
  const rows = await context.db
    .selectFrom('consents.disclosure')
    .selectAll()
    .where('form', 'in', ['print', 'api'])
    .where('destruction_asked_at', 'is not', null)
    .where('destruction_confirmed_at', 'is', null)
    .orderBy('destruction_asked_at')
    .orderBy('id')
    .execute();
  return copiesOnce(rows.map(toDisclosure));
}

/** A system reads a profile many times and has one copy: its first row stands for all of them. */
function copiesOnce(rows: readonly DisclosureRow[]): DisclosureRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const copy = copyKey(row);
    if (seen.has(copy)) return false;
    seen.add(copy);
    return true;
  });
}

/** One paper or one copy in one system. */
export const copyKey = (row: DisclosureRow): string =>
  row.form === 'print' ? row.id : `${row.credentialId ?? row.holderId} ${row.copyOf ?? row.clientId}`;

/** The copies that the calling system must destroy, by the id that it knows the person by, oldest asking first. */
export async function copiesToDestroy(
  context: ViewerContext,
): Promise<{ readonly id: string; readonly askedAt: string }[]> {
  const rows = await context.db
    .selectFrom('consents.disclosure')
    .where('credential_id', '=', context.viewer.credentialId!)
    .where('copy_of', 'is not', null)
    .where('destruction_asked_at', 'is not', null)
    .where('destruction_confirmed_at', 'is', null)
    .groupBy('copy_of')
    .select((is) => ['copy_of as id', is.fn.min('destruction_asked_at').as('askedAt')])
    .orderBy('askedAt')
    .orderBy('copy_of')
    .execute();
  return rows as { id: string; askedAt: string }[];
}

/** The calling system says that its copies of a person are no more; whose they were, of those that were open. */
export async function confirmCopies(
  context: ViewerContext,
  copyOf: string,
): Promise<{ readonly clientId: string | null }[]> {
  const rows = await context.db
    .updateTable('consents.disclosure')
    .set({ destruction_confirmed_at: context.now.toISOString() })
    .where('credential_id', '=', context.viewer.credentialId!)
    .where('copy_of', '=', copyOf)
    .where('destruction_asked_at', 'is not', null)
    .where('destruction_confirmed_at', 'is', null)
    .returning('client_id as clientId')
    .execute();
  await forgetCopies(context);
  return rows;
}

/** Of a person who is no more here, the id by which the copy was known goes with its confirmation. */
async function forgetCopies(context: ViewerContext): Promise<void> {
  await context.db
    .updateTable('consents.disclosure')
    .set({ copy_of: null })
    .where('holder_id', '=', context.viewer.accountId!)
    .where('client_id', 'is', null)
    .where('copy_of', 'is not', null)
    .where('destruction_confirmed_at', 'is not', null)
    .execute();
}

/**
 * Asks for the destruction of what was printed or given to a system under these consents and is still out, or under those to
 * the same receiver that they took the place of. Disclosures whose fields all lie in `stillShared` are left in peace: the
 * same receiver has been given them anew. Returns what was asked for.
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
    .where('form', 'in', ['print', 'api'])
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
  return copiesOnce(asked.map(toDisclosure));
}

/**
 * The holder says that a paper, or the copy of a system of the holder's, is no more. Whose it was (null when the person is no
 * more here either); undefined when there is no such open one.
 */
export async function confirmDestroyed(
  context: ViewerContext,
  id: string,
): Promise<{ clientId: string | null } | undefined> {
  const held = (await bookletsHeld(context)).find((row) => row.id === id);
  if (!held) return undefined;
  const { form, credentialId, copyOf } = held;
  let change = context.db
    .updateTable('consents.disclosure')
    .set({ destruction_confirmed_at: context.now.toISOString() })
    .where('holder_id', '=', context.viewer.accountId!)
    .where('destruction_confirmed_at', 'is', null);
  change =
    form === 'api' && copyOf !== null
      ? change
          .where('copy_of', '=', copyOf)
          .where('credential_id', 'is not distinct from', credentialId)
          .where('destruction_asked_at', 'is not', null)
      : change.where('id', '=', id);
  await change.execute();
  await forgetCopies(context);
  return { clientId: held.clientId };
}

/** The number printed on a booklet, by which its holder finds the right paper; tells nothing of the person. */
export const bookletNumber = (disclosureId: string): string => disclosureId.slice(-6).toUpperCase();

function toDisclosure(row: {
  id: string;
  client_id: string | null;
  consent_id: string | null;
  form: string;
  fields: string[];
  disclosed_at: string;
  holder_id: string | null;
  credential_id: string | null;
  copy_of: string | null;
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
    credentialId: row.credential_id,
    copyOf: row.copy_of,
    destructionAskedAt: row.destruction_asked_at,
    destructionConfirmedAt: row.destruction_confirmed_at,
  };
}
