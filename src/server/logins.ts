/** The three logins of a server; the roles polku_app and polku_reports hold the rights, the logins only enter them. */
export const loginNames = {
  owner: 'polku_owner_login',
  app: 'polku_app_login',
  reports: 'polku_reports_login',
} as const;

export type LoginPasswords = { readonly [K in keyof typeof loginNames]: string };

/**
 * SQL that makes the three logins in a new database, or gives them these passwords. To be run by a superuser once,
 * before the first migration.
 * - owner: owns the schemas and their rules; used by migrations only
 * - app: reads and writes rows under row-level security; owns nothing, bypasses nothing
 * - reports: reads the published facts (schema `insight`) and nothing else
 */
export function loginStatements(database: string, passwords: LoginPasswords): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const login = (key: keyof typeof loginNames) => `
    if not exists (select from pg_roles where rolname = '${loginNames[key]}') then create role ${loginNames[key]}; end if;
    alter role ${loginNames[key]} login nosuperuser nobypassrls nocreatedb nocreaterole password ${quoted(passwords[key])};`;
  const name = `"${database.replaceAll('"', '""')}"`;
  return `
do $logins$
begin
    if not exists (select from pg_roles where rolname = 'polku_app') then create role polku_app nologin; end if;
    if not exists (select from pg_roles where rolname = 'polku_reports') then create role polku_reports nologin; end if;
    ${login('owner')}
    ${login('app')}
    ${login('reports')}
end $logins$;
revoke all on database ${name} from public;
grant connect on database ${name} to polku_app, polku_reports;
grant connect, create, temporary on database ${name} to ${loginNames.owner};
revoke create on schema public from public;
grant create on schema public to ${loginNames.owner};
grant polku_app to ${loginNames.app};
grant polku_reports to ${loginNames.reports};
alter role ${loginNames.app} set timezone = 'UTC';
alter role ${loginNames.reports} set default_transaction_read_only = on;
`;
}
