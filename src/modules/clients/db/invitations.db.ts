import { createHash, randomBytes } from 'node:crypto';
import type { ViewerContext } from '#access';
import { addRow, addRows } from '#db/table-rows.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/localised.ts';
import type { InvitationWay } from '../domain/codes.ts';
import { codeFrom, invitationDays, readCode, stateOf } from '../domain/invitations.ts';

const hashOf = (code: string) => createHash('sha256').update(`invitation ${code}`).digest();

/** Makes an invitation; one that is open already gives way to it. The code is told once and only its hash is kept. */
export async function addInvitation(
  system: ViewerContext,
  of: { clientId: string; way: InvitationWay; by: string },
): Promise<{ code: string; expiresAt: Date }> {
  await withdrawInvitations(system, of.clientId, of.by);
  const code = codeFrom(randomBytes(12));
  const expiresAt = new Date(system.now.getTime() + invitationDays * 86_400_000);
  await addRow(system.db, 'clients.invitation', {
    client_id: of.clientId,
    code_hash: hashOf(code),
    way: of.way,
    created_at: system.now.toISOString(),
    created_by: of.by,
    expires_at: expiresAt.toISOString(),
  });
  return { code, expiresAt };
}

/** Withdraws what is open of a person's invitations; says whether there was any that had not run out. */
export async function withdrawInvitations(
  system: ViewerContext,
  clientId: string,
  by: string,
): Promise<boolean> {
  const rows = await system.db
    .updateTable('clients.invitation')
    .set({ withdrawn_at: system.now.toISOString(), withdrawn_by: by })
    .where('client_id', '=', clientId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('expires_at')
    .execute();
  return rows.some((row) => Date.parse(row.expires_at) > system.now.getTime());
}

/** The latest invitation of a person. */
export async function invitationOf(context: ViewerContext, clientId: string) {
  const row = await context.db
    .selectFrom('clients.invitation')
    .select(['way', 'created_at', 'expires_at', 'used_at', 'withdrawn_at'])
    .where('client_id', '=', clientId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return (
    row && {
      way: row.way as InvitationWay,
      madeAt: row.created_at,
      expiresAt: row.expires_at,
      state: stateOf(
        { usedAt: row.used_at, withdrawnAt: row.withdrawn_at, expiresAt: row.expires_at },
        context.now,
      ),
    }
  );
}

/** The invitation in force that a typed code opens. For the house's eyes. */
export async function invitationByCode(
  system: ViewerContext,
  typed: string,
): Promise<{ invitationId: string; clientId: string } | undefined> {
  const code = readCode(typed);
  if (code === undefined) return undefined;
  const row = await system.db
    .selectFrom('clients.invitation')
    .select(['id', 'client_id'])
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', system.now.toISOString())
    .forUpdate()
    .executeTakeFirst();
  return row && { invitationId: row.id, clientId: row.client_id };
}

/** Marks an invitation used by an account. */
export async function markInvitationUsed(system: ViewerContext, invitationId: string, accountId: string) {
  await system.db
    .updateTable('clients.invitation')
    .set({ used_at: system.now.toISOString(), used_by: accountId })
    .where('id', '=', invitationId)
    .execute();
}

/**
 * Gives an account, made now when the identity has none, the role of the person; nobody is the own worker, so the file is
 * closed to the same account's other roles. Undefined when the account is somebody else's already.
 */
export async function giveOwnRole(
  system: ViewerContext,
  of: { clientId: string; subject: string; role: string },
): Promise<string | undefined> {
  const { db, today } = system;
  const person = await db
    .selectFrom('clients.client as c')
    .innerJoin('clients.name as n', 'n.client_id', 'c.id')
    .leftJoin('clients.contact as t', 't.client_id', 'c.id')
    .select(['n.given_name', 'n.family_name', 'c.contact_language', 't.email'])
    .where('c.id', '=', of.clientId)
    .executeTakeFirstOrThrow();
  const known = await db
    .selectFrom('access.account')
    .select(['id', 'disabled_at'])
    .where('subject', '=', of.subject)
    .executeTakeFirst();
  if (known?.disabled_at != null) return undefined;
  const accountId = known?.id ?? newId();
  if (known === undefined) {
    await addRows(db, 'access.account', {
      id: accountId,
      subject: of.subject,
      name: [person.given_name, person.family_name].filter((part) => part !== '').join(' '),
      language: person.contact_language as Language,
      email: person.email,
    });
  } else {
    const held = await db
      .selectFrom('access.role_assignment')
      .select('client_id')
      .where('account_id', '=', accountId)
      .where('client_id', 'is not', null)
      .executeTakeFirst();
    if (held !== undefined) return held.client_id === of.clientId ? accountId : undefined;
    await db
      .insertInto('access.conflict')
      .values({ account_id: accountId, client_id: of.clientId, kind: 'self', declared_on: today })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await addRow(db, 'access.role_assignment', {
    account_id: accountId,
    role: of.role,
    client_id: of.clientId,
    valid_from: today,
  });
  return accountId;
}
