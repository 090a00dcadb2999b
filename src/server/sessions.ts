import { sql } from 'kysely';
import { type App, inTransactionAs, type ViewerContext } from '#access';
import { refreshGroupRoles } from '#accounts';
import { writeEntry } from '#audit';
import type { Day } from '#kernel/days.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import { inLanguage } from '#kernel/localised.ts';
import { type Role, systemViewer, type Viewer } from '#kernel/viewer.ts';
import type { Settings } from './config.ts';
import { hashOf, newToken } from './tokens.ts';

/** A sign-in that is in force: who acts, in which role, and the token that the session's forms carry. */
export interface Session {
  readonly token: string;
  readonly csrf: string;
  readonly assignmentId: string;
  readonly viewer: Viewer & { readonly accountId: string; readonly role: Role };
  readonly organisationName: string | undefined;
}

/** A role that an account holds today. */
export interface Assignment {
  readonly id: string;
  readonly role: Role;
  readonly organisationName: string | undefined;
}

export type Limits = Settings['session'];

/** The session's clock of use is written at most this often. Milliseconds. */
const seenEvery = 60_000;

interface SessionRow {
  csrf: string;
  seen_at: string;
  account_id: string;
  account_name: string;
  language: Language;
  assignment_id: string;
  role: Role;
  organisation_id: string | null;
  company_id: string | null;
  client_id: string | null;
  organisation_names: LocalisedText | null;
  company_name: string | null;
}

/** Runs sign-in's own work with the house's eyes: who somebody is must be known before a viewer exists. */
function asSystem<T>(app: App, run: (context: ViewerContext) => Promise<T>): Promise<T> {
  return inTransactionAs(app, systemViewer, 'administration', run);
}

/**
 * Opens a session for an account in its first role that is valid today (or the one given).
 * @returns the token for the browser, or undefined when the account has no such role today or has been disabled
 */
export async function openSession(
  app: App,
  limits: Limits,
  accountId: string,
  given: {
    assurance?: string | undefined;
    providerSession?: string | undefined;
    assignmentId?: string | undefined;
    role?: string | undefined;
  } = {},
): Promise<string | undefined> {
  return asSystem(app, async (context) => {
    const held = await assignmentRows(context, accountId);
    const chosen = held.find(
      (row) =>
        (given.assignmentId === undefined || row.id === given.assignmentId) &&
        (given.role === undefined || row.role === given.role),
    );
    if (!chosen) return undefined;
    const token = newToken();
    await context.db
      .insertInto('access.session')
      .values({
        token_hash: hashOf(token),
        account_id: accountId,
        role_assignment_id: chosen.id,
        csrf: newToken(),
        assurance: given.assurance ?? null,
        provider_session: given.providerSession ?? null,
        created_at: context.now.toISOString(),
        seen_at: context.now.toISOString(),
        expires_at: new Date(context.now.getTime() + limits.absoluteHours * 3_600_000).toISOString(),
      })
      .execute();
    await context.db
      .updateTable('access.account')
      .set({ signed_in_at: context.now.toISOString() })
      .where('id', '=', accountId)
      .execute();
    await logAccess(context, viewerOfRow(chosen, accountId), 'access.sign-in');
    return token;
  });
}

/** The session of a browser's token, when it has neither ended, nor idled too long, nor grown too old. */
export async function findSession(app: App, limits: Limits, token: string): Promise<Session | undefined> {
  return asSystem(app, async (context) => {
    const idleSince = new Date(context.now.getTime() - limits.idleMinutes * 60_000).toISOString();
    const { rows } = await sql<SessionRow>`
      select s.csrf, s.seen_at, a.id as account_id, a.name as account_name, a.language, r.id as assignment_id, r.role,
             r.organisation_id, r.company_id, r.client_id, o.names as organisation_names, c.name as company_name
        from access.session s
        join access.account a on a.id = s.account_id
        join access.role_assignment r on r.id = s.role_assignment_id and r.account_id = a.id
        left join networks.organisation o on o.id = r.organisation_id
        left join companies.company c on c.id = r.company_id
       where s.token_hash = ${hashOf(token)} and s.ended_at is null and s.expires_at > ${context.now.toISOString()}
         and s.seen_at > ${idleSince} and a.disabled_at is null
         and r.valid_from <= ${context.today} and (r.valid_to is null or r.valid_to >= ${context.today})`.execute(
      context.db,
    );
    const row = rows[0];
    if (!row) return undefined;
    if (context.now.getTime() - Date.parse(row.seen_at) > seenEvery) {
      await context.db
        .updateTable('access.session')
        .set({ seen_at: context.now.toISOString() })
        .where('token_hash', '=', hashOf(token))
        .execute();
    }
    return {
      token,
      csrf: row.csrf,
      assignmentId: row.assignment_id,
      organisationName: nameOf(row, row.language),
      viewer: {
        accountId: row.account_id,
        name: row.account_name,
        role: row.role,
        organisationId: row.organisation_id ?? undefined,
        companyId: row.company_id ?? undefined,
        clientId: row.client_id ?? undefined,
        language: row.language,
      },
    };
  });
}

