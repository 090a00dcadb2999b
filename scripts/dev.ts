import '../src/server/node-version.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';

// `npm run dev`: a changed page, text or style is shown by the running server itself; a change of anything else in `src`
// starts the server again. Sessions are in the database, so one stays signed in.

const root = join(import.meta.dirname, '..');
const say = (words: string) => process.stdout.write(`${words}\n`);

/** What the server reads once, when it starts. Pages and texts of a room are shown as they change. */
const readAtStart = (file: string) =>
  /\.(ts|sql|json|csv|tsv|txt)$/.test(file) && !/(^|\/)(pages|texts)\/|^routes\.ts$|\.test\.ts$/.test(file);

let server: ChildProcess;
let stopping = false;
let again: NodeJS.Timeout | undefined;
let changed = '';

function start(): void {
  server = spawn(
    process.execPath,
    ['--conditions=development', join(root, 'scripts/run.js'), join(root, 'scripts/start.ts'), '--live'],
    { cwd: root, stdio: 'inherit', env: { NODE_ENV: 'development', ...process.env } },
  );
  server.once('exit', (code) => {
    if (stopping) process.exit(code ?? 0);
    else if (changed) start();
    else say('The server has ended. It starts again when a file changes.');
    changed = '';
  });
}

watch(join(root, 'src'), { recursive: true }, (_what, name) => {
  const file = name?.replaceAll('\\', '/') ?? '';
  if (!readAtStart(file)) return;
  clearTimeout(again);
  // An editor writes several times; the last one counts.
  again = setTimeout(() => {
    say(`src/${file} has changed: starting again …`);
    if (server.exitCode !== null || server.signalCode !== null) return start();
    changed = file;
    server.kill('SIGTERM');
  }, 50);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stopping = true;
    if (server.exitCode !== null || server.signalCode !== null) process.exit(0);
    // Ctrl+C at a keyboard reaches the server by itself.
    if (signal === 'SIGTERM') server.kill(signal);
  });

start();
