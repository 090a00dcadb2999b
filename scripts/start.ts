import '../src/server/node-version.ts';
import { existsSync } from 'node:fs';
import { type App, inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { kernel } from '#matching';
import { ensureVocabulary } from '#vocabulary';
import { FolderInUse } from '../src/db/folder-lock.ts';
import { MigrationChanged } from '../src/db/migrate.ts';
import { readSettings, type Settings, SettingsError } from '../src/server/config.ts';
import { isEmpty, openApp, StartRefused } from '../src/server/open-app.ts';
import { startServer } from '../src/server/server.ts';
import { doubts } from '../src/server/start-checks.ts';
import { ensureWebBuilt, NotBuilt } from './build-web.ts';

/** A page in development asks for hundreds of small scripts. */
const livesWith = { RATE_PAGES: '1000000' };

const say = (words: string) => process.stdout.write(`${words}\n`);

/** What a person can put right is said in a sentence; anything else is a fault of ours and is shown whole. */
function refuse(error: unknown): never {
  const { code, path } = error as NodeJS.ErrnoException;
  if (
    error instanceof SettingsError ||
    error instanceof StartRefused ||
    error instanceof FolderInUse ||
    error instanceof NotBuilt
  ) {
    process.stderr.write(`${error.message}\n`);
  } else if (path !== undefined && ['EACCES', 'EROFS', 'EPERM'].includes(code ?? '')) {
    process.stderr.write(
      `This user may not write to ${path}. Give POLKU_DATA a folder that it may write to, outside the release.\n`,
    );
  } else if (error instanceof MigrationChanged) {
    process.stderr.write(
      `The database was made by another version of Polku: ${error.message} A demonstration is begun anew by removing its folder (POLKU_DATA, ./data) or by giving another one.\n`,
    );
  } else if (code === 'EADDRINUSE') {
    process.stderr.write(
      `Another program already answers at port ${(error as { port?: number }).port}. Stop it, or choose another port: PORT=3001 npm start\n`,
    );
  } else {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  }
  process.exit(1);
}

/** Without its quick kernel matching gives the same lists, slower; whoever runs the service must know. */
function tellOfKernel(): void {
  const { trouble } = kernel();
  if (trouble === undefined) return;
  process.stderr.write(
    `WARNING: the quick kernel of matching cannot be used, so lists are made by the plain engine: the same, but slower the larger the area. /ready says "kernel": "plain". \`npm run build\` makes the kernel where the packages of development are installed; its folder build/kernel goes with the pages. What hindered it: ${trouble.trim().split('\n')[0]}\n`,
  );
}

/** The demonstration area is made once, into an empty database. */
async function makeDemonstration(app: App, settings: Settings): Promise<void> {
  const file = new URL('../src/demo/load.ts', import.meta.url);
  const { seed } = settings;
  if (!settings.demonstration || seed === undefined || !existsSync(file) || !(await isEmpty(app))) return;
  const { loadDemonstration } = (await import(file.href)) as {
    loadDemonstration: (
      app: App,
      options: { seed: number; today: string; progress: (words: string) => void },
    ) => Promise<unknown>;
  };
  say(
    'Making the demonstration area: invented people and companies in real municipalities. This is done once.',
  );
  const began = performance.now();
  await loadDemonstration(app, { seed, today: app.clock.today(), progress: say });
  say(`The demonstration area is ready (${((performance.now() - began) / 1_000).toFixed(0)} s).`);
}

async function start(): Promise<void> {
  const began = performance.now();
  const live = process.argv.includes('--live');
  const settings = readSettings(live ? { ...livesWith, ...process.env } : process.env);
  const livePages = live ? (await import('./live-pages.ts')).openLivePages : undefined;
  if (!live) await ensureWebBuilt({ progress: say });
  tellOfKernel();
  for (const doubt of doubts(settings)) process.stderr.write(`WARNING: ${doubt}\n`);
  const app = await openApp(settings, say);
  try {
    await inTransactionAs(app, systemViewer, 'upkeep', ensureVocabulary);
    await makeDemonstration(app, settings);
    const server = await startServer(app, settings, livePages ? { livePages } : {});
    say(`Polku answers at ${server.url} (started in ${((performance.now() - began) / 1_000).toFixed(1)} s).`);
    if (settings.demonstration) say('Everybody in it is invented; sign in as anybody. Stop with Ctrl+C.');

    let asked = 0;
    const stop = (signal: string) => {
      asked++;
      if (asked > 1) process.exit(130);
      say(`${signal}: finishing what is under way …`);
      const patience = setTimeout(() => {
        process.stderr.write('Stopping took too long; what was acknowledged is safe.\n');
        process.exit(1);
      }, 20_000);
      patience.unref();
      server
        .stop()
        .then(() => app.database.close())
        .then(() => process.exit(), refuse);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    // A promise that nobody waited for has harmed one request at the most. After an error that nothing caught, no state can be trusted.
    process.on('unhandledRejection', (error) =>
      server.fastify.log.error({ err: error }, 'nobody waited for this failure'),
    );
    process.on('uncaughtException', (error) => {
      server.fastify.log.fatal({ err: error }, 'an unexpected error: the process ends, to be started again');
      process.exitCode = 1;
      if (asked === 0) stop('unexpected error');
    });
  } catch (error) {
    await app.database.close();
    throw error;
  }
}

await start().catch(refuse);
