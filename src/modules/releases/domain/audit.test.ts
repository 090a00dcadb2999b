import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowSecrets, rangesOf } from './audit.ts';
import { type Offered, protect } from './protect.ts';
import { countOf, differenceOf, type Known, notMoreThan, type Relation, sumOf } from './system.ts';

const limit = 5;

/** A table by rows and columns with its sums; what is undefined was not told. */
function gridOf(cells: readonly (readonly number[])[]) {
  const rows = cells.length;
  const columns = cells[0]!.length;
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const counts = new Map<string, number>();
  for (const [r, row] of cells.entries()) {
    for (const [c, value] of row.entries()) counts.set(`${r}.${c}`, value);
    counts.set(`${r}.+`, sum(row));
  }
  for (let c = 0; c < columns; c += 1) counts.set(`+.${c}`, sum(cells.map((row) => row[c]!)));
  counts.set('+.+', sum(cells.flat()));
  const places = (length: number) => Array.from({ length }, (_, at) => at);
  const relations: Relation[] = [
    ...places(rows).map((r) =>
      sumOf(
        `${r}.+`,
        places(columns).map((c) => `${r}.${c}`),
      ),
    ),
    ...places(columns).map((c) =>
      sumOf(
        `+.${c}`,
        places(rows).map((r) => `${r}.${c}`),
      ),
    ),
    sumOf(
      '+.+',
      places(rows).map((r) => `${r}.+`),
    ),
  ];
  return { counts, relations };
}

/** Every way in which the counts that were not told can be, tried one by one; a count is at most `most`. */
function bruteForce({ counts, relations }: Known, most: number): Map<string, { low: number; high: number }> {
  const unknown = [...counts].filter(([, value]) => value === undefined).map(([key]) => key);
  const world = new Map(counts);
  const found = new Map<string, { low: number; high: number }>();
  const lastOf = relations.map(({ terms }) => Math.max(-1, ...terms.map(([key]) => unknown.indexOf(key))));
  const holds = ({ terms, is }: Relation) => {
    const sum = terms.reduce((all, [key, factor]) => all + factor * world.get(key)!, 0);
    return is === 'equal' ? sum === 0 : sum <= 0;
  };
  const search = (depth: number) => {
    const key = unknown[depth];
    if (key === undefined) {
      for (const each of unknown) {
        const value = world.get(each)!;
        const range = found.get(each) ?? { low: value, high: value };
        found.set(each, { low: Math.min(range.low, value), high: Math.max(range.high, value) });
      }
      return;
    }
    for (let value = 0; value <= most; value += 1) {
      world.set(key, value);
      if (relations.every((relation, at) => lastOf[at] !== depth || holds(relation))) search(depth + 1);
    }
  };
  search(0);
  return found;
}

describe('the audit', () => {
  it('sees what 46, 37 and 6 leave of three hidden cells: four numbers, and one each when nobody is shown as 0', async () => {
    const known = {
      counts: new Map([
        ['all', 46],
        ['Mikkeli', 37],
        ['Mäntyharju', 6],
        ['Hirvensalmi', undefined],
        ['Juva', undefined],
        ['Kangasniemi', undefined],
        ['one', 1],
      ]),
      relations: [sumOf('all', ['Mikkeli', 'Mäntyharju', 'Hirvensalmi', 'Juva', 'Kangasniemi'])],
    };
    const hidden = ['Hirvensalmi', 'Juva', 'Kangasniemi'].map(countOf);
    expect([...(await rangesOf(known, hidden)).values()]).toEqual(hidden.map(() => ({ low: 0, high: 3 })));
    expect((await narrowSecrets(known, hidden, limit)).size).toBe(3);
    const atLeastOne = [...known.relations, ...hidden.map(({ key }) => notMoreThan('one', key))];
    expect([...(await rangesOf({ ...known, relations: atLeastOne }, hidden)).values()]).toEqual(
      hidden.map(() => ({ low: 1, high: 1 })),
    );
  });

  it('counts in whole numbers: twice a count is 7 or 9 for nobody', async () => {
    const known: Known = {
      counts: new Map([
        ['seven', 7],
        ['nine', 9],
        ['x', undefined],
        ['y', undefined],
      ]),
      relations: [
        {
          terms: [
            ['x', 2],
            ['y', 2],
            ['nine', -1],
          ],
          is: 'at-most',
        },
        {
          terms: [
            ['seven', 1],
            ['x', -2],
            ['y', -2],
          ],
          is: 'at-most',
        },
      ],
    };
    // Between 3.5 and 4.5 there is only 4.
    expect(
      (
        await rangesOf(known, [
          {
            key: 'both',
            terms: [
              ['x', 1],
              ['y', 1],
            ],
          },
        ])
      ).get('both'),
    ).toEqual({
      low: 4,
      high: 4,
    });
  });

  it('says what nothing bounds, what was told, and what cannot be', async () => {
    const known = {
      counts: new Map([
        ['a', undefined],
        ['b', 7],
      ]),
      relations: [],
    };
    const ranges = await rangesOf(known, [countOf('a'), countOf('b'), differenceOf('d', 'b', 'a')]);
    expect(Object.fromEntries(ranges)).toEqual({
      a: { low: 0, high: Number.POSITIVE_INFINITY },
      b: { low: 7, high: 7 },
      d: { low: Number.NEGATIVE_INFINITY, high: 7 },
    });
    await expect(
      rangesOf(
        {
          counts: new Map([
            ['a', 3],
            ['b', 7],
            ['c', undefined],
          ]),
          relations: [sumOf('a', ['b', 'c'])],
        },
        [countOf('c')],
      ),
    ).rejects.toThrow('cannot all be true');
    await expect(rangesOf(known, [countOf('nothing')])).rejects.toThrow(RangeError);
  });

  it('finds the difference of two releases: one person came in between', async () => {
    const known = {
      counts: new Map([
        ['may', 45],
        ['june', 46],
      ]),
      relations: [],
    };
    const secrets = [differenceOf('june-may', 'june', 'may')];
    expect((await narrowSecrets(known, secrets, limit)).get('june-may')).toEqual({ low: 1, high: 1 });
    const later = {
      counts: new Map([
        ['may', 45],
        ['june', 50],
      ]),
      relations: [],
    };
    expect((await narrowSecrets(later, secrets, limit)).size).toBe(0);
  });

  const small = fc.integer({ min: 0, max: 3 });
  const table = fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(small, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  it('agrees with trying every possibility on small tables, whatever is hidden', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.infiniteStream(fc.boolean()), async (cells, coins) => {
        const { counts, relations } = gridOf(cells);
        let left = 5;
        const told = new Map<string, number | undefined>(
          [...counts].map(([key, value]) => {
            const hide = coins.next().value && left > 0;
            if (hide) left -= 1;
            return [key, hide ? undefined : value];
          }),
        );
        const most = 20;
        const hidden = [...told].filter(([, value]) => value === undefined).map(([key]) => countOf(key));
        const atMost = hidden.map(({ key }) => notMoreThan(key, 'most'));
        const known = { counts: new Map([...told, ['most', most]]), relations: [...relations, ...atMost] };
        const ranges = await rangesOf(known, hidden);
        for (const [key, range] of bruteForce(known, most))
          expect([key, ranges.get(key)]).toEqual([key, range]);
        const narrow = await narrowSecrets(known, hidden, limit);
        for (const { key } of hidden)
          expect(narrow.has(key)).toBe(ranges.get(key)!.high - ranges.get(key)!.low + 1 < limit);
      }),
      { numRuns: 60 },
    );
  });
});

