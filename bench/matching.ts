import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '#kernel/random.ts';
import { explain } from '../src/modules/matching/domain/explanation.ts';
import { everyField } from '../src/modules/matching/domain/profile.ts';
import { weights } from '../src/modules/matching/domain/weights.ts';
import {
  Board,
  labelOfKey,
  missingOfKey,
  promised,
  scoreOfKey,
} from '../src/modules/matching/kernel/board.ts';
import { type Row, RowStore } from '../src/modules/matching/kernel/rows.ts';
import type { Side } from '../src/modules/matching/kernel/side.ts';
import { bestByBruteForce, type Pair } from './brute-force.ts';
import { type Country, makeCountry, realData } from './country.ts';
import {
  type CountryRows,
  firstOf,
  type MadeRows,
  meansOf,
  rowsOfCountry,
  writeRows,
} from './country-rows.ts';
import { optionsOf } from './matching-options.ts';
import type { Rebuilt } from './matching-rebuild.ts';
import { machine } from './measure.ts';
import { comparePeers, head } from './peers/index.ts';
import { compareWithStateOfTheArt } from './peers/kernel.ts';

const say = (words = '') => process.stdout.write(`${words}\n`);
const seconds = (ms: number) => (ms / 1_000).toFixed(2);
const whole = (number: number) => Math.round(number).toLocaleString('en').replaceAll(',', ' ');

/**
 * `npm run bench -- matching [people] [needs]`: the whole country, 300,000 people and 60,000 needs unless told; how the time
 * grows; changes; counts; explanations; and the peers, each at the size it bears.
 */
export async function bench(): Promise<void> {
  const folder = realData();
  if (!folder) {
    say('The tables of ESCO are not here. Give their folder: POLKU_REAL_DATA=… npm run bench -- matching');
    return;
  }
  const [people = 300_000, needs = 60_000] = process.argv.slice(3).map(Number);
  say(`${machine()}\n`);
  const country = makeCountry(folder);
  const rows = rowsOfCountry(country, people, needs, say);
  const means = meansOf(rows);
  say(
    `${whole(people)} people × ${whole(needs)} needs; concepts: ${means.person.toFixed(1)} a person, ${means.need.toFixed(1)} a need, ${means.shared.toFixed(1)} shared by a pair\n`,
  );
  growth(rows);
  const board = await Board.layWith(2, rows.people, rows.needs, optionsOf(rows, true));
  exactness(board, rows);
  changes(board, country, rows);
  counts(board, rows);
  explanations(country, people, needs);
  await peers(country);
}

