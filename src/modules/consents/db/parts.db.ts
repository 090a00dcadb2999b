import type { ViewerContext } from '#access';
import { municipalityOn } from '#areas';
import { educationOf, homesOf, namesOf } from '#clients';
import { findRow } from '#db/table-rows.ts';
import { inLanguage, type Language, type LocalisedText } from '#kernel/localised.ts';
import { emptyProfileParts, profilePartsOf } from '#skills';
import { conceptNames, readLicences } from '#vocabulary';
import type { Named, PersonParts } from '../domain/share-profile.ts';

/**
 * What is known of persons in the parts that can be shared, as far as row-level security lets this viewer read; names of
 * things in the viewer's language. The person's own reading (the preview) and the receiver's come both from here.
 */
export async function partsOf(
  context: ViewerContext,
  clientIds: readonly string[],
): Promise<Map<string, PersonParts>> {
  if (clientIds.length === 0) return new Map();
  const names = await namesOf(context, clientIds);
  const contacts = await contactsOf(context, clientIds);
  const homes = await homesOf(context, clientIds);
  const educations = await educationOf(context, clientIds);
  const mappings = await profilePartsOf(context, clientIds);
  const all = [...mappings.values()];
  const concepts = await conceptNames(
    context,
    all.flatMap((parts) => [
      ...parts.skills.flatMap((skill) => skill.uri ?? []),
      ...parts.occupations.map((occupation) => occupation.uri),
      ...(parts.wish?.occupationUris ?? []),
    ]),
  );
  const licences = all.some((parts) => parts.licences.length > 0)
    ? new Map((await readLicences(context)).map((licence) => [licence.code, licence.names]))
    : new Map<string, LocalisedText>();
  const called = (uri: string, otherwise = uri) => named(context, concepts.get(uri), otherwise);
  const place = (code: string) => ({
    code,
    name: named(context, municipalityOn(code, context.today)?.name, code),
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
            : { text: ownWords ?? '', language: context.viewer.language },
          level,
          evidence,
        })),
        occupations: occupations.map(({ uri, years }) => ({ uri, name: called(uri), years })),
        languages: languages.map(({ language, cefr, native }) => ({ language, cefr, native })),
        licences: held.map(({ code, validTo }) => ({
          code,
          name: named(context, licences.get(code), code),
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
  context: ViewerContext,
  clientIds: readonly string[],
): Promise<Map<string, NonNullable<PersonParts['contact']>>> {
  const rows = await context.db
    .selectFrom('clients.contact')
    .select(['client_id', 'phone', 'email'])
    .where('client_id', 'in', [...clientIds])
    .execute();
  return new Map(
    rows.map((row) => [row.client_id, { phone: row.phone ?? undefined, email: row.email ?? undefined }]),
  );
}

function named(context: ViewerContext, names: LocalisedText | undefined, otherwise: string): Named {
  const found = inLanguage(names ?? {}, context.viewer.language);
  return found.text === '' ? { text: otherwise, language: context.viewer.language } : found;
}

/** Is the person's address protected? Only the person and the own adviser can ask this; a receiver never sees the answer. */
export async function isProtected(context: ViewerContext, clientId: string): Promise<boolean> {
  const row = await findRow(context.db, 'clients.client', clientId, ['non_disclosure']);
  return row?.non_disclosure ?? true;
}

/** The language in which a person wants to be spoken to. */
export async function contactLanguageOf(context: ViewerContext, clientId: string): Promise<Language> {
  const row = await findRow(context.db, 'clients.client', clientId, ['contact_language']);
  return (row?.contact_language ?? 'fi') as Language;
}
