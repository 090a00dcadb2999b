import { type RawBuilder, sql } from 'kysely';
import { type App, inTransactionAs, rolesWith } from '#access';
import { isId } from '#kernel/ids.ts';
import { inLanguage, type Language, type LocalisedText } from '#kernel/localised.ts';
import { readSearch } from '#kernel/search.ts';
import { type Role, roles, systemViewer } from '#kernel/viewer.ts';
import { inOrder } from '#lists';
import { roleInWords } from '#texts';
import { inventedOf, subjectOfInvented } from '../binding.ts';

/** An invented person as whom anybody may sign in. */
export interface Persona {
  readonly subject: string;
  readonly name: string;
  readonly role: string;
  readonly organisationName: string | undefined;
  /** One sentence; only the people of the pilot's story have one. */
  readonly description: string | undefined;
}

interface Row {
  subject: string;
  name: string;
  role: string;
  description: LocalisedText | null;
  organisation_names: LocalisedText | null;
  company_name: string | null;
}

/** The people of the pilot's story, in the order of the matrix of roles. */
export async function personas(app: App, language: Language): Promise<Persona[]> {
  const rows = await read(app, sql`a.description is not null`, 60);
  const place = (role: string) => roles.indexOf(role as Role);
  return rows
    .sort((a, b) => place(a.role) - place(b.role) || (a.name < b.name ? -1 : 1))
    .map((row) => inWords(row, language));
}

/**
 * The other people whose name holds the words, in whatever order and without their marks; twenty at most. A jobseeker
 * without an account gets one when chosen.
 */
export async function otherPeople(app: App, language: Language, name: string): Promise<Persona[]> {
  const words = readSearch(name)?.words ?? [];
  const holds = (text: RawBuilder<unknown>) =>
    sql.join(
      words.map(({ begins }) => sql`search.plain(search.letters(${text})) ~ ${begins}`),
      sql` and `,
    );
  if (words.length === 0) return [];
  const known = await read(app, sql`a.description is null and ${holds(sql`a.name`)}`, 20);
  const others = await peopleWithoutAccount(app, holds(sql`n.given_name || ' ' || n.family_name`));
  return [
    ...known.map((row) => inWords(row, language)),
    ...others.map((row) => inWords(row, language)),
  ].slice(0, 20);
}

const [jobseeker] = rolesWith('own-page:use');

function peopleWithoutAccount(app: App, which: RawBuilder<unknown>): Promise<Row[]> {
  return inTransactionAs(app, systemViewer, 'administration', async ({ db }) => {
    const { rows } = await sql<{ id: string; given_name: string; family_name: string }>`
      select c.id, n.given_name, n.family_name
        from clients.client c join clients.name n on n.client_id = c.id
       where not exists (select from access.role_assignment r where r.client_id = c.id) and ${which}
       order by n.search, c.id limit 20`.execute(db);
    return rows.map((row) => ({
      subject: subjectOfInvented(row.id),
      name: [row.given_name, row.family_name].filter((part) => part !== '').join(' '),
      role: jobseeker!,
      description: null,
      organisation_names: null,
      company_name: null,
    }));
  });
}

/** Is there such a person, with a role that is valid today? */
export async function isPersona(app: App, subject: string): Promise<boolean> {
  if ((await read(app, sql`coalesce(a.subject, a.sign_in_email) = ${subject}`, 1)).length > 0) return true;
  const clientId = inventedOf(subject);
  if (clientId === undefined || !isId(clientId)) return false;
  return (await peopleWithoutAccount(app, sql`c.id = ${clientId}`)).length > 0;
}

/** The address that the local provider vouches for. An account known by its address alone has it as its subject here. */
export async function addressOf(
  app: App,
  subject: string,
): Promise<{ email: string; email_verified: true } | undefined> {
  return inTransactionAs(app, systemViewer, 'administration', async ({ db }) => {
    const { rows } = await sql<{ email: string }>`
      select coalesce(a.sign_in_email, a.email) as email from access.account a
       where coalesce(a.subject, a.sign_in_email) = ${subject} and coalesce(a.sign_in_email, a.email) is not null`.execute(
      db,
    );
    return rows[0] && { email: rows[0].email, email_verified: true };
  });
}

function read(app: App, which: ReturnType<typeof sql>, limit: number): Promise<Row[]> {
  return inTransactionAs(app, systemViewer, 'administration', async ({ db, today }) => {
    const { rows } = await sql<Row>`
      select coalesce(a.subject, a.sign_in_email) as subject, a.name, a.description, r.role, o.names as organisation_names, c.name as company_name
        from access.account a
        join lateral (select * from access.role_assignment r
          where r.account_id = a.id and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
          order by r.valid_from, r.id limit 1) r on true
        left join networks.organisation o on o.id = r.organisation_id
        left join companies.company c on c.id = r.company_id
       where a.disabled_at is null and ${which}
       order by ${inOrder('a.name')} limit ${limit}`.execute(db);
    return rows;
  });
}

function inWords(row: Row, language: Language): Persona {
  const names = row.organisation_names;
  return {
    subject: row.subject,
    name: row.name,
    role: roleInWords(language, row.role),
    organisationName: row.company_name ?? (names ? inLanguage(names, language).text : undefined),
    description: row.description ? inLanguage(row.description, language).text : undefined,
  };
}
