import '../src/server/node-version.ts';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestResults } from './test-results.ts';

// The whole proof, part by part: each part runs even when another failed; the first failure sets the exit code. What needs
// one core runs beside the other. `npm test -- unit database` runs only the named parts.

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const results = mkdtempSync(join(tmpdir(), 'polku-results-'));

interface Part {
  readonly name: string;
  readonly what: string;
  readonly commands: readonly (readonly string[])[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A vitest project, whose tests are counted. */
  readonly counted?: boolean;
}

/** What the proofs that sample draw by. */
const seed = process.env.SAMPLE_SEED ?? String(randomInt(2 ** 31));

const project = (name: string, what: string, files: readonly string[] = [], part = name): Part => ({
  name: part,
  what,
  commands: [
    [
      bin('vitest'),
      'run',
      '--project',
      name,
      '--reporter=default',
      `--reporter=${join(import.meta.dirname, 'test-results.ts')}`,
      ...files,
    ],
  ],
  counted: true,
});

const types: Part = {
  name: 'types',
  what: 'types',
  commands: [
    [bin('react-router'), 'typegen'],
    [process.execPath, 'scripts/text-types.ts'],
    [bin('tsc'), '--noEmit'],
  ],
};
const lint: Part = {
  name: 'lint',
  what: 'lint, format, import order, arrows between rooms, nothing dead',
  commands: [
    [bin('biome'), 'check', '.'],
    [process.execPath, 'scripts/arrows.ts'],
    [bin('knip'), '--no-progress'],
  ],
};
const web: Part = {
  name: 'web',
  what: 'building the pages',
  commands: [[process.execPath, 'scripts/build-web.ts']],
};
/** The proofs that the unit tests only sample, whole. */
const exhaustive: Part = {
  ...project(
    'unit',
    'what is sampled otherwise: every line and section taken out of every document, every mutation',
    ['src/modules/intake/domain/left-out.test.ts', 'src/modules/intake/domain/mutations.test.ts'],
    'exhaustive',
  ),
  environment: { EXHAUSTIVE: 'yes' },
};

/** The walks in the browser in every language, of which the daily run draws one for each. */
const languages: Part = {
  ...project('browser', 'browser tests in every language', [], 'languages'),
  environment: { EXHAUSTIVE: 'yes' },
};

/** The operator's walk again, in an unpacked archive of which nobody may change anything, as an ordinary user. */
const release: Part = {
  ...project('database', 'the release, run by Node alone', ['test/database/operator.test.ts'], 'release'),
  environment: { RELEASE: 'yes' },
};

/** Its tests tell which refusals were given; those declared and never given are a failure (`scripts/refusals.ts`). */
const tested = project('database', 'database tests, and every refusal given once');
const database: Part = {
  ...tested,
  commands: [...tested.commands, [process.execPath, 'scripts/refusals.ts']],
  environment: { REFUSALS_SEEN: join(results, 'refusals.tsv') },
};

/** One after another; the lanes of a stage side by side. */
const stages: readonly (readonly (readonly Part[])[])[] = [
  [[types], [lint, web, project('unit', 'unit and property tests')]],
  [[database]],
  [[project('browser', 'browser tests')]],
];

const say = (words: string) => process.stdout.write(`${words}\n`);

function missing(): string[] {
  const lacking: string[] = [];
  if (!existsSync(bin('vitest')))
    lacking.push('The tools of development are not installed: run `npm ci` first (not with --omit=dev).');
  return lacking;
}

/** Runs a command; beside another its words are kept until it has ended. */
function run([command, ...given]: readonly string[], part: Part, beside: boolean): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command!, given, {
      cwd: root,
      stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: {
        ...process.env,
        SAMPLE_SEED: seed,
        TEST_RESULTS: join(results, `${part.name}.json`),
        ...part.environment,
        PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
      },
    });
    let words = '';
    child.stdout?.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.once('error', (error) => {
      say(`${command} cannot be run: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => {
      if (beside) process.stdout.write(`\n── ${part.name}: ${part.what}\n${words}`);
      resolve(code ?? 1);
    });
  });
}

function resultsOf({ counted, name }: Part): TestResults | undefined {
  const file = join(results, `${name}.json`);
  return counted && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestResults) : undefined;
}

const lacking = missing();
if (lacking.length > 0) {
  for (const sentence of lacking) say(sentence);
  say('0 passed, 1 failed');
  process.exit(1);
}
if (!process.env.TEST_DATABASE_URL)
  say('TEST_DATABASE_URL is not given: the database tests run on the embedded database only.');

const wanted = process.argv.slice(2);
/** What runs only when it is named. */
const byName: readonly Part[] = [exhaustive, languages, release];
const chosen = [...stages, ...byName.filter(({ name }) => wanted.includes(name)).map((part) => [[part]])];
const report: { part: Part; code: number; seconds: number }[] = [];
let passed = 0;

async function runPart(part: Part, beside: boolean): Promise<void> {
  if (!beside) say(`\n── ${part.name}: ${part.what}`);
  const began = performance.now();
  let code = 0;
  for (const command of part.commands) {
    code = await run(command, part, beside);
    if (code !== 0) break;
  }
  report.push({ part, code, seconds: (performance.now() - began) / 1_000 });
}

const began = performance.now();
for (const stage of chosen) {
  const lanes = stage
    .map((lane) => lane.filter((part) => wanted.length === 0 || wanted.includes(part.name)))
    .filter((lane) => lane.length > 0);
  await Promise.all(
    lanes.map(async (lane) => {
      for (const part of lane) await runPart(part, lanes.length > 1);
    }),
  );
}

say('\n── summary');
const lacked = new Map<string, number>();
const failures: string[] = [];
for (const { part, code, seconds } of report) {
  const told = resultsOf(part);
  const failedHere = told?.failed.map(({ name, error }) => `${name}\n         ${error}`) ?? [];
  // A part that fails without a failed test (a type, a rule, a crash) is one failure.
  if (code !== 0 && failedHere.length === 0) failedHere.push(`ended with ${code}; its own words stand above`);
  failures.push(...failedHere.map((words) => `FAILED ${part.name}: ${words}`));
  passed += told?.passed ?? 0;
  const numbers = told
    ? `  ${told.passed} passed, ${told.failed.length} failed, ${told.skipped.length} skipped`
    : '';
  // What each skipped test lacks, as its title says it: `(needs …)`. Others follow a preparation that failed.
  for (const title of told?.skipped ?? []) {
    const lack = /\(needs (.+?)\)/.exec(title)?.[1];
    if (lack !== undefined) lacked.set(lack, (lacked.get(lack) ?? 0) + 1);
  }
  say(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${part.name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s${numbers}`,
  );
}
if (lacked.size > 0)
  say(
    `Skipped, for it is not here: ${[...lacked].map(([lack, times]) => `${lack} (${times} tests)`).join('; ')}`,
  );
rmSync(results, { recursive: true, force: true });
for (const words of failures) say(words);
process.exitCode = report.find(({ code }) => code !== 0)?.code ?? 0;
say(
  `${passed} passed, ${failures.length} failed, ${((performance.now() - began) / 60_000).toFixed(1)} minutes`,
);
