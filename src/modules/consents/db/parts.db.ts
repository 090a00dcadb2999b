import type { Handle } from '#access';
import { municipalityOn } from '#areas';
import { educationOf, homesOf, namesOf } from '#clients';
import { inLanguage, type Language, type LocalisedText } from '#kernel/localised.ts';
import { emptyProfileParts, profilePartsOf } from '#skills';
import { conceptNames, readLicences } from '#vocabulary';
import type { Named, PersonParts } from '../domain/share-profile.ts';

/**
 * What is known of persons in the parts that can be shared, as far as row-level security lets this viewer read; names of
 * things in the viewer's language. The person's own reading (the preview) and the receiver's come both from here.
 */
export async function partsOf(
  handle: Handle,
  clientIds: readonly string[],
): Promise<Map<string, PersonParts>> {
  if (clientIds.length === 0) return new Map();
  const names = await namesOf(handle, clientIds);
  const contacts = await contactsOf(handle, clientIds);
  const homes = await homesOf(handle, clientIds);
  const educations = await educationOf(handle, clientIds);
  const mappings = await profilePartsOf(handle, clientIds);
  const all = [...mappings.values()];
  const concepts = await conceptNames(
    handle,
    all.flatMap((parts) => [
      ...parts.skills.flatMap((skill) => skill.uri ?? []),
      ...parts.occupations.map((occupation) => occupation.uri),
      ...(parts.wish?.occupationUris ?? []),
    ]),
  );
  const licences = all.some((parts) => parts.licences.length > 0)
    ? new Map((await readLicences(handle)).map((licence) => [licence.code, licence.names]))
    : new Map<string, LocalisedText>();
  const called = (uri: string, otherwise = uri) => named(handle, concepts.get(uri), otherwise);
  const place = (code: string) => ({
    code,
    name: named(handle, municipalityOn(code, handle.today)?.name, code),
  });

  return new Map(
    clientIds.map((id) => {
      const name = names.get(id);
      const home = homes.get(id);
      const {
        skills,
        occupations,
        languages,
        licences: held,
        wish,
        travelArea,
      } = mappings.get(id) ?? emptyProfileParts();
      const parts: PersonParts = {
        name: name && { given: name.given, family: name.family },
        contact: contacts.get(id),
        municipality: home === undefined ? undefined : place(home),
        education: educations.get(id),
        skills: skills.map(({ uri, ownWords, level, evidence }) => ({
          uri,
          name: uri
            ? called(uri, ownWords ?? uri)
            : { text: ownWords ?? '', language: handle.viewer.language },
          level,
          evidence,
        })),
        occupations: occupations.map(({ uri, years }) => ({ uri, name: called(uri), years })),
        languages: languages.map(({ language, cefr, native }) => ({ language, cefr, native })),
        licences: held.map(({ code, validTo }) => ({
          code,
          name: named(handle, licences.get(code), code),
          validTo,
        })),
        wishes: wish && {
          occupations: wish.occupationUris.map((uri) => ({ uri, name: called(uri) })),
          workingTimes: wish.workingTimes,
          earliestStart: wish.earliestStart,
        },
        travelArea: travelArea.map(place),
      };
      return [id, parts];
    }),
  );
}

/** Phone and e-mail; the street address is never read here. */
async function contactsOf(
  handle: Handle,
  clientIds: readonly string[],
): Promise<Map<string, NonNullable<PersonParts['contact']>>> {
  const rows = await handle.db
    .selectFrom('clients.contact')
    .select(['client_id', 'phone', 'email'])
    .where('client_id', 'in', [...clientIds])
    .execute();
  return new Map(
    rows.map((row) => [row.client_id, { phone: row.phone ?? undefined, email: row.email ?? undefined }]),
  );
}

function named(handle: Handle, names: LocalisedText | undefined, otherwise: string): Named {
  const found = inLanguage(names ?? {}, handle.viewer.language);
  return found.text === '' ? { text: otherwise, language: handle.viewer.language } : found;
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
