import { sql } from 'kysely';
import { type App, inTransactionAs, type ViewerContext } from '#access';
import { type Credential, credentialsOf, insertCredential, revoke, type Scope, tokenHash } from '#accounts';
import { writeEntry } from '#audit';
import type { Language } from '#kernel/localised.ts';
import { type Role, systemViewer, type Viewer } from '#kernel/viewer.ts';

/** A system that calls: which credential, as whom, and what it was let to ask for. */
export interface Caller {
  readonly credentialId: string;
  readonly scopes: readonly Scope[];
  readonly viewer: Viewer & { readonly accountId: string; readonly role: Role };
}

const asSystem = <T>(app: App, run: (context: ViewerContext) => Promise<T>): Promise<T> =>
  inTransactionAs(app, systemViewer, 'administration', run);

interface CallerRow {
  credential_id: string;
  scopes: Scope[];
  account_id: string;
  name: string;
  language: Language;
  role: Role;
  organisation_id: string | null;
  company_id: string | null;
}

// In force: neither revoked nor expired, its account open, its role assignment valid today.
const inForce = ({ now, today }: ViewerContext) => sql`
  join access.account a on a.id = c.account_id and a.disabled_at is null
  join access.role_assignment r on r.id = c.role_assignment_id and r.account_id = a.id
    and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
  where c.revoked_at is null and c.created_at <= ${now.toISOString()} and c.expires_at > ${now.toISOString()}`;

function callerOf(row: CallerRow): Caller {
  return {
    credentialId: row.credential_id,
    scopes: row.scopes,
    viewer: {
      accountId: row.account_id,
      name: row.name,
      role: row.role,
      organisationId: row.organisation_id ?? undefined,
      companyId: row.company_id ?? undefined,
      credentialId: row.credential_id,
      language: row.language,
    },
  };
}

const columns = sql`c.id as credential_id, a.id as account_id, a.name, a.language, r.role, r.organisation_id, r.company_id`;

/** A credential in force by its client id, with the hash of its secret. */
export async function findCredential(
  app: App,
  id: string,
): Promise<{ caller: Caller; secretHash: string; expiresAt: string } | undefined> {
  return asSystem(app, async (context) => {
    const { rows } = await sql<CallerRow & { secret_hash: string; expires_at: string }>`
      select ${columns}, c.scopes, c.secret_hash, c.expires_at from access.api_credential c ${inForce(context)}
         and c.id = ${id}`.execute(context.db);
    const row = rows[0];
    return row && { caller: callerOf(row), secretHash: row.secret_hash, expiresAt: row.expires_at };
  });
}

/** Who calls with this token; undefined when it is unknown, too old, or its credential is no longer in force. */
export async function findCaller(app: App, token: string): Promise<Caller | undefined> {
  return asSystem(app, async (context) => {
    const { rows } = await sql<CallerRow>`
      select ${columns}, t.scopes from access.api_token t join access.api_credential c on c.id = t.credential_id
        ${inForce(context)} and t.token_hash = ${tokenHash(token)} and t.expires_at > ${context.now.toISOString()}`.execute(
      context.db,
    );
    return rows[0] && callerOf(rows[0]);
  });
}

/** Keeps a new token's hash, forgets those that have expired, and logs the signing in. */
export async function keepToken(
  app: App,
  caller: Caller,
  given: { token: string; scopes: readonly Scope[]; seconds: number },
): Promise<void> {
  await asSystem(app, async (context) => {
    const { db, now } = context;
    await db.deleteFrom('access.api_token').where('expires_at', '<', now.toISOString()).execute();
    await db
      .insertInto('access.api_token')
      .values({
        token_hash: tokenHash(given.token),
        credential_id: caller.credentialId,
        scopes: [...given.scopes],
        created_at: now.toISOString(),
        expires_at: new Date(now.getTime() + given.seconds * 1_000).toISOString(),
      })
      .execute();
    await logSystem(context, caller.viewer, 'access.api-token', {
      outcome: 'permitted',
      details: { credential: caller.credentialId, scopes: [...given.scopes] },
    });
  });
}

/** A try that failed goes to the log with its reason, and with the account when it is known. */
export async function logFailedTry(
  app: App,
  action: 'access.api-token' | 'access.api-call',
  reason: string,
  caller?: Caller,
  details: Record<string, unknown> = {},
): Promise<void> {
  const nobody: Viewer = { accountId: undefined, name: '', role: 'public', language: 'fi' };
  await asSystem(app, (context) =>
    logSystem(context, caller?.viewer ?? nobody, action, { outcome: 'denied', reason, details }),
  );
}

/** The assignments that an account of this name holds today. */
export async function assignmentsNamed(app: App, name: string) {
  return asSystem(app, async ({ db, today }) => {
    const { rows } = await sql<{ accountId: string; assignmentId: string; role: Role }>`
      select a.id as "accountId", r.id as "assignmentId", r.role from access.account a
        join access.role_assignment r on r.account_id = a.id
       where a.name = ${name} and a.disabled_at is null and r.valid_from <= ${today}
         and (r.valid_to is null or r.valid_to >= ${today}) order by a.id, r.valid_from, r.id`.execute(db);
    return rows;
  });
}

/** Keeps a new credential; its making is in the log. */
export async function addCredential(
  app: App,
  given: Parameters<typeof insertCredential>[1],
): Promise<{ id: string; expiresAt: string }> {
  return asSystem(app, async (context) => {
    const made = await insertCredential(context, given);
    await logSystem(context, systemViewer, 'access.api-credential', {
      outcome: 'permitted',
      details: { made: made.id, scopes: [...given.scopes] },
    });
    return made;
  });
}

/** Revokes a credential and with it every token of it, at once. False when there is no such credential in force. */
export async function revokeCredential(app: App, id: string): Promise<boolean> {
  return asSystem(app, async (context) => {
    if (!(await revoke(context, id))) return false;
    await logSystem(context, systemViewer, 'access.api-credential', {
      outcome: 'permitted',
      details: { revoked: id },
    });
    return true;
  });
}

/** Every credential, the newest first. */
export const listCredentials = (app: App): Promise<Credential[]> => asSystem(app, credentialsOf);

async function logSystem(
  context: ViewerContext,
  viewer: Viewer,
  action: string,
  entry: { outcome: 'permitted' | 'denied'; reason?: string; details?: Record<string, unknown> },
): Promise<void> {
  await writeEntry({ ...context, viewer }, { action, subjects: [], write: true, ...entry });
}
