import { sql } from 'kysely';
import type { ViewerContext } from '#access';

/** Has the viewer a seat of the own in the body today, in whatever capacity? */
export async function sitsIn(context: ViewerContext, bodyId: string): Promise<boolean> {
  const { rows } = await sql<{ sits: boolean }>`select governance.sits(${bodyId}::uuid) as sits`.execute(
    context.db,
  );
  return rows[0]?.sits === true;
}

/** The municipality that the viewer's organisation is, by its code; undefined when it is none. */
export async function municipalityOfViewer({ db, viewer }: ViewerContext): Promise<string | undefined> {
  if (viewer.organisationId === undefined) return undefined;
  const row = await db
    .selectFrom('networks.organisation')
    .select('municipality_code')
    .where('id', '=', viewer.organisationId)
    .where('kind', '=', 'municipality')
    .executeTakeFirst();
  return row?.municipality_code ?? undefined;
}
