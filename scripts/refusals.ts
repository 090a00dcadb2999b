import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { modules } from '../src/server/modules.ts';

// Asks, after the database tests have run with REFUSALS_SEEN naming a file, whether every refusal that a use case declares
// was given by somebody. Those that nobody produces stand in a list, which only shrinks: with `-u` what is produced by now,
// or is declared no more, leaves it.

const list = new URL('../test/database/refusals-unproduced.tsv', import.meta.url);

type Declared = { readonly name: string; readonly refusals: readonly string[] };
const declared = Object.values(modules)
  .flatMap((door) => Object.values(door as unknown as Record<string, Declared>))
  .flatMap(({ name, refusals }) => refusals.map((code) => `${name}\t${code}`));

const seenIn = process.env.REFUSALS_SEEN;
if (seenIn === undefined || !existsSync(seenIn)) {
  process.stderr.write(
    'REFUSALS_SEEN names no file: run `npm test -- database`, which asks this at its end.\n',
  );
  process.exit(1);
}
const linesOf = (file: string | URL) => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const seen = new Set(linesOf(seenIn));
const excused = existsSync(list) ? linesOf(list) : declared;

const unexcused = declared.filter((pair) => !seen.has(pair) && !excused.includes(pair));
const idle = excused.filter((pair) => seen.has(pair) || !declared.includes(pair));
if (process.argv.includes('-u') && idle.length + Number(!existsSync(list)) > 0) {
  const left = excused.filter((pair) => !idle.includes(pair)).sort();
  writeFileSync(list, left.map((pair) => `${pair}\n`).join(''));
  process.stdout.write(`${idle.length} left the list; ${left.length} stay.\n`);
  idle.length = 0;
}
for (const pair of unexcused)
  process.stdout.write(`declared and never produced: ${pair.replace('\t', ' ')}\n`);
for (const pair of idle)
  process.stdout.write(
    `in the list and produced, or declared no more (take it out by -u): ${pair.replace('\t', ' ')}\n`,
  );
process.stdout.write(
  `${declared.length} refusals are declared; ${declared.filter((pair) => seen.has(pair)).length} were produced.\n`,
);
process.exitCode = unexcused.length + idle.length > 0 ? 1 : 0;
