import type { Handle } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';

/** Licences and cards by code, with their names and what they are about. */
export async function licenceNames({
  db,
}: Handle): Promise<Map<string, { names: LocalisedText; kind: string }>> {
  const rows = await db.selectFrom('vocabulary.licence').selectAll().execute();
  return new Map(rows.map((row) => [row.code, { names: row.names as LocalisedText, kind: row.kind }]));
}
