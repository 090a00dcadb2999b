import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, type Count, suppressCount, suppressTree } from './small-numbers.ts';

const show = (cell: Cell) => (cell.kind === 'number' ? cell.value : cell.kind === 'hidden' ? '*' : '?');

describe('one count and a list', () => {
  test('0 to 4 are hidden, 5 is shown, what is not known is unknown', () => {
    expect([0, 1, 4, 5, undefined].map((count) => show(suppressCount(count)))).toEqual([
      '*',
      '*',
      '*',
      5,
      '?',
    ]);
    expect(show(suppressCount(0, { showZero: true }))).toBe(0);
    expect(show(suppressCount(9, { limit: 10 }))).toBe('*');
    expect(() => suppressCount(-1)).toThrow(RangeError);
    expect(() => suppressCount(1.5)).toThrow(RangeError);
  });
});

/** Sums that an attacker can write down: the first is the sum of the rest. */
type Equation = readonly number[];
type Published = {
  readonly truth: readonly Count[];
  readonly cells: readonly Cell[];
  readonly equations: readonly Equation[];
};

/**
 * An attacker who knows every published cell, the sums, and that counts are not negative: narrows every hidden cell
 * from both sides until nothing changes. Knows nothing of how cells were chosen.
 */
function solveByTotals({ cells, equations }: Published): { low: number; high: number }[] {
  const range = cells.map((cell) =>
    cell.kind === 'number'
      ? { low: cell.value, high: cell.value }
      : { low: 0, high: Number.POSITIVE_INFINITY },
  );
  for (let changed = true; changed; ) {
    changed = false;
    for (const [total = 0, ...parts] of equations) {
      const others = (but: number, end: 'low' | 'high') =>
        parts.reduce((sum, part) => (part === but ? sum : sum + (range[part]?.[end] ?? 0)), 0);
      const narrow = (index: number, low: number, high: number) => {
        const row = range[index];
        if (!row) return;
        if (low > row.low) [row.low, changed] = [low, true];
        if (high < row.high) [row.high, changed] = [high, true];
      };
      narrow(total, others(-1, 'low'), others(-1, 'high'));
      for (const part of parts) {
        const whole = range[total];
        if (!whole) continue;
        const high = others(part, 'low');
        const low = others(part, 'high');
        narrow(part, whole.low - low, whole.high - high);
      }
    }
  }
  return range;
}

/** Is there another table with the same published cells, where this hidden cell differs? Tries ±1 in the hidden ones. */
function hasAnotherAnswer({ truth, cells, equations }: Published, index: number): boolean {
  const free = cells
    .keys()
    .filter((at) => cells[at]?.kind === 'hidden')
    .toArray();
  const value = truth.map((count) => count ?? 0);
  const lastFree = equations.map((equation) => Math.max(-1, ...equation.map((at) => free.indexOf(at))));
  const holds = ([total = 0, ...parts]: Equation) =>
    parts.reduce((sum, part) => sum + (value[part] ?? 0), 0) === value[total];
  const search = (depth: number): boolean => {
    const at = free[depth];
    if (at === undefined) return true;
    const before = value[at] ?? 0;
    for (const step of at === index ? [1, -1] : [0, 1, -1]) {
      if (before + step < 0) continue;
      value[at] = before + step;
      const fits = equations.every((equation, n) => lastFree[n] !== depth || holds(equation));
      if (fits && search(depth + 1)) return true;
    }
    value[at] = before;
    return false;
  };
  return search(0);
}

/** A classification of up to three digits, from the counts of its finest groups. */
function publishedTree(leaves: ReadonlyMap<string, number>, options = {}): Published {
  const counts = new Map<string, number>();
  for (const [code, count] of leaves)
    for (let digits = 0; digits <= code.length; digits += 1) {
      const above = code.slice(0, digits);
      counts.set(above, (counts.get(above) ?? 0) + count);
    }
  const codes = [...counts.keys()].sort();
  const cells = suppressTree(counts, options);
  const equations = codes
    .filter((code) => codes.some((other) => other.length > code.length && other.startsWith(code)))
    .map((code) => [
      codes.indexOf(code),
      ...codes.flatMap((other, at) => (other !== '' && other.slice(0, -1) === code ? [at] : [])),
    ]);
  return {
    truth: codes.map((code) => counts.get(code)),
    cells: codes.map((code) => cells.get(code)!),
    equations,
  };
}
const trees = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...'123'), fc.constantFrom(...'12'), fc.constantFrom(...'123')), {
    minLength: 1,
    maxLength: 12,
    selector: (digits) => digits.join(''),
  })
  .chain((codes) =>
    fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: codes.length, maxLength: codes.length })
      .map((counts) => new Map(codes.map((digits, at) => [digits.join(''), counts[at]!]))),
  );

/** Small cells hidden and nothing else: what a careless program would publish. */
function careless(published: Published): Published {
  const cells = published.truth.map((count): Cell => suppressCount(count));
  return { ...published, cells };
}

function expectSafe(published: Published, options: { showZero?: boolean }) {
  const ranges = solveByTotals(published);
  for (const [index, cell] of published.cells.entries()) {
    const truth = published.truth[index] ?? 0;
    if (cell.kind === 'number') expect(cell.value).toBe(truth);
    if (truth < 5 && !(options.showZero && truth === 0)) expect(cell.kind).toBe('hidden');
    if (cell.kind !== 'hidden') continue;
    expect(ranges[index]?.low).toBeLessThan(ranges[index]?.high ?? 0);
  }
}

const options = fc.record({ showZero: fc.boolean() });

describe('the attacker', () => {
  test('gets the lonely small group of a careless classification: so the attack works', () => {
    const published = careless(
      publishedTree(
        new Map([
          ['1', 3],
          ['2', 10],
        ]),
      ),
    );
    expect(published.cells.map(show)).toEqual([13, '*', 10]);
    expect(solveByTotals(published)[1]).toEqual({ low: 3, high: 3 });
    expect(hasAnotherAnswer(published, 1)).toBe(false);
  });
  test('gets no hidden cell of a classification from its other levels', () => {
    fc.assert(
      fc.property(trees, options, (leaves, chosen) => {
        const published = publishedTree(leaves, chosen);
        expectSafe(published, chosen);
        for (const [index, cell] of published.cells.entries())
          if (cell.kind === 'hidden') expect(hasAnotherAnswer(published, index)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  test('hides of a classification what it is told to hide, and what would give it away', () => {
    const counts = new Map([
      ['', 60],
      ['7', 40],
      ['71', 20],
      ['72', 20],
      ['5', 20],
    ]);
    const told = (also?: (code: string) => boolean) =>
      [...suppressTree(counts, also ? { also } : {})]
        .map(([code, cell]) => `${code}:${show(cell)}`)
        .join(' ');
    expect(told()).toBe(':60 5:20 7:40 71:20 72:20');
    expect(told((code) => code === '71')).toBe(':60 5:20 7:40 71:* 72:*');
  });
});
