import type { Handle } from '#access';
import { municipalityOn } from '#areas';
import { inLanguage, type Language, type LocalisedText } from '#kernel/localised.ts';
import type { Named, PersonParts } from '../domain/share-profile.ts';

/**
 * What is known of persons in the parts that can be shared, as far as row-level security lets this viewer read; names of
 * things in the viewer's language. The person's own reading (the preview) and the receiver's come both from here.
 */
export async function partsOf(
  handle: Handle,
  clientIds: readonly string[],
): Promise<Map<string, PersonParts>> {
  const parts = new Map<string, PersonParts>(clientIds.map((id) => [id, {}]));
  if (clientIds.length === 0) return parts;
  const { db } = handle;
  const ids = [...clientIds];
  const names = await db.selectFrom('clients.name').selectAll().where('client_id', 'in', ids).execute();
  const contacts = await db
    .selectFrom('clients.contact')
    .select(['client_id', 'phone', 'email'])
    .where('client_id', 'in', ids)
    .execute();
  const homes = await db.selectFrom('clients.home').selectAll().where('client_id', 'in', ids).execute();
  const educations = await db
    .selectFrom('clients.education')
    .selectAll()
    .where('client_id', 'in', ids)
    .execute();
  const skills = await db
    .selectFrom('skills.skill')
    .select(['client_id', 'concept_uri', 'own_words', 'level', 'evidence'])
    .where('client_id', 'in', ids)
    .orderBy('level', 'desc')
    .orderBy('id')
    .execute();
  const occupations = await db
    .selectFrom('skills.occupation')
    .selectAll()
    .where('client_id', 'in', ids)
    .orderBy('years', 'desc')
    .orderBy('concept_uri')
    .execute();
  const languages = await db
    .selectFrom('skills.language')
    .selectAll()
    .where('client_id', 'in', ids)
    .orderBy('native', 'desc')
    .orderBy('cefr', 'desc')
    .orderBy('language')
    .execute();
  const licences = await db
    .selectFrom('skills.licence as l')
    .innerJoin('vocabulary.licence as v', 'v.code', 'l.code')
    .select(['l.client_id', 'l.code', 'l.valid_to', 'v.names'])
    .where('l.client_id', 'in', ids)
    .orderBy('l.code')
    .execute();
  const wishes = await db.selectFrom('skills.wish').selectAll().where('client_id', 'in', ids).execute();
  const areas = await db
    .selectFrom('skills.travel_area')
    .selectAll()
    .where('client_id', 'in', ids)
    .orderBy('municipality_code')
    .execute();

  const uris = [
    ...skills.flatMap((row) => row.concept_uri ?? []),
    ...occupations.map((row) => row.concept_uri),
    ...wishes.flatMap((row) => row.occupation_uris),
  ];
  const concepts = await conceptNames(handle, uris);
  const called = (uri: string, otherwise = uri): Named => named(handle, concepts.get(uri), otherwise);
  const place = (code: string) => ({
    code,
    name: named(handle, municipalityOn(code, handle.today)?.name, code),
  });

  for (const row of names)
    set(parts, row.client_id, { name: { given: row.given_name, family: row.family_name } });
  for (const row of contacts)
    set(parts, row.client_id, {
      contact: { phone: row.phone ?? undefined, email: row.email ?? undefined },
    });
  for (const row of homes) set(parts, row.client_id, { municipality: place(row.municipality_code) });
  for (const row of educations)
    set(parts, row.client_id, { education: { level: row.level, field: row.field ?? undefined } });
  for (const row of skills)
    push(parts, row.client_id, 'skills', {
      uri: row.concept_uri ?? undefined,
      name: row.concept_uri
        ? called(row.concept_uri, row.own_words ?? row.concept_uri)
        : { text: row.own_words!, language: 'fi' as const },
      level: row.level,
      evidence: row.evidence,
    });
  for (const row of occupations)
    push(parts, row.client_id, 'occupations', {
      uri: row.concept_uri,
      name: called(row.concept_uri),
      years: Number(row.years),
    });
  for (const row of languages)
    push(parts, row.client_id, 'languages', {
      language: row.language,
      cefr: row.cefr,
      native: row.native,
    });
  for (const row of licences)
    push(parts, row.client_id, 'licences', {
      code: row.code,
      name: named(handle, row.names as LocalisedText, row.code),
      validTo: row.valid_to ?? undefined,
    });
  for (const row of wishes)
    set(parts, row.client_id, {
      wishes: {
        occupations: row.occupation_uris.map((uri) => ({ uri, name: called(uri) })),
        workingTimes: row.working_times,
        earliestStart: row.earliest_start ?? undefined,
      },
    });
  for (const row of areas) push(parts, row.client_id, 'travelArea', place(row.municipality_code));
  return parts;
}

async function conceptNames(handle: Handle, uris: readonly string[]): Promise<Map<string, LocalisedText>> {
  if (uris.length === 0) return new Map();
  const rows = await handle.db
    .selectFrom('vocabulary.concept')
    .select(['uri', 'names'])
    .where('uri', 'in', [...new Set(uris)])
    .execute();
  return new Map(rows.map((row) => [row.uri, row.names as LocalisedText]));
}

function named(handle: Handle, names: LocalisedText | undefined, otherwise: string): Named {
  const found = inLanguage(names ?? {}, handle.viewer.language);
  return found.text === '' ? { text: otherwise, language: handle.viewer.language } : found;
}

function set(parts: Map<string, PersonParts>, id: string, part: Partial<PersonParts>): void {
  Object.assign(parts.get(id)!, part);
}

function push<K extends 'skills' | 'occupations' | 'languages' | 'licences' | 'travelArea'>(
  parts: Map<string, PersonParts>,
  id: string,
  key: K,
  value: NonNullable<PersonParts[K]>[number],
): void {
  const person = parts.get(id)!;
  const list = (person[key] ?? []) as unknown[];
  list.push(value);
  (person as Record<string, unknown>)[key] = list;
}

/** Is the person's address protected? Only the person and the own adviser can ask this; a receiver never sees the answer. */
export async function isProtected(handle: Handle, clientId: string): Promise<boolean> {
  const row = await handle.db
    .selectFrom('clients.client')
    .select('non_disclosure')
    .where('id', '=', clientId)
    .executeTakeFirst();
  return row?.non_disclosure ?? true;
}

/** The language in which a person wants to be spoken to. */
export async function contactLanguageOf(handle: Handle, clientId: string): Promise<Language> {
  const row = await handle.db
    .selectFrom('clients.client')
    .select('contact_language')
    .where('id', '=', clientId)
    .executeTakeFirst();
  return (row?.contact_language ?? 'fi') as Language;
}