/** Full rebuilds at four sizes, each in a process of its own; the needs grow with the people. */
function growth(rows: CountryRows): void {
  say('| people | needs | threads | laid s | all s | pairs, millions a second | board MB | process MB |');
  say('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  const folder = mkdtempSync(join(tmpdir(), 'polku-bench-'));
  for (const size of [10_000, 30_000, 100_000, 300_000]) {
    if (size > rows.people.size) continue;
    const needs = Math.round((rows.needs.size * size) / rows.people.size);
    const file = join(folder, String(size));
    writeRows(file, size === rows.people.size ? rows : firstOf(rows, size, needs));
    for (const threads of [1, 2]) {
      const told = JSON.parse(
        execFileSync(
          process.execPath,
          [join(import.meta.dirname, 'matching-rebuild.ts'), file, String(threads)],
          { encoding: 'utf8' },
        ),
      ) as Rebuilt;
      say(
        `| ${whole(size)} | ${whole(needs)} | ${threads} | ${seconds(told.laid)} | ${seconds(told.all)} | ${whole((size * needs) / told.all / 1e3)} | ${whole(told.boardBytes / 1e6)} | ${whole(told.residentBytes / 1e6)} |`,
      );
    }
  }
  rmSync(folder, { recursive: true });
  say();
}

/** Lists drawn at random, compared with comparing every pair. */
function exactness(board: Board, rows: CountryRows): void {
  const random = createRandom('exactness');
  let wrong = 0;
  const check = (side: Side, own: RowStore, others: RowStore) => {
    const slot = random.int(0, own.size - 1);
    if (!same(listed(side, slot), bestByBruteForce(own.read(slot), others, promised))) wrong += 1;
  };
  for (let at = 0; at < 100; at += 1) check(board.people, rows.people, rows.needs);
  for (let at = 0; at < 30; at += 1) check(board.needs, rows.needs, rows.people);
  say(
    `130 lists drawn at random and compared with every pair: ${wrong === 0 ? 'all equal' : `${wrong} DIFFER`}.\n`,
  );
}

function listed(side: Side, slot: number): Pair[] {
  return Array.from(side.listOf(slot).subarray(0, promised), (key) => ({
    label: labelOfKey(key),
    score: scoreOfKey(key),
    missing: missingOfKey(key),
  }));
}

const same = (a: readonly Pair[], b: readonly Pair[]) =>
  a.length === b.length &&
  a.every(
    (pair, at) =>
      pair.label === b[at]!.label && pair.score === b[at]!.score && pair.missing === b[at]!.missing,
  );

/**
 * A profile or a need changes: a skill less, and one more from somebody else's. Every list where it was or belongs is
 * repaired within the time that is told.
 */
function changes(board: Board, country: Country, rows: MadeRows): void {
  const random = createRandom('changes');
  const { encoder, people, needs } = rows;
  const changed: [string, Side, RowStore, (slot: number) => Row][] = [
    [
      'a person',
      board.people,
      people,
      (slot) => {
        const profile = country.person(slot);
        const extra = country.person(random.int(0, people.size - 1)).skills.slice(0, 1);
        const skills = [
          ...profile.skills.slice(1),
          ...extra.filter(({ uri }) => profile.skills.every((own) => own.uri !== uri)),
        ];
        return encoder.person({ ...profile, skills }, everyField, 0, country);
      },
    ],
    [
      'a need',
      board.needs,
      needs,
      (slot) => {
        const item = country.need(slot);
        const extra = country.need(random.int(0, needs.size - 1)).essential.slice(0, 1);
        return encoder.need({ ...item, essential: [...new Set([...item.essential.slice(1), ...extra])] });
      },
    ],
  ];
  const now: RowStore[] = [];
  say('| one change, all lists repaired | median ms | 95 % | 99 % | greatest |');
  say('| --- | ---: | ---: | ---: | ---: |');
  for (const [what, side, store, change] of changed) {
    const latest = new Map<number, Row>();
    const times: number[] = [];
    while (times.length < 1_000) {
      const slot = random.int(0, store.size - 1);
      const row = change(slot);
      if (encoder.concepts > rows.concepts) break;
      latest.set(slot, row);
      const began = performance.now();
      board.change(side, slot, row, slot + 1);
      times.push(performance.now() - began);
    }
    say(`| ${what} | ${quantiles(times)} |`);
    now.push(storeWith(store, latest));
  }
  const fresh = Board.lay(now[0]!, now[1]!, optionsOf(rows, true));
  let wrong = 0;
  for (let at = 0; at < 20_000; at += 1) {
    const person = random.int(0, people.size - 1);
    const need = random.int(0, needs.size - 1);
    if (!same(listed(board.people, person), listed(fresh.people, person))) wrong += 1;
    if (!same(listed(board.needs, need), listed(fresh.needs, need))) wrong += 1;
  }
  say(
    `\n40 000 lists after the 2 000 changes, compared with making everything anew: ${wrong === 0 ? 'all equal' : `${wrong} DIFFER`}.\n`,
  );
}

/** The rows with those that have changed in their places. */
function storeWith(store: RowStore, latest: ReadonlyMap<number, Row>): RowStore {
  const after = new RowStore(store.isNeeds, store.words);
  for (let slot = 0; slot < store.size; slot += 1) after.add(latest.get(slot) ?? store.read(slot), slot + 1);
  return after;
}

function counts(board: Board, rows: CountryRows): void {
  const random = createRandom('counts');
  const times: number[] = [];
  for (let at = 0; at < 1_000; at += 1) {
    const row = board.needs.rowOf(random.int(0, rows.needs.size - 1));
    const began = performance.now();
    board.count(board.needs, row);
    times.push(performance.now() - began);
  }
  say('| | median ms | 95 % | 99 % | greatest |');
  say('| --- | ---: | ---: | ---: | ---: |');
  say(`| live count for a need, the whole country | ${quantiles(times)} |`);
}

function explanations(country: Country, people: number, needs: number): void {
  const random = createRandom('explanations');
  const pairs = Array.from(
    { length: 2_000 },
    () => [country.person(random.int(0, people - 1)), country.need(random.int(0, needs - 1))] as const,
  );
  const times = pairs.map(([person, need]) => {
    const began = performance.now();
    explain(person, need, country.today, everyField, country.facts, weights);
    return performance.now() - began;
  });
  say(`| explanation of a pair | ${quantiles(times)} |\n`);
}

async function peers(country: Country): Promise<void> {
  const equal = await compareWithStateOfTheArt(country);
  if (!equal) say('No C++ compiler here: sparse_dot_topn is left out.\n');
  else {
    say(
      '| 4 000 people × 60 000 needs, no conditions | threads | sparse_dot_topn s | ours s | of it laying s | times quicker | lists alone | sums of scores |',
    );
    say('| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |');
    for (const row of equal)
      say(
        `| ${row.way} | ${row.threads} | ${row.theirs.toFixed(2)} | ${row.ours.toFixed(2)} | ${row.ourLaying.toFixed(2)} | ${(row.theirs / row.ours).toFixed(1)} | ${(row.theirs / (row.ours - row.ourLaying)).toFixed(1)} | ${row.sumsEqual ? 'equal' : 'DIFFER'} |`,
      );
    say();
  }
  say(head);
  await comparePeers(country, say);
}

function quantiles(times: number[]): string {
  times.sort((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1]
    .map((share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(3))
    .join(' | ');
}
