import type { Handle } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';

/** Names of concepts by URI; an unknown one is absent. */
export async function conceptNames(
  { db }: Handle,
  uris: readonly string[],
): Promise<Map<string, LocalisedText>> {
  if (uris.length === 0) return new Map();
  const rows = await db
    .selectFrom('vocabulary.concept')
    .select(['uri', 'names'])
    .where('uri', 'in', [...new Set(uris)])
    .execute();
  return new Map(rows.map((row) => [row.uri, row.names as LocalisedText]));
}

/** The skills that an occupation needs. */
export async function requirementsOf(
  { db }: Handle,
  occupationUri: string,
): Promise<{ essential: string[]; optional: string[] }> {
  const rows = await db
    .selectFrom('vocabulary.occupation_skill')
    .select(['skill_uri', 'essential'])
    .where('occupation_uri', '=', occupationUri)
    .orderBy('skill_uri')
    .execute();
  const uris = (essential: boolean) =>
    rows.filter((row) => row.essential === essential).map((row) => row.skill_uri);
  return { essential: uris(true), optional: uris(false) };
}
