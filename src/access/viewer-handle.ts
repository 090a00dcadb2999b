import { type Kysely, sql } from 'kysely';
import type { Database } from '#db/open.ts';
import type { Tables } from '#db/tables.ts';
import { type Clock, dayInFinland } from '#kernel/clock.ts';
import type { Day } from '#kernel/days.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';

/** Why data is read or changed; shown in words to the person whose data it is. */
export const purposes = [
  'own-data',
  'employment-service',
  'business-service',
  'recruitment',
  'pilot',
  'steering',
  'supervision',
  'administration',
  'public-information',
  'upkeep',
] as const;
export type Purpose = (typeof purposes)[number];

/** The only way to data: a transaction bound to a viewer and a purpose, under row-level security. */
export interface Handle {
  readonly house: House;
  readonly viewer: Viewer;
  readonly purpose: Purpose;
  /** The instant of the reading; consent is computed at it. */
  readonly now: Date;
  readonly today: Day;
  readonly db: Kysely<Tables>;
}

/** What a handle is opened from. */
export interface House {
  readonly database: Database;
  readonly clock: Clock;
}

/** Opens a transaction as the application's role with the viewer in its settings, and commits when `run` returns. */
export async function withHandle<T>(
  house: House,
  viewer: Viewer,
  purpose: Purpose,
  run: (handle: Handle) => Promise<T>,
): Promise<T> {
  const now = house.clock.now();
  return house.database.kysely.transaction().execute(async (db) => {
    await bind(db, viewer, now);
    return run({ house, viewer, purpose, now, today: dayInFinland(now), db });
  });
}

/**
 * Runs one step of a use case with the house's own eyes, in the same transaction, and gives the viewer's back.
 * For what the viewer may cause but not see (a task for another worker, counting over everybody); `why` is said at
 * the call so that the few callers can be read as a list.
 */
export async function actingAsSystem<T>(
  handle: Handle,
  _why: string,
  run: (handle: Handle) => Promise<T>,
): Promise<T> {
  await bind(handle.db, systemViewer, handle.now);
  const value = await run({ ...handle, viewer: systemViewer });
  await bind(handle.db, handle.viewer, handle.now);
  return value;
}

/** Our queries are short: compiling one to machine code takes longer than running it, so that is off. */
async function bind(db: Kysely<Tables>, viewer: Viewer, now: Date): Promise<void> {
  await sql`select set_config('role', 'polku_app', true), set_config('jit', 'off', true),
    set_config('polku.account', ${viewer.accountId ?? ''}, true), set_config('polku.role', ${viewer.role}, true),
    set_config('polku.organisation', ${viewer.organisationId ?? ''}, true),
    set_config('polku.client', ${viewer.clientId ?? ''}, true), set_config('polku.company', ${viewer.companyId ?? ''}, true),
    set_config('polku.instant', ${now.toISOString()}, true)`.execute(db);
}