/** Ends the session in this browser, or every session of its account everywhere. */
export async function endSession(app: App, session: Session, everywhere: boolean): Promise<void> {
  await asSystem(app, async (context) => {
    const ending = context.db
      .updateTable('access.session')
      .set({ ended_at: context.now.toISOString() })
      .where('ended_at', 'is', null);
    await (everywhere
      ? ending.where('account_id', '=', session.viewer.accountId)
      : ending.where('token_hash', '=', hashOf(session.token))
    ).execute();
    await logAccess(context, session.viewer, everywhere ? 'access.sign-out-everywhere' : 'access.sign-out');
  });
}

/** Which sessions the provider ends: one of its own sessions, everything of somebody, or that of one token of ours. */
export type EndedByProvider =
  | { readonly session: string | undefined; readonly subject: string | undefined }
  | { readonly token: string };

/** Ends the sessions that the provider stands by no more. @returns how many there were */
export async function endByProvider(app: App, ended: EndedByProvider): Promise<number> {
  return asSystem(app, async (context) => {
    const which =
      'token' in ended
        ? sql`s.token_hash = ${hashOf(ended.token)}`
        : ended.session !== undefined
          ? sql`s.provider_session = ${ended.session}`
          : sql`s.account_id = (select id from access.account where subject = ${ended.subject ?? ''})`;
    const { rows } = await sql<{ account_id: string; client_id: string | null }>`
      update access.session s set ended_at = ${context.now.toISOString()} from access.role_assignment r
       where r.id = s.role_assignment_id and s.ended_at is null and ${which}
      returning s.account_id, r.client_id`.execute(context.db);
    for (const row of rows)
      await logAccess(
        context,
        { ...viewerOfNobody(row.account_id), clientId: row.client_id ?? undefined },
        'access.sign-out-by-provider',
      );
    return rows.length;
  });
}

/** The roles that the account holds today, the oldest first. */
export async function assignmentsOf(app: App, accountId: string, language: Language): Promise<Assignment[]> {
  return asSystem(app, async (context) =>
    (await assignmentRows(context, accountId)).map((row) => ({
      id: row.id,
      role: row.role,
      organisationName: nameOf(row, language),
    })),
  );
}

/**
 * Goes on in another role of one's own that is valid today; forms opened in the old role no longer fit.
 * @returns false when the role is not the account's own today
 */
export async function switchRole(app: App, session: Session, assignmentId: string): Promise<boolean> {
  return asSystem(app, async (context) => {
    const { accountId } = session.viewer;
    const wanted = (await assignmentRows(context, accountId)).find((row) => row.id === assignmentId);
    if (!wanted) {
      await logAccess(context, session.viewer, 'access.switch-role', 'denied', 'role-may-not');
      return false;
    }
    await context.db
      .updateTable('access.session')
      .set({ role_assignment_id: wanted.id, csrf: newToken() })
      .where('token_hash', '=', hashOf(session.token))
      .execute();
    await logAccess(context, viewerOfRow(wanted, accountId), 'access.switch-role');
    return true;
  });
}

/** Keeps the language that the user has chosen, for the pages and for what is sent. */
export async function keepLanguage(app: App, accountId: string, language: Language): Promise<void> {
  await asSystem(app, async ({ db }) => {
    await db.updateTable('access.account').set({ language }).where('id', '=', accountId).execute();
  });
}

/** What the identity provider says of somebody who has identified: the subject, and an address that it vouches for. */
export interface Identified {
  readonly subject: string;
  readonly email?: string | undefined;
}

/**
 * The account that the identity provider's subject belongs to. One that was opened by an address alone is found by the
 * address that the provider vouches for, and bound to the subject from then on.
 */
