import '../src/server/node-version.ts';
import { spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Change } from './mutants/change.ts';
import { changesOf } from './mutants/changes.ts';
import { rulesHeld } from './mutants/database.ts';
import { type Room, rooms } from './mutants/rooms.ts';

// Do the tests notice? Small changes of meaning are made, one at a time, in a copy of this folder, and the tests that
// belong to the room are run: `npm run test:mutants -- [room …] [--sample 12] [--seed N] [--all] [--only TEXT]`.
// Survivors that are known, each with why it may live, stand in test/mutants/survivors.tsv. It fails when in a room fewer
// than 85 of 100 others are noticed, or when a known survivor is noticed by now (its line goes: the list only shrinks).

const root = join(import.meta.dirname, '..');
const floor = 0.85;
/** A test that hangs has noticed; a busy machine takes its time. Milliseconds. */
const patience = 1_800_000;

/** A change in its place, with the words that name it whatever moves around it. */
interface Mutant extends Change {
  readonly room: string;
  readonly where: string;
  readonly name: string;
  readonly text: string;
  /** For a rule of the database, how it is put there. */
  readonly statement?: (text: string) => string;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    sample: { type: 'string', default: '12' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
    /** Does not run the tests as things are first. */
    trust: { type: 'boolean', default: false },
    /** Runs only so many of the room's groups of tests. */
    groups: { type: 'string', default: '99' },
  },
});
const say = (words: string) => process.stdout.write(`${words}\n`);

/** What is changed, in one line: the words around it, so that two in one file differ. */
function nameOf(text: string, { start, end, after, kind }: Change): string {
  const inLine = (words: string) => words.replace(/\s+/g, ' ').trim();
  const before = text.slice(start, end);
  const around = text.slice(text.lastIndexOf('\n', start) + 1, Math.max(end, text.indexOf('\n', end)));
  return `${kind}: ${inLine(around).slice(0, 120)} [${inLine(before).slice(0, 60)} → ${inLine(after).slice(0, 40)}]`;
}

/** Names are made one’s own: the second of the same words is told as the second. */
function named(room: string, where: string, text: string, changes: readonly Change[]): Mutant[] {
  const times = new Map<string, number>();
  return changes.map((change) => {
    const words = nameOf(text, change);
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    return { ...change, room, where, text, name: time === 1 ? words : `${words} (${time})` };
  });
}

async function mutantsOf(name: string, room: Room): Promise<Mutant[]> {
  if (room.files.length === 0)
    return (await rulesHeld()).flatMap((held) =>
      named(name, held.name, held.text, held.changes).map((mutant) => ({
        ...mutant,
        statement: held.statement,
      })),
    );
  return room.files
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !/\.test\.ts$|\/index\.ts$|\/codes\.ts$/.test(file))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return named(name, file, text, changesOf(text));
    });
}

/** The first so many by a hash of seed and name: the same seed draws the same, also when others come or go. */
const drawn = (mutants: readonly Mutant[], count: number): Mutant[] => {
  const place = ({ where, name }: Mutant) =>
    createHash('sha256').update(`${options.seed} ${where} ${name}`).digest('hex');
  return mutants.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, count);
};

/** Copies what the tests read; the packages are shared. */
function copyOfFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'polku-mutants-'));
  const left = new Set(['node_modules', '.git', 'build', 'release', 'var', '.react-router']);
  cpSync(root, folder, { recursive: true, filter: (from) => !left.has(from.slice(root.length + 1)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function vitest(
  folder: string,
  project: string,
  files: readonly string[],
  environment: object,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        ...['--project', project, '--bail', '1', '--maxWorkers', '1', '--reporter', 'dot', ...files],
      ],
      {
        cwd: folder,
        stdio: 'ignore',
        env: { ...process.env, TEST_DATABASE_URL: '', ...environment },
        detached: true,
      },
    );
    const end = (noticed: boolean) => {
      clearTimeout(timer);
      resolve(noticed);
    };
    const timer = setTimeout(() => {
      process.kill(-child.pid!, 'SIGKILL');
      end(true);
    }, patience);
    child.once('close', (code) => end(code !== 0));
  });
}

/** Whether any test of the room fails with this change (or, without one, as things are). */
async function isNoticed(folder: string, room: Room, mutant?: Mutant): Promise<boolean> {
  const changed = mutant && mutant.text.slice(0, mutant.start) + mutant.after + mutant.text.slice(mutant.end);
  const inDatabase = mutant?.statement?.(changed!);
  const file = mutant && !inDatabase ? join(folder, mutant.where) : undefined;
  if (file) writeFileSync(file, changed!);
  try {
    for (const [project, ...paths] of room.tests.slice(0, Number(options.groups)))
      if (await vitest(folder, project, paths, { CHANGED_RULE: inDatabase ?? '' })) return true;
    return false;
  } finally {
    if (file) writeFileSync(file, mutant!.text);
  }
}

const list = join(root, 'test/mutants/survivors.tsv');
const known: ReadonlyMap<string, string | undefined> = new Map(
  readFileSync(list, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [where, name, why] = line.split('\t');
      return [`${where}\t${name}`, why] as const;
    }),
);
const keyOf = ({ where, name }: Mutant) => `${where}\t${name}`;

const folder = options.list ? '' : copyOfFolder();
process.once('exit', () => folder && rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
say(`Drawn by --seed ${options.seed}.`);
let failed = false;
const table: string[] = [];
for (const [name, room] of Object.entries(rooms)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const all = (await mutantsOf(name, room)).filter((mutant) => keyOf(mutant).includes(options.only));
  const tried = options.all ? all : drawn(all, Number(options.sample));
  if (options.list) {
    say(`${name}: ${all.length}`);
    for (const mutant of tried) say(`  ${keyOf(mutant)}`);
    continue;
  }
  if (!options.trust && (await isNoticed(folder, room)))
    throw new Error(`The tests of ${name} fail without any change.`);
  let noticed = 0;
  let lived = 0;
  let excused = 0;
  for (const mutant of tried) {
    const began = performance.now();
    const seen = await isNoticed(folder, room, mutant);
    const excuse = known.has(keyOf(mutant));
    if (seen && !excuse) noticed += 1;
    if (!seen && excuse) excused += 1;
    if (!seen && !excuse) lived += 1;
    if (seen && excuse) failed = true;
    const word = seen
      ? excuse
        ? 'noticed, and in the list: take it out'
        : 'noticed'
      : excuse
        ? 'known'
        : 'SURVIVED';
    say(`${word}\t${((performance.now() - began) / 1_000).toFixed(1)} s\t${keyOf(mutant)}`);
  }
  const share = noticed + lived === 0 ? 1 : noticed / (noticed + lived);
  if (share < floor) failed = true;
  table.push(
    [
      name.padEnd(14),
      `${tried.length} of ${all.length}`.padStart(14),
      String(noticed).padStart(8),
      String(lived).padStart(9),
      String(excused).padStart(6),
      `${Math.floor(share * 100)} %`.padStart(6),
    ].join(''),
  );
}
if (table.length > 0) {
  say(
    `\n${'room'.padEnd(14)}${'tried'.padStart(14)}${'noticed'.padStart(8)}${'survived'.padStart(9)}${'known'.padStart(6)}${'share'.padStart(6)}`,
  );
  for (const line of table) say(line);
}
process.exitCode = failed ? 1 : 0;
