import { sql } from 'kysely';
import { type House, withHandle } from '#access';
import { inLanguage, type Language, type LocalisedText } from '#kernel/localised.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { roleInWords } from '../texts.ts';

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

/** The order in which the roles meet the story of the pilot. */
const order = [
  'client',
  'expert',
  'business',
  'employer',
  'area-manager',
  'decision-maker',
  'board',
  'project',
];

/** The people of the pilot's story, in the order of the story. */
export async function personas(house: House, language: Language): Promise<Persona[]> {
  const rows = await read(house, sql`a.description is not null`, 60);
  const place = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);
  return rows
    .sort((a, b) => place(a.role) - place(b.role) || (a.name < b.name ? -1 : 1))
    .map((row) => inWords(row, language));
}

/** The other people with an account whose name holds the words; twenty at most. */
export async function otherPeople(house: House, language: Language, name: string): Promise<Persona[]> {
  const wanted = `%${name.trim().replaceAll(/[%_\\]/g, '\\$&')}%`;
  return (await read(house, sql`a.description is null and a.name ilike ${wanted}`, 20)).map((row) =>
    inWords(row, language),
  );
}

/** Is there such a person, with a role that is valid today? */
export async function isPersona(house: House, subject: string): Promise<boolean> {
  return (await read(house, sql`a.subject = ${subject}`, 1)).length > 0;
}

function read(house: House, which: ReturnType<typeof sql>, limit: number): Promise<Row[]> {
  return withHandle(house, systemViewer, 'administration', async ({ db, today }) => {
    const { rows } = await sql<Row>`
      select a.subject, a.name, a.description, r.role, o.names as organisation_names, c.name as company_name
        from access.account a
        join lateral (select * from access.role_assignment r
          where r.account_id = a.id and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
          order by r.valid_from, r.id limit 1) r on true
        left join networks.organisation o on o.id = r.organisation_id
        left join companies.company c on c.id = r.company_id
       where a.disabled_at is null and ${which}
       order by a.name collate kernel_finnish limit ${limit}`.execute(db);
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