export async function accountOf(
  app: App,
  { subject, email }: Identified,
): Promise<{ id: string; disabled: boolean } | undefined> {
  return asSystem(app, async (context) => {
    const { db } = context;
    const known = await db
      .selectFrom('access.account')
      .select(['id', 'disabled_at'])
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (known) return { id: known.id, disabled: known.disabled_at !== null };
    if (email === undefined) return undefined;
    const bound = await db
      .updateTable('access.account')
      .set({ subject })
      .where('sign_in_email', '=', email.toLowerCase())
      .where('subject', 'is', null)
      .where('disabled_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (bound) {
      await logAccess(context, viewerOfNobody(bound.id), 'access.bind-account');
      return { id: bound.id, disabled: false };
    }
    const closed = await db
      .selectFrom('access.account')
      .select('id')
      .where('sign_in_email', '=', email.toLowerCase())
      .where('subject', 'is', null)
      .executeTakeFirst();
    return closed && { id: closed.id, disabled: true };
  });
}

/** Makes the roles that an account holds by groups of the directory those that the provider tells now; what changed is in the log. */
export async function refreshGroups(app: App, accountId: string, groups: readonly string[]): Promise<void> {
  await asSystem(app, async (context) => {
    const { given, ended } = await refreshGroupRoles(context, accountId, groups);
    if (given.length + ended.length === 0) return;
    await writeEntry(context, {
      action: 'access.groups',
      subjects: [accountId],
      outcome: 'permitted',
      write: true,
      details: { fields: [...given, ...ended], given, ended },
    });
  });
}

/** Does the account hold a role by a group today? */
export async function heldByGroups(app: App, accountId: string): Promise<boolean> {
  return asSystem(app, async ({ db, today }) => {
    const row = await db
      .selectFrom('access.role_assignment')
      .select('id')
      .where('account_id', '=', accountId)
      .where('group_role_id', 'is not', null)
      .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', today)]))
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** A sign-in that did not succeed goes to the log with its reason, and with the account when it is known. */
export async function logFailedSignIn(app: App, reason: string, accountId?: string): Promise<void> {
  await asSystem(app, (context) =>
    logAccess(context, viewerOfNobody(accountId), 'access.sign-in', 'denied', reason),
  );
}

interface AssignmentRow {
  id: string;
  role: Role;
  organisation_id: string | null;
  company_id: string | null;
  client_id: string | null;
  organisation_names: LocalisedText | null;
  company_name: string | null;
}

async function assignmentRows({ db, today }: ViewerContext, accountId: string): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`
    select r.id, r.role, r.organisation_id, r.company_id, r.client_id, o.names as organisation_names, c.name as company_name
      from access.role_assignment r
      join access.account a on a.id = r.account_id
      left join networks.organisation o on o.id = r.organisation_id
      left join companies.company c on c.id = r.company_id
     where r.account_id = ${accountId} and a.disabled_at is null
       and r.valid_from <= ${today satisfies Day} and (r.valid_to is null or r.valid_to >= ${today})
     order by r.valid_from, r.id`.execute(db);
  return rows;
}

const viewerOfNobody = (accountId: string | undefined): Viewer => ({
  accountId,
  name: '',
  role: 'public',
  language: 'fi',
});

function viewerOfRow(row: AssignmentRow, accountId: string): Viewer {
  return {
    accountId,
    name: '',
    role: row.role,
    organisationId: row.organisation_id ?? undefined,
    companyId: row.company_id ?? undefined,
    clientId: row.client_id ?? undefined,
    language: 'fi',
  };
}

function nameOf(
  row: { organisation_names: LocalisedText | null; company_name: string | null },
  language: Language,
): string | undefined {
  if (row.company_name !== null) return row.company_name;
  return row.organisation_names ? inLanguage(row.organisation_names, language).text : undefined;
}

/** Sign-ins stand in the log under the account's own name; a jobseeker's are the jobseeker's own to read too. */
async function logAccess(
  context: ViewerContext,
  viewer: Viewer,
  action: string,
  outcome: 'permitted' | 'denied' = 'permitted',
  reason?: string,
): Promise<void> {
  const subjects = viewer.clientId === undefined ? [] : [viewer.clientId];
  await writeEntry({ ...context, viewer }, { action, subjects, outcome, reason, write: true });
}
