import '../src/server/node-version.ts';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The whole proof, part by part: each part runs even when one before it failed; the first failure sets the exit code.
// `npm test -- unit database` runs only the named parts.

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const results = mkdtempSync(join(tmpdir(), 'polku-results-'));

interface Part {
  readonly name: string;
  readonly what: string;
  readonly commands: readonly (readonly string[])[];
  /** A vitest project, whose tests are counted. */
  readonly counted?: boolean;
}

const project = (name: string, what: string): Part => ({
  name,
  what,
  commands: [
    [
      bin('vitest'),
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, `${name}.json`)}`,
    ],
  ],
  counted: true,
});

const parts: readonly Part[] = [
  {
    name: 'types',
    what: 'types',
    commands: [
      [bin('react-router'), 'typegen'],
      [bin('tsc'), '--noEmit'],
    ],
  },
  { name: 'lint', what: 'lint, format and import order', commands: [[bin('biome'), 'check', '.']] },
  { name: 'web', what: 'building the pages', commands: [[process.execPath, 'scripts/build-web.ts']] },
  project('unit', 'unit and property tests'),
  project('database', 'database tests'),
  project('browser', 'browser tests'),
];

const say = (words: string) => process.stdout.write(`${words}\n`);

function missing(): string[] {
  const lacking: string[] = [];
  if (!existsSync(bin('vitest')))
    lacking.push('The tools of development are not installed: run `npm ci` first (not with --omit=dev).');
  return lacking;
}

function run([command, ...given]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command!, given, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}` },
    });
    child.once('error', (error) => {
      say(`${command} cannot be run: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function counted(name: string): { passed: number; failed: number; skipped: number } | undefined {
  try {
    const read = JSON.parse(readFileSync(join(results, `${name}.json`), 'utf8')) as Record<string, unknown>;
    const count = (key: string) => Number(read[key] ?? 0);
    const failedFiles = (
      (read.testResults ?? []) as { status?: string; assertionResults?: unknown[] }[]
    ).filter((file) => file.status === 'failed' && (file.assertionResults?.length ?? 0) === 0).length;
    return {
      passed: count('numPassedTests'),
      failed: count('numFailedTests') + failedFiles,
      skipped: count('numPendingTests') + count('numTodoTests'),
    };
  } catch {
    return undefined;
  }
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
const chosen = wanted.length === 0 ? parts : parts.filter((part) => wanted.includes(part.name));
const report: { part: Part; code: number; seconds: number }[] = [];
let passed = 0;
let failed = 0;
for (const part of chosen) {
  say(`\n── ${part.name}: ${part.what}`);
  const began = performance.now();
  let code = 0;
  for (const command of part.commands) {
    code = await run(command);
    if (code !== 0) break;
  }
  report.push({ part, code, seconds: (performance.now() - began) / 1_000 });
}

say('\n── summary');
for (const { part, code, seconds } of report) {
  const counts = part.counted ? counted(part.name) : undefined;
  if (counts) {
    passed += counts.passed;
    failed += counts.failed;
  }
  // A part that fails without a failed test (a type, a rule, a crash) is one failure.
  if (code !== 0 && !counts?.failed) failed += 1;
  const numbers = counts
    ? `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    : '';
  say(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${part.name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s${numbers}`,
  );
}
rmSync(results, { recursive: true, force: true });
process.exitCode = report.find(({ code }) => code !== 0)?.code ?? 0;
say(`${passed} passed, ${failed} failed`);
