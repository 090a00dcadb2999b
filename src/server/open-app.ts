import { sql } from 'kysely';
import { type App, inTransactionAs } from '#access';
import { giveViewerKey, isMigrated, migrate } from '#db/migrate.ts';
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
export async function openApp(
  settings: Settings,
  progress: (words: string) => void = () => {},
): Promise<App> {
  const refused = refusedSettings(settings);
  if (refused.length > 0) throw new StartRefused(inWords(refused));
  const { url, ownerUrl, connections } = settings.database;
  if (!url) {
    const database = await openDatabase({ folder: settings.folder });
    await closingOnFailure(database, () => bringToForm(database, progress));
    return appOf(database, settings);
  }
  if (ownerUrl || !settings.production) {
    const owner = await reachable(ownerUrl ?? url, 2, settings.secret);
    await bringToForm(owner, progress, settings.secret).finally(() => owner.close());
  }
  const database = await reachable(url, connections, settings.secret);
  await closingOnFailure(database, async () => {
    const logins = settings.production ? await refusedLogin(database) : [];
    if (logins.length > 0) throw new StartRefused(inWords(logins));
    if (!(await isMigrated(database)))
      throw new StartRefused(
        'The database is not in the form that this version needs. Give DATABASE_OWNER_URL, or run `node polku.js migrate` with it.',
      );
    if (!(await knowsItsViewers(database)))
      throw new StartRefused(
        'The database was brought to its form with another POLKU_SECRET. Give the same one, or run `node polku.js migrate` as the owner with this one.',
      );
  });
  return appOf(database, settings);
}

/** The house over an open database, with what this machine has for reading Finnish. */
async function appOf(database: Database, settings: Settings): Promise<App> {
  const app = { database, clock: systemClock };
  if (settings.voikko) giveFinnishDictionary(app, await findVoikko());
  return app;
}

/** Does the database believe the viewers that this process signs? */
async function knowsItsViewers(database: Database): Promise<boolean> {
  return inTransactionAs({ database, clock: systemClock }, systemViewer, 'upkeep', async () => true).catch(
    (error: { code?: string }) => {
      if (error.code === '28000') return false;
      throw error;
    },
  );
}

/**
 * Migrations, views and the queue's own tables, as the owner; on a server also the viewers' key, made from the
 * installation's secret.
 */
export async function bringToForm(
  database: Database,
  progress: (words: string) => void = () => {},
  secret?: string,
): Promise<void> {
  const waits = !(await isMigrated(database));
  if (waits) progress('Bringing the database to its present form …');
  await migrate(database);
  if (secret !== undefined) await giveViewerKey(database, secret);
  await installQueue(database);
}

/** Has the demonstration area, or anything else, been loaded? */
export async function isEmpty(app: App): Promise<boolean> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    const { rows } = await sql<{ empty: boolean }>`
      select not exists (select from access.account) as empty`.execute(db);
    return rows[0]!.empty;
  });
}

async function reachable(url: string, connections: number, secret: string): Promise<Database> {
  const database = await openDatabase({ url, connections, secret });
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
