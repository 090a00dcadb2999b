import { sql } from 'kysely';
import { may, type ViewerContext } from '#access';
import { municipalityOn } from '#areas';
import { findBody } from './db/bodies.db.ts';
import { municipalityOfViewer, sitsIn } from './db/own-bodies.db.ts';

/** Officials and decision-makers; the twin of `governance.reads()` in the database. */
export const readsGovernance = may('bodies:read');

/** Roles that may be a body's secretary; that the viewer is the secretary of *this* body is asked by `isSecretaryOf`. */
export const writesBodies = may('bodies:write', { secretary: 'rows' });

/** Is the viewer this body's secretary today? Asked of the database, where row-level security asks the same. */
export async function isSecretaryOf(context: ViewerContext, bodyId: string): Promise<boolean> {
  const { rows } = await sql<{ keeps: boolean }>`select governance.keeps(${bodyId}) as keeps`.execute(
    context.db,
  );
  return rows[0]?.keeps === true;
}

/** A body that nobody keeps is taken by who sits in it, or who works in the municipality whose body it is. */
export const takesBody = may<{ bodyId: string }>('bodies:take', {
  'own-body': (context, { bodyId }) => isOwnBody(context, bodyId),
});

async function isOwnBody(context: ViewerContext, bodyId: string): Promise<boolean> {
  if (await sitsIn(context, bodyId)) return true;
  const body = await findBody(context, bodyId);
  const code = await municipalityOfViewer(context);
  const name = code === undefined ? undefined : municipalityOn(code, context.today)?.name;
  return (
    body?.municipality !== undefined && name !== undefined && Object.values(name).includes(body.municipality)
  );
}
