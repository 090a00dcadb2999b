import { sql } from 'kysely';
import { type Handle, inRole } from '#access';
import { bodyKeepers, governanceReaders } from './domain/codes.ts';

/** Officials and decision-makers; the twin of `governance.reads()` in the database. */
export const readsGovernance = inRole(...governanceReaders);

/** Roles that may be a body's secretary; that the viewer is the secretary of *this* body is asked by `keepsBody`. */
export const keepsGovernance = inRole(...bodyKeepers);

/** Is the viewer this body's secretary today? Asked of the database, where row-level security asks the same. */
export async function keepsBody(handle: Handle, bodyId: string): Promise<boolean> {
  const { rows } = await sql<{ keeps: boolean }>`select governance.keeps(${bodyId}) as keeps`.execute(
    handle.db,
  );
  return rows[0]?.keeps === true;
}
