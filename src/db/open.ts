import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import type { Tables } from './tables.ts';
import { type ViewerKey, viewerKeyOf } from './viewer-key.ts';

/** The one database of the process: embedded (PGlite) or a PostgreSQL server, behind the same driver. */
export interface Database {
  kind: 'embedded' | 'server';
  kysely: Kysely<Tables>;
  pool: pg.Pool;
  /** Runs a script of several statements as the connecting login. For migrations and background work only. */
  script(sql: string): Promise<void>;
  /** Runs a statement, or a script of several, with the driver's own types: for the queue of background work only. */
  plain(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** The whole embedded database as one file, from which `openDatabase({ template })` starts quickly. */
  dump?(): Promise<Blob>;
  /**
   * Hears what is told on a channel, on a connection of its own. `heard` is also called whenever the connection has been
   * made, at first and anew: something may have been told meanwhile. The embedded database has nobody else to listen to.
   */
  listen?(channel: string, heard: () => void): { stop(): Promise<void> };
  /**
   * The key under which viewers are named to this database: made from the installation's secret, or read from the
   * database by a login that may (the embedded one, the owner's).
   */
  viewerKey(): Promise<ViewerKey>;
  /** What lives by this database is ended before it is closed. */
  beforeClose(run: () => Promise<void>): void;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Address of a PostgreSQL server; without it the embedded database is opened. */
  url?: string;
  /** Folder of the embedded database; without it the database lives in memory. */
  folder?: string;
  /** A dump to start an embedded database in memory from. */
  template?: Blob;
  /** Connections to a server at the most (the embedded database has one). */
  connections?: number;
  /** The installation's secret, of which the viewers' key is made. The service's own login cannot read the key. */
  secret?: string;
}

/** The login may not read the viewers' key and was given no secret. */
export class NoViewerKey extends Error {}

/** Days and instants cross the border as ISO strings, counts as numbers; never as JavaScript dates. */
const PARSERS: Record<number, (text: string) => unknown> = {
  20: Number,
  1700: Number,
  1082: (text) => text,
  1114: (text) => `${text.replace(' ', 'T')}Z`,
  1184: (text) => new Date(text).toISOString(),
};
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

// The driver reads a query's `types` twice: for its parsers, and as the list of the parameters' types, which is empty.
const driversOwn = Object.assign([], { getTypeParser: pg.types.getTypeParser });

/** Opens the database. Throws `FolderInUse` when another process holds the folder. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  return options.url ? openServer(options.url, options) : openEmbedded(options);
}

/** How long a statement waits for a connection, in milliseconds. */
const patience = 10_000;

function openServer(url: string, { connections = 10, secret }: OpenOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: connections,
    connectionTimeoutMillis: patience,
    keepAlive: true,
  });
  // A lost connection is told to whoever waits for its answer. The event comes besides, and unheard it ends the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {}); // an idle connection that the server closed; the next query opens another
  const listeners = new Set<{ stop(): Promise<void> }>();
  const database = assemble('server', pool, secret, async () => {
    await Promise.all([...listeners].map((listener) => listener.stop()));
    await pool.end();
  });
  return {
    ...database,
    listen: (channel, heard) => {
      const listener = listenOn(url, channel, heard);
      listeners.add(listener);
      return listener;
    },
  };
}

/** Connects again when the connection is lost, after one second at first and half a minute at the most. */
function listenOn(url: string, channel: string, heard: () => void): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let stopped = false;
  const connect = async (): Promise<void> => {
    const own = new pg.Client({ connectionString: url, keepAlive: true });
    client = own;
    let lost = false;
    const again = () => {
      if (lost || stopped) return;
      lost = true;
      void own.end().catch(() => {});
      timer = setTimeout(() => void connect(), Math.min(30_000, 1_000 * 2 ** failures++)).unref();
    };
    own.on('error', again);
    own.on('end', again);
    own.on('notification', heard);
    try {
      await own.connect();
      await own.query(`listen ${pg.escapeIdentifier(channel)}`);
      failures = 0;
      heard();
    } catch {
      again();
    }
  };
  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

async function openEmbedded(options: OpenOptions): Promise<Database> {
  const release = options.folder ? claim(options.folder) : () => {};
  const [{ PGlite }, { btree_gist }, { pg_trgm }, { createPgConfig }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/btree_gist'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/node-postgres'),
  ]);
  try {
    const engine = await PGlite.create({
      ...(options.folder ? { dataDir: join(options.folder, 'pg') } : {}),
      ...(options.template ? { loadDataDir: options.template } : {}),
      extensions: { btree_gist, pg_trgm },
    });
    // Else files of the log that are past stay to be written again, and go into every dump.
    await engine.exec('set wal_recycle = off');
    const config = createPgConfig(engine) as unknown as pg.PoolConfig;
    const pool = new pg.Pool({
      ...config,
      ...('connection' in config ? { connection: config.connection } : {}),
      types,
      max: 1,
      idleTimeoutMillis: 0,
    } as pg.PoolConfig);
    const database = assemble('embedded', pool, options.secret, async () => {
      await pool.end();
      await engine.close();
      release();
    });
    return {
      ...database,
      dump: async () => {
        await engine.exec('checkpoint'); // else whoever starts from it first does again what was written lately
        return engine.dumpDataDir('none');
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Takes the folder for this process. What the embedded database writes is for the eyes of its own user only. */
function claim(folder: string): () => void {
  const inside = join(folder, 'pg');
  mkdirSync(inside, { recursive: true, mode: 0o700 });
  const release = lockFolder(folder);
  chmodSync(inside, 0o700);
  return release;
}

function assemble(
  kind: Database['kind'],
  pool: pg.Pool,
  secret: string | undefined,
  close: () => Promise<void>,
): Database {
  let key = secret === undefined ? undefined : viewerKeyOf(secret);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const before: (() => Promise<void>)[] = [];
  return {
    kind,
    pool,
    kysely,
    script: async (sql) => {
      await pool.query(sql);
    },
    plain: async (text, values) => {
      const client = await pool.connect();
      try {
        return await client.query({
          text,
          ...(values ? { values } : {}),
          types: driversOwn,
        } as pg.QueryConfig);
      } catch (error) {
        await client.query('rollback').catch(() => {}); // a script that failed inside its own transaction
        throw error;
      } finally {
        client.release();
      }
    },
    viewerKey: async () => {
      key ??= await readViewerKey(pool);
      return key;
    },
    beforeClose: (run) => {
      before.push(run);
    },
    close: async () => {
      await Promise.all(before.splice(0).map((run) => run()));
      await close();
    },
  };
}

async function readViewerKey(pool: pg.Pool): Promise<ViewerKey> {
  try {
    const { rows } = await pool.query<{ key: Buffer }>('select key from access.viewer_key');
    return rows[0]!.key;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new NoViewerKey(
      'This login may not read the key under which viewers are named to the database: give POLKU_SECRET, the same as when the database was brought to its form.',
    );
  }
}
