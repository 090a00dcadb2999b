import { sql } from 'kysely';
import { rolesWith, type ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import type { Language } from '#kernel/localised.ts';

export interface PersonName {
  given: string;
  family: string;
  /** "Aino Esimerkki" */
  full: string;
}

/** Names of people whose name is open to the handle's viewer; the others are absent. */
export async function namesOf(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, PersonName>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('clients.name')
    .selectAll()
    .where('client_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.client_id, personName(row)]));
}

/** One of the two may be missing: there are people with one name only. */
function personName(row: { given_name: string; family_name: string }): PersonName {
  return {
    given: row.given_name,
    family: row.family_name,
    full: [row.given_name, row.family_name].filter((part) => part !== '').join(' '),
  };
}

/** Years of birth that are open to the handle's viewer: what tells namesakes apart. */
export async function birthYearsOf(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('clients.personal_code')
    .select(['client_id', 'birth_date'])
    .where('client_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.client_id, Number(row.birth_date.slice(0, 4))]));
}

/** Codes of home municipalities that are open to the handle's viewer; a protected one is absent. */
export async function homesOf(context: ViewerContext, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('clients.home')
    .selectAll()
    .where('client_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.client_id, row.municipality_code]));
}

export interface Education {
  level: 'basic' | 'upper-secondary' | 'post-secondary' | 'lower-tertiary' | 'upper-tertiary' | 'unknown';
  field?: string;
}

/** Education of people whose education is open to the handle's viewer. */
export async function educationOf(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, Education>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('clients.education')
    .selectAll()
    .where('client_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.client_id,
      { level: row.level as Education['level'], ...(row.field === null ? {} : { field: row.field }) },
    ]),
  );
}

/** The person's own account, if there is one. Open to staff; others ask as the house. */
export async function accountOf(context: ViewerContext, clientId: string): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('access.role_assignment')
    .select('account_id')
    .where('role', 'in', [...rolesWith('own-page:use')])
    .where('client_id', '=', clientId)
    .where('valid_from', '<=', context.today)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', context.today)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  return row?.account_id;
}

export interface Contact {
  phone?: string;
  email?: string;
  streetAddress?: string;
  postcode?: string;
}

/** Everything about one person that stands at the top of the page; undefined when the row is not open. */
export interface Basics {
  clientId: string;
  name: PersonName;
  birthDate?: Day;
  contactLanguage: Language;
  nativeLanguage: string;
  interpreterNeeded: boolean;
  /** The latest period of job search; its end is the first day without it and may be ahead. */
  searchId?: string;
  searchStartedOn?: Day;
  searchEndedOn?: Day;
  caseId?: string;
  caseOpenedOn?: Day;
  municipalityCode?: string;
  contact?: Contact;
}

export async function basicsOf(context: ViewerContext, clientId: string): Promise<Basics | undefined> {
  const { rows } = await sql<Record<string, string | boolean | null>>`
    select c.contact_language, c.native_language, c.interpreter_needed, s.search_id, s.search_started_on, s.search_ended_on,
      n.given_name, n.family_name, p.birth_date, k.id as case_id, k.opened_on, h.municipality_code,
      t.client_id is not null as has_contact, t.phone, t.email, t.street_address, t.postcode
      from clients.client c
      join clients.name n on n.client_id = c.id
      left join clients.personal_code p on p.client_id = c.id
      left join clients.client_case k on k.client_id = c.id and k.closed_on is null
      left join clients.latest_search s on s.client_id = c.id
      left join clients.home h on h.client_id = c.id
      left join clients.contact t on t.client_id = c.id
     where c.id = ${clientId}`.execute(context.db);
  const row = rows[0];
  if (!row) return undefined;
  const text = (key: string) => (row[key] === null ? undefined : String(row[key]));
  return {
    clientId,
    name: personName({ given_name: String(row.given_name), family_name: String(row.family_name) }),
    contactLanguage: row.contact_language as Language,
    nativeLanguage: String(row.native_language),
    interpreterNeeded: row.interpreter_needed === true,
    ...present('birthDate', text('birth_date')),
    ...present('searchId', text('search_id')),
    ...present('searchStartedOn', text('search_started_on')),
    ...present('searchEndedOn', text('search_ended_on')),
    ...present('caseId', text('case_id')),
    ...present('caseOpenedOn', text('opened_on')),
    ...present('municipalityCode', text('municipality_code')),
    ...(row.has_contact === true
      ? {
          contact: {
            ...present('phone', text('phone')),
            ...present('email', text('email')),
            ...present('streetAddress', text('street_address')),
            ...present('postcode', text('postcode')),
          },
        }
      : {}),
  };
}

function present<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}

/** Writes the contact anew; absent parts are emptied. */
export async function replaceContact(
  context: ViewerContext,
  clientId: string,
  contact: Contact,
): Promise<void> {
  const values = {
    phone: contact.phone ?? null,
    email: contact.email ?? null,
    street_address: contact.streetAddress ?? null,
    postcode: contact.postcode ?? null,
  };
  await context.db
    .insertInto('clients.contact')
    .values({ client_id: clientId, ...values })
    .onConflict((conflict) => conflict.column('client_id').doUpdateSet(values))
    .execute();
}

/** Names of workers. */
export async function accountNames(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await context.db
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
