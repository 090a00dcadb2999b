import { sql } from 'kysely';
import { type House, withHandle } from '#access';
import { isMigrated, migrate } from '#db/migrate.ts';
import { type Database, openDatabase } from '#db/open.ts';
import { systemClock } from '#kernel/clock.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { findVoikko, giveFinnishDictionary } from '#vocabulary';
import type { Settings } from './config.ts';
import { installQueue } from './jobs.ts';
import { inWords, refusedLogin, refusedSettings } from './start-checks.ts';

/** The process must not serve; the message tells a person why and what to do. */
export class StartRefused extends Error {}

/**
 * Opens the database in its present form: on a server the owner's login migrates and is closed again, then the
 * application's own login is opened and, in production, checked.
 * @throws StartRefused, FolderInUse
 */
export async function openHouse(
  settings: Settings,
  progress: (words: string) => void = () => {},
): Promise<House> {
  const refused = refusedSettings(settings);
  if (refused.length > 0) throw new StartRefused(inWords(refused));
  const { url, ownerUrl, connections } = settings.database;
  if (!url) {
    const database = await openDatabase({ folder: settings.folder });
    await closingOnFailure(database, () => bringToForm(database, progress));
    return houseOf(database, settings);
  }
  if (ownerUrl || !settings.production) {
    const owner = await reachable(ownerUrl ?? url, 2);
    await bringToForm(owner, progress).finally(() => owner.close());
  }
  const database = await reachable(url, connections);
  await closingOnFailure(database, async () => {
    const logins = settings.production ? await refusedLogin(database) : [];
    if (logins.length > 0) throw new StartRefused(inWords(logins));
    if (!(await isMigrated(database)))
      throw new StartRefused(
        'The database is not in the form that this version needs. Give DATABASE_OWNER_URL, or run `npm run db:migrate` with it.',
      );
  });
  return houseOf(database, settings);
}

/** The house over an open database, with what this machine has for reading Finnish. */
async function houseOf(database: Database, settings: Settings): Promise<House> {
  const house = { database, clock: systemClock };
  if (settings.voikko) giveFinnishDictionary(house, await findVoikko());
  return house;
}

/** Migrations, views and the queue's own tables, as the owner. */
export async function bringToForm(
  database: Database,
  progress: (words: string) => void = () => {},
): Promise<void> {
  const waits = !(await isMigrated(database));
  if (waits) progress('Bringing the database to its present form …');
  await migrate(database);
  await installQueue(database);
}

/** Has the demonstration area, or anything else, been loaded? */
export async function isEmpty(house: House): Promise<boolean> {
  return withHandle(house, systemViewer, 'upkeep', async ({ db }) => {
    const { rows } = await sql<{ empty: boolean }>`
      select not exists (select from access.account) as empty`.execute(db);
    return rows[0]!.empty;
  });
}

async function reachable(url: string, connections: number): Promise<Database> {
  const database = await openDatabase({ url, connections });
  try {
    await database.pool.query('select 1');
    return database;
  } catch (error) {
    await database.close();
    const place = new URL(url);
    throw new StartRefused(
      `The database server at ${place.host}${place.pathname} does not let ${place.username || 'us'} in: ${(error as Error).message || 'no answer'}.`,
    );
  }
}

async function closingOnFailure(database: Database, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await database.close();
    throw error;
  }
}