const offeredOf = (counts: ReadonlyMap<string, number>): Offered[] =>
  [...counts].map(([key, value]) => ({ key, value, loss: key.includes('+') ? 1_000 + value : 1 + value }));

describe('what is told', () => {
  it('of 46, 37, 6, 1, 1 and 1 the 6 goes too: the least that opens all', async () => {
    const values = { all: 46, Mikkeli: 37, Mäntyharju: 6, Hirvensalmi: 1, Juva: 1, Kangasniemi: 1 };
    const { told, held } = await protect({
      offered: Object.entries(values).map(([key, value]) => ({
        key,
        value,
        loss: key === 'all' ? 1_000 : value,
      })),
      standing: new Map(),
      relations: [sumOf('all', Object.keys(values).slice(1))],
      secrets: [],
      limit,
    });
    expect(held).toEqual([]);
    expect([...told].filter(([, value]) => value !== undefined)).toEqual([
      ['all', 46],
      ['Mikkeli', 37],
    ]);
  });

  it('does not tell what an earlier release makes a difference of; what cannot be kept open is said', async () => {
    const question = {
      offered: [{ key: 'june', value: 46, loss: 1 }],
      standing: new Map([['may', 45]]),
      relations: [],
      secrets: [differenceOf('change', 'june', 'may')],
      limit,
    };
    expect((await protect(question)).told.get('june')).toBeUndefined();
    const stands = {
      ...question,
      offered: [],
      standing: new Map([
        ['may', 45],
        ['june', 46],
      ]),
    };
    expect((await protect(stands)).held).toEqual(['change']);
  });

  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }));
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  it('leaves every hidden cell of any table five numbers, and tells nothing that is not true', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (cells) => {
        const { counts, relations } = gridOf(cells);
        const { told, held } = await protect({
          offered: offeredOf(counts),
          standing: new Map(),
          relations,
          secrets: [],
          limit,
        });
        expect(held).toEqual([]);
        for (const [key, value] of told) {
          if (value === undefined) continue;
          expect(value).toBe(counts.get(key));
          expect(value).toBeGreaterThanOrEqual(limit);
        }
        const hidden = [...told].filter(([, value]) => value === undefined).map(([key]) => countOf(key));
        for (const [key, { low, high }] of await rangesOf({ counts: told, relations }, hidden)) {
          expect([key, high - low + 1 >= limit]).toEqual([key, true]);
          expect([key, low <= counts.get(key)! && counts.get(key)! <= high]).toEqual([key, true]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('hides nothing of a table that has nothing small', async () => {
    const { counts, relations } = gridOf([
      [5, 9, 20],
      [7, 6, 5],
    ]);
    const { told } = await protect({
      offered: offeredOf(counts),
      standing: new Map(),
      relations,
      secrets: [],
      limit,
    });
    expect([...told.values()]).not.toContain(undefined);
  });
});
