import type { Database } from '#db/open.ts';
import { type Acceptance, defaultSecret, type Settings } from './config.ts';

/** A reason for which this process must not serve. */
export interface StartRefusal {
  readonly code: Acceptance | 'login-superuser' | 'login-bypasses' | 'login-owns' | 'public-url' | 'insecure';
  readonly sentence: string;
}

/** Passwords that stand in documents and examples, and are therefore known to everybody. */
const knownPasswords = ['polku', 'postgres', 'password', 'change-me', 'secret', 'salasana', defaultSecret];

/**
 * What production refuses by its settings alone: the embedded database (not safe against power loss, one process),
 * demonstration identities (anybody may act as anybody) and secrets that everybody knows. Each can be accepted by
 * name in POLKU_ACCEPT. Outside production nothing is refused.
 */
export function refusedSettings(settings: Settings): StartRefusal[] {
  if (!settings.production) return [];
  const refusals: StartRefusal[] = [];
  if (!settings.database.url) {
    refusals.push({
      code: 'embedded-database',
      sentence:
        'There is no DATABASE_URL, so the data would be in the embedded database, which is not safe against power loss.',
    });
  }
  if (settings.demonstration) {
    refusals.push({
      code: 'demonstration-identities',
      sentence: 'There is no OIDC_ISSUER, so anybody could sign in as anybody with demonstration identities.',
    });
  }
  const known = [
    settings.secret === defaultSecret || settings.secret.length < 32
      ? 'POLKU_SECRET (at least 32 characters of your own)'
      : '',
    settings.identity && knownPasswords.includes(settings.identity.clientSecret) ? 'OIDC_CLIENT_SECRET' : '',
    ...(['url', 'ownerUrl', 'reportsUrl'] as const).map((name) =>
      hasKnownPassword(settings.database[name]) ? `the password of ${variables[name]}` : '',
    ),
  ].filter((name) => name !== '');
  if (known.length > 0) {
    refusals.push({
      code: 'default-secrets',
      sentence: `These secrets are the default or known to everybody: ${known.join(', ')}.`,
    });
  }
  const accepted: readonly string[] = settings.accept;
  const left = refusals.filter((refusal) => !accepted.includes(refusal.code));
  if (!settings.publicUrl) {
    left.push({ code: 'public-url', sentence: 'PUBLIC_URL must say the address that browsers use.' });
  } else if (!settings.publicUrl.startsWith('https:') && !isLocal(settings.publicUrl)) {
    left.push({ code: 'insecure', sentence: 'PUBLIC_URL must begin with https:// in production.' });
  }
  return left;
}

/** What is allowed and most probably not meant, in sentences for whoever starts the process. */
export function doubts(settings: Settings): string[] {
  const behindProxy = settings.publicUrl?.startsWith('https:') === true;
  const found: string[] = [];
  if (settings.production && settings.smtp === undefined)
    found.push(
      `There is no SMTP_URL, so letters are laid into ${settings.mailFolder} and nobody gets them. What they tell stands on the receivers’ own pages.`,
    );
  return behindProxy && settings.trustProxy === false
    ? [
        ...found,
        'PUBLIC_URL is https and this process answers http, so a proxy stands before it; but POLKU_TRUST_PROXY is false. All visitors then have the one address of the proxy, and use up one limit of requests together. Say how many proxies there are (POLKU_TRUST_PROXY=1), or their addresses.',
      ]
    : found;
}

const variables = { url: 'DATABASE_URL', ownerUrl: 'DATABASE_OWNER_URL', reportsUrl: 'DATABASE_REPORTS_URL' };

function hasKnownPassword(url: string | undefined): boolean {
  if (!url) return false;
  return knownPasswords.includes(decodeURIComponent(new URL(url).password));
}

function isLocal(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/**
 * What production refuses of the application's login on a server: row-level security is a wall only for a login that
 * is not a superuser, does not bypass it and does not own the tables.
 */
export async function refusedLogin(database: Database): Promise<StartRefusal[]> {
  if (database.kind !== 'server') return [];
  const { rows } = await database.pool.query<{
    login: string;
    super: boolean;
    bypass: boolean;
    owns: boolean;
  }>(`
    select r.rolname as login, r.rolsuper as super, r.rolbypassrls as bypass,
           exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('access', 'audit', 'clients', 'consents') and pg_has_role(r.oid, c.relowner, 'member')) as owns
      from pg_roles r where r.rolname = session_user`);
  const login = rows[0]!;
  const name = `The login ${login.login} of DATABASE_URL`;
  const refusals: StartRefusal[] = [];
  if (login.super)
    refusals.push({
      code: 'login-superuser',
      sentence: `${name} is a superuser, for whom there is no access control.`,
    });
  if (login.bypass)
    refusals.push({ code: 'login-bypasses', sentence: `${name} bypasses row-level security (BYPASSRLS).` });
  if (login.owns && !login.super)
    refusals.push({ code: 'login-owns', sentence: `${name} owns the tables and could change their rules.` });
  return refusals;
}

/** The refusals as one text for the person who starts the process. */
export function inWords(refusals: readonly StartRefusal[]): string {
  const acceptable = refusals.filter((refusal) =>
    (['embedded-database', 'demonstration-identities', 'default-secrets'] as const).some(
      (name) => name === refusal.code,
    ),
  );
  const lines = refusals.map((refusal) => `  - ${refusal.sentence}`);
  const advice =
    acceptable.length > 0
      ? `\nIf this is what you want, accept it by name: POLKU_ACCEPT=${acceptable.map((row) => row.code).join(',')}`
      : '';
  return `Polku does not start in production:\n${lines.join('\n')}${advice}\nSee docs/running.md.`;
}
