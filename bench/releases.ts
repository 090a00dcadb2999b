import { countOf, narrowSecrets, type Relation, sumOf } from '#releases';
import { type Offered, protect } from '../src/modules/releases/domain/protect.ts';
import { machine } from './measure.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);
const limit = 5;

/** A stream of numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Grid {
  readonly offered: Offered[];
  readonly relations: Relation[];
}

/** A table with its sums; about every third cell is small, as in a cohort cut in classes. */
function grid(rows: number, columns: number, next: () => number): Grid {
  const cells = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor(next() * (next() < 0.35 ? 6 : 40))),
  );
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const row = (value: number, key: string, isTotal = false): Offered => ({
    key,
    value,
    loss: (value + 1) * (isTotal ? 100 : 1),
  });
  const all = (length: number) => Array.from({ length }, (_, at) => at);
  return {
    offered: [
      ...cells.flatMap((line, r) => line.map((value, c) => row(value, `${r}.${c}`))),
      ...cells.map((line, r) => row(sum(line), `${r}.+`, true)),
      ...all(columns).map((c) => row(sum(cells.map((line) => line[c]!)), `+.${c}`, true)),
      row(sum(cells.flat()), '+.+', true),
    ],
    relations: [
      ...all(rows).map((r) =>
        sumOf(
          `${r}.+`,
          all(columns).map((c) => `${r}.${c}`),
        ),
      ),
      ...all(columns).map((c) =>
        sumOf(
          `+.${c}`,
          all(rows).map((r) => `${r}.${c}`),
        ),
      ),
      sumOf(
        '+.+',
        all(rows).map((r) => `${r}.+`),
      ),
    ],
  };
}

const lossOf = (offered: readonly Offered[], told: ReadonlyMap<string, number | undefined>) =>
  offered.reduce((sum, { key, loss }) => sum + (told.get(key) === undefined ? loss : 0), 0);

/** The least loss with which everything hidden is open, by trying every choice of what to hide. */
async function leastLoss({ offered, relations }: Grid): Promise<number> {
  const small = offered.filter(({ value }) => value < limit);
  const others = offered.filter(({ value }) => value >= limit);
  const choices = Array.from({ length: 2 ** others.length }, (_, choice) => {
    const hidden = new Set([
      ...small.map(({ key }) => key),
      ...others.filter((_row, at) => (choice >> at) & 1).map(({ key }) => key),
    ]);
    const told = new Map(offered.map(({ key, value }) => [key, hidden.has(key) ? undefined : value]));
    return { hidden, told, loss: lossOf(offered, told) };
  }).sort((a, b) => a.loss - b.loss);
  for (const { hidden, told, loss } of choices) {
    const narrow = await narrowSecrets({ counts: told, relations }, [...hidden].map(countOf), limit);
    if (narrow.size === 0) return loss;
  }
  return Number.POSITIVE_INFINITY;
}

/** What the audit of a release takes at the size of the demonstration (a hundred counts) and ten times that, and what is lost. */
export async function bench(): Promise<void> {
  say(`${machine()}\n`);
  const lines = [['counts', 'small', 'hidden', 'choosing and audits', 'the last audit', 'left narrow']];
  for (const [rows, columns] of [
    [9, 10],
    [31, 31],
  ] as const) {
    const { offered, relations } = grid(rows, columns, numbers(7));
    const began = performance.now();
    const { told, held } = await protect({ offered, standing: new Map(), relations, secrets: [], limit });
    const made = performance.now() - began;
    const hidden = [...told].filter(([, value]) => value === undefined).map(([key]) => countOf(key));
    const again = performance.now();
    const narrow = await narrowSecrets({ counts: told, relations }, hidden, limit);
    lines.push([
      String(offered.length),
      String(offered.filter(({ value }) => value < limit).length),
      String(hidden.length),
      `${made.toFixed(0)} ms`,
      `${(performance.now() - again).toFixed(0)} ms`,
      String(narrow.size + held.length),
    ]);
  }
  for (const line of lines) say(line.join('; '));
  const ratios: number[] = [];
  for (let seed = 1; seed <= 12; seed += 1) {
    const made = grid(2, 3, numbers(seed));
    const { told } = await protect({ ...made, standing: new Map(), secrets: [], limit });
    ratios.push(lossOf(made.offered, told) / (await leastLoss(made)));
  }
  const mean = ratios.reduce((a, b) => a + b, 0) / ratios.length;
  say(
    `\nLoss beside the least possible, ${ratios.length} tables of 2 × 3 with sums: mean ${mean.toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}; least in ${ratios.filter((ratio) => ratio === 1).length}`,
  );
}
