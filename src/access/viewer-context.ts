import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { DatabaseAway, isAway } from '#db/away.ts';
import type { Database } from '#db/open.ts';
import type { Tables } from '#db/tables.ts';
import { signViewer } from '#db/viewer-key.ts';
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
export interface ViewerContext {
  readonly app: App;
  readonly viewer: Viewer;
  readonly purpose: Purpose;
  /** The instant of the reading; consent is computed at it. */
  readonly now: Date;
  readonly today: Day;
  readonly db: Kysely<Tables>;
  /** Names a viewer to the database for what follows in this transaction. */
  readonly enter: (viewer: Viewer) => Promise<void>;
  /** Why this transaction has looked with the house's own eyes; goes to the log with the use case. */
  readonly systemReasons: Set<string>;
}

/** What a viewer context is opened from. */
export interface App {
  readonly database: Database;
  readonly clock: Clock;
}

/** How long a transaction that has not begun waits for a database that restarts or fails over. Milliseconds. */
const patience = 5_000;

/**
 * Opens a transaction as the application's role with the viewer named to the database, and commits when `run` returns.
 * While the database is away, a transaction that has not begun is tried again for some seconds; one that has is not.
 * @throws DatabaseAway
 */
export async function inTransactionAs<T>(
  app: App,
  viewer: Viewer,
  purpose: Purpose,
  run: (context: ViewerContext) => Promise<T>,
): Promise<T> {
  const last = performance.now() + patience;
  for (;;) {
    let begun = false;
    try {
      return await transaction(app, viewer, purpose, (context) => {
        begun = true;
        return run(context);
      });
    } catch (error) {
      if (!isAway(error)) throw error;
      if (begun || performance.now() > last) throw new DatabaseAway(error);
      await delay(100);
    }
  }
}

async function transaction<T>(
  app: App,
  viewer: Viewer,
  purpose: Purpose,
  run: (context: ViewerContext) => Promise<T>,
): Promise<T> {
  const now = app.clock.now();
  const key = await app.database.viewerKey();
  return app.database.kysely.transaction().execute(async (db) => {
    const mark = await begin(db);
    const enter = async (next: Viewer) => {
      const said = inWords(next, now);
      await sql`select access.enter(${said}, ${signViewer(key, mark, said)})`.execute(db);
    };
    await enter(viewer);
    const today = dayInFinland(now);
    return run({ app, viewer, purpose, now, today, db, enter, systemReasons: new Set() });
  });
}

/**
 * Runs one step of a use case with the house's own eyes, in the same transaction, and gives the viewer's back, also when
 * the step throws. For what the viewer may cause but not see (a task for another worker, counting over everybody); `why`
 * is said at the call, so that the few callers can be read as a list, and stands in the log with the use case.
 */
export async function actingAsSystem<T>(
  context: ViewerContext,
  why: string,
  run: (context: ViewerContext) => Promise<T>,
): Promise<T> {
  context.systemReasons.add(why);
  await context.enter(systemViewer);
  try {
    return await run({ ...context, viewer: systemViewer });
  } finally {
    await context.enter(context.viewer).catch(ofEndedTransaction);
  }
}

/** A transaction that a fault of the database, or a lost connection, has ended reads nothing more, with whatever eyes. */
function ofEndedTransaction(error: unknown): void {
  if ((error as { code?: string }).code !== '25P02' && !isAway(error)) throw error;
}

/** Takes the application's role, and tells what signatures are bound to. Our queries are short: compiling one to machine code takes longer than running it. */
async function begin(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select set_config('role', 'polku_app', true), set_config('jit', 'off', true), access.transaction_mark() as mark`.execute(
    db,
  );
  return rows[0]!.mark;
}

/** The viewer as the database reads it (`access.enter`). */
function inWords(viewer: Viewer, now: Date): string {
  const { accountId, role, organisationId, clientId, companyId } = viewer;
  return [accountId, role, organisationId, clientId, companyId, now.toISOString()]
    .map((part) => (part ?? '').replaceAll('|', ''))
    .join('|');
}
