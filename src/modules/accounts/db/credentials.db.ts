import { sql } from 'kysely';
import { actingAsSystem, type ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { Role } from '#kernel/viewer.ts';
import type { Scope } from '../scopes.ts';

/** A credential as it is administered; the secret is not kept anywhere. */
export interface Credential {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly account: string;
  readonly role: Role;
  readonly organisation: LocalisedText | null;
  readonly company: string | null;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** The role and the account that it acts in are in force today. */
  readonly roleInForce: boolean;
}

const why =
  'credentials hold hashes of secrets that nobody reads; whoever administers access sees what each is for';

/** Every credential, the newest first. */
export function credentials(context: ViewerContext): Promise<Credential[]> {
  return actingAsSystem(context, why, async ({ db, today }) => {
    const { rows } = await sql<Credential>`
      select c.id, c.name, a.id as "accountId", a.name as account, r.role, o.names as organisation, m.name as company, c.scopes,
             c.created_at as "createdAt", c.expires_at as "expiresAt", c.revoked_at as "revokedAt",
             (a.disabled_at is null and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})) as "roleInForce"
        from access.api_credential c join access.account a on a.id = c.account_id
        join access.role_assignment r on r.id = c.role_assignment_id
        left join networks.organisation o on o.id = r.organisation_id
        left join companies.company m on m.id = r.company_id order by c.id desc`.execute(db);
    return rows;
  });
}

/** Keeps a new credential. */
export function insertCredential(
  context: ViewerContext,
  given: {
    readonly name: string;
    readonly accountId: string;
    readonly assignmentId: string;
    readonly secretHash: string;
    readonly scopes: readonly Scope[];
    readonly days: number;
  },
): Promise<{ id: string; expiresAt: string }> {
  return actingAsSystem(context, why, async ({ db, now }) => {
    const id = newId();
    const expiresAt = new Date(now.getTime() + given.days * 86_400_000).toISOString();
    await db
      .insertInto('access.api_credential')
      .values({
        id,
        name: given.name,
        account_id: given.accountId,
        role_assignment_id: given.assignmentId,
        secret_hash: given.secretHash,
        scopes: [...given.scopes],
        created_at: now.toISOString(),
        expires_at: expiresAt,
      })
      .execute();
    return { id, expiresAt };
  });
}

/** Gives a credential in force another secret and another end; every token of the old secret ends. */
export function renewSecret(
  context: ViewerContext,
  id: string,
  given: { readonly secretHash: string; readonly days: number },
): Promise<string> {
  return actingAsSystem(context, why, async ({ db, now }) => {
    const expiresAt = new Date(now.getTime() + given.days * 86_400_000).toISOString();
    await db
      .updateTable('access.api_credential')
      .set({ secret_hash: given.secretHash, expires_at: expiresAt })
      .where('id', '=', id)
      .execute();
    await db.deleteFrom('access.api_token').where('credential_id', '=', id).execute();
    return expiresAt;
  });
}

/** Revokes a credential, with every token of it, at once; false when none is in force. */
export function revoke(context: ViewerContext, id: string): Promise<boolean> {
  return actingAsSystem(context, why, async ({ db, now }) => {
    const { numUpdatedRows } = await db
      .updateTable('access.api_credential')
      .set({ revoked_at: now.toISOString() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await db.deleteFrom('access.api_token').where('credential_id', '=', id).execute();
    return true;
  });
}
