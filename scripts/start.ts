import '../src/server/node-version.ts';
import { existsSync } from 'node:fs';
import { type House, withHandle } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { ensureVocabulary } from '#vocabulary';
import { FolderInUse } from '../src/db/folder-lock.ts';
import { MigrationChanged } from '../src/db/migrate.ts';
import { readSettings, type Settings, SettingsError } from '../src/server/config.ts';
import { isEmpty, openHouse, StartRefused } from '../src/server/house.ts';
import { startServer } from '../src/server/server.ts';
import { ensureWebBuilt } from './build-web.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);

/** What a person can put right is said in a sentence; anything else is a fault of ours and is shown whole. */
function refuse(error: unknown): never {
  if (error instanceof SettingsError || error instanceof StartRefused || error instanceof FolderInUse) {
    process.stderr.write(`${error.message}\n`);
  } else if (error instanceof MigrationChanged) {
    process.stderr.write(
      `The database was made by another version of Polku: ${error.message} A demonstration is begun anew by removing its folder (POLKU_DATA, ./data) or by giving another one.\n`,
    );
  } else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    process.stderr.write(
      `Another program already answers at port ${(error as { port?: number }).port}. Stop it, or choose another port: PORT=3001 npm start\n`,
    );
  } else {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  }
  process.exit(1);
}

/** The demonstration area is made once, into an empty database. */
async function makeDemonstration(house: House, settings: Settings): Promise<void> {
  const file = new URL('../src/demo/load.ts', import.meta.url);
  const { seed } = settings;
  if (!settings.demonstration || seed === undefined || !existsSync(file) || !(await isEmpty(house))) return;
  const { loadDemonstration } = (await import(file.href)) as {
    loadDemonstration: (
      house: House,
      options: { seed: number; today: string; progress: (words: string) => void },
    ) => Promise<unknown>;
  };
  say(
    'Making the demonstration area: invented people and companies in real municipalities. This is done once.',
  );
  const began = performance.now();
  await loadDemonstration(house, { seed, today: house.clock.today(), progress: say });
  say(`The demonstration area is ready (${((performance.now() - began) / 1_000).toFixed(0)} s).`);
}

async function start(): Promise<void> {
  const began = performance.now();
  const settings = readSettings(process.env);
  await ensureWebBuilt({ progress: say });
  const house = await openHouse(settings, say);
  try {
    await withHandle(house, systemViewer, 'upkeep', ensureVocabulary);
    await makeDemonstration(house, settings);
    const server = await startServer(house, settings);
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
        .then(() => house.database.close())
        .then(() => process.exit(0), refuse);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    await house.database.close();
    throw error;
  }
}

await start().catch(refuse);
