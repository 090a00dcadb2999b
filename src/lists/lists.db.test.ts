import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransactionAs, type ViewerContext } from '#access';
import { letters, plainLetters } from '#kernel/letters.ts';
import { rankOf, readSearch, similarity } from '#kernel/search.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '../../test/fixtures/app.ts';
import { type Asked, type ListPage, pageFromRows, pageFromSql, type SqlList } from './index.ts';

type Row = { id: string; name: string; day: string | null; count: number };

const names = [
  ...[
    'Çelik Elif',
    'Núñez José',
    'Bērziņš Jānis',
    'Ștefănescu Ana',
    'al-Saïd Omar',
    'Łukasz Nowak',
    'Đỗ Minh',
  ],
  ...['Ørsted Hans', 'Þór Jón', 'Großmann Uwe', 'Åberg Bo', 'Aberg Bo', 'Öhman Eva', 'Ohman Eva', 'Virta Oy'],
  ...[
    'Virtanen Ville',
    'Virran Kone Oy',
    'Tarkiainen Pekka',
    'Luukkonen Aino',
    'Palkkatuki',
    'Työkokeilu',
    'Hitsaaja',
  ],
  ...['Celine Ek', 'Nunes Ana', 'Matti Matilda', 'Wirta Oy', 'Äijälä Oy', 'Zeppelin', 'Kauppa Oy'],
];
const days = [null, '2026-11-01', '2026-12-05', '2027-01-01'];

const list: SqlList = {
  name: 'test',
  from: sql`test_row r`,
  id: sql`r.id`,
  row: sql`r.id, r.name, r.day::text as day, r.count`,
  sorts: {
    name: [{ by: sql`r.search`, as: 'letters' }],
    written: [{ by: sql`r.name`, as: 'text', falling: true }],
    day: [
      { by: sql`r.day`, as: 'date' },
      { by: sql`r.count`, as: 'integer', falling: true },
    ],
    count: [{ by: sql`r.count`, as: 'integer' }],
  },
  sort: 'name',
  search: sql`r.search`,
  filters: { day: (values) => sql`r.day = any (${[...values]}::date[])` },
};
const inMemory = {
  name: 'test',
  id: (row: Row) => row.id,
  sorts: {
    name: (row: Row) => [row.name],
    day: (row: Row) => [row.day ?? undefined, -row.count],
    count: (row: Row) => [row.count],
  },
  sort: 'name',
  search: (row: Row) => [row.name],
  filters: { day: (row: Row, values: readonly string[]) => row.day !== null && values.includes(row.day) },
};

const searches = [
  ...[
    '',
    'celik',
    'Çelik',
    'nunez',
    'berzins',
    'stefanescu',
    'said',
    'Saïd',
    'lukasz',
    'do',
    'orsted',
    'thor',
    'grossmann',
  ],
  ...[
    'åberg',
    'aberg',
    'ohman',
    'Virran',
    'virta',
    'tarkiasen',
    'Luukkosen',
    'palkkatuen',
    'työkokeiluun',
    'hitsaajia',
  ],
  ...[
    'aino luukkosen',
    'matti',
    'oy',
    'kauppojen',
    'vitranen',
    'vira',
    'vittanen',
    '%',
    "o'brien",
    '(((',
    '\\',
  ],
];

describe.each(databaseKinds)('a list of the database (%s)', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind);
    await app.database.script(`create table test_row (id uuid primary key, name text not null, day date, count int not null,
      search text generated always as (search.letters(name)) stored); grant select on test_row to polku_app;
      create index on test_row using gin (search.plain(search) gin_trgm_ops)`);
  });
  afterAll(() => app.close());

  const read = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  const settle = async (rows: readonly Row[]) => {
    await app.database.pool.query('delete from test_row');
    for (const row of rows)
      await app.database.pool.query('insert into test_row (id, name, day, count) values ($1, $2, $3, $4)', [
        row.id,
        row.name,
        row.day,
        row.count,
      ]);
  };
  const asked = (of: Partial<Asked>): Asked => ({ search: '', filters: {}, limit: 20, ...of });
  const fromSql = async (of: Partial<Asked>): Promise<ListPage<Row>> => {
    const page = await read((context) => pageFromSql<Row>(context, list, asked(of)));
    if (!page.ok) throw new Error(page.error.code);
    return page.value;
  };
  const fromMemory = (rows: readonly Row[], of: Partial<Asked>): ListPage<Row> => {
    const page = pageFromRows(rows, inMemory, asked(of));
    if (!page.ok) throw new Error(page.error.code);
    return page.value;
  };
  const idOf = (at: number) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const known: Row[] = names.map((name, at) => ({
    id: idOf((at * 7) % names.length),
    name,
    day: days[at % days.length]!,
    count: at % 3,
  }));

  test('letters are folded alike in every code point', async () => {
    const all: string[] = [];
    for (let code = 1; code <= 0x10fff; code += 1)
      if (code < 0xd800 || code > 0xdfff) all.push(String.fromCodePoint(code));
    const { rows } = await read((context) =>
      sql<{ at: number; own: string; plain: string }>`
        select at, search.letters('x' || l || 'x') as own, search.plain(search.letters('x' || l || 'x')) as plain
          from unnest(${all}::text[]) with ordinality as u (l, at)`.execute(context.db),
    );
    expect(rows.length).toBe(all.length);
    const different = rows.filter(({ at, own, plain }) => {
      const text = `x${all[at - 1]}x`;
      return own !== letters(text) || plain !== plainLetters(text);
    });
    expect(different.map(({ at }) => all[at - 1]!.codePointAt(0)!.toString(16))).toEqual([]);
  });

  test('likeness is counted alike', async () => {
    const words = ['tarkiasen', 'tarkiainen', 'virta', 'virran', 'aa', 'aaaa', 'hitsaaja'];
    const { rows } = await read((context) =>
      sql<{ a: string; b: string; s: number }>`select a, b, similarity(a, b) as s
        from unnest(${words}::text[]) a, unnest(${words}::text[]) b`.execute(context.db),
    );
    for (const { a, b, s } of rows) expect(similarity(a, b), `${a} ${b}`).toBeCloseTo(s, 6);
  });

  test.each(searches)(
    '%j finds the same rows in the same order in the database and in memory',
    async (search) => {
      await settle(known);
      for (const sort of [undefined, 'name', '-name', 'day', '-day', 'count', '-count']) {
        const there = await fromSql({ search, sort, limit: 100 });
        const here = fromMemory(known, { search, sort, limit: 100 });
        expect(there.rows.map((row) => row.name)).toEqual(here.rows.map((row) => row.name));
        expect([there.total, there.alike]).toEqual([here.total, here.alike]);
      }
    },
  );

  test('the word itself comes first, with and without its marks, and a likeness never instead of it', async () => {
    await settle(known);
    const firsts = async (search: string) =>
      (await fromSql({ search, limit: 100 })).rows.map((row) => row.name);
    expect((await firsts('aberg')).slice(0, 2)).toEqual(['Aberg Bo', 'Åberg Bo']);
    expect((await firsts('åberg')).slice(0, 2)).toEqual(['Åberg Bo', 'Aberg Bo']);
    expect((await firsts('virta'))[0]).toBe('Virta Oy');
    expect((await firsts('celik'))[0]).toBe('Çelik Elif');
    expect((await firsts('nunez'))[0]).toBe('Núñez José');
    const page = await fromSql({ search: 'nunez', sort: '-name', limit: 100 });
    expect(page.rows[0]!.name).toBe('Núñez José');
    expect(page.rows.slice(-page.alike).map((row) => row.name)).toContain('Nunes Ana');
  });

  test('a filter narrows, and what is counted is what is found', async () => {
    await settle(known);
    const page = await fromSql({ filters: { day: ['2026-12-05'] }, limit: 3 });
    expect(page.rows.every((row) => row.day === '2026-12-05')).toBe(true);
    expect(page.total).toBe(known.filter((row) => row.day === '2026-12-05').length);
  });

  test('page by page every row is seen exactly once, forwards and back, in any order, with ties', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: fc.constantFrom(...names.slice(8, 20)),
            day: fc.constantFrom(...days),
            count: fc.integer({ min: 0, max: 2 }),
          }),
          { maxLength: 14 },
        ),
        fc.constantFrom(undefined, 'name', '-name', 'day', '-day', 'count', '-count'),
        fc.constantFrom('', 'oy', 'virta', 'eva'),
        fc.integer({ min: 1, max: 5 }),
        async (drawn, sort, search, limit) => {
          const rows = drawn.map((row, at) => ({ ...row, id: idOf((at * 5) % 17) }));
          await settle(rows);
          for (const pageOf of [
            (after?: string) => fromSql({ sort, search, limit, after }),
            async (after?: string) => fromMemory(rows, { sort, search, limit, after }),
          ]) {
            const all = (await fromSql({ sort, search, limit: 100 })).rows.map((row) => row.id);
            const seen: string[] = [];
            let page = await pageOf();
            for (;;) {
              expect(page.total).toBe(all.length);
              if (page.rows.length > 0) expect(page.first).toBe(seen.length + 1);
              seen.push(...page.rows.map((row) => row.id));
              if (page.next === undefined) break;
              page = await pageOf(page.next);
            }
            expect(seen).toEqual(all);
            const backwards: string[] = page.rows.map((row) => row.id);
            while (page.previous !== undefined) {
              page = await pageOf(page.previous);
              expect(page.next).toBeDefined();
              backwards.unshift(...page.rows.map((row) => row.id));
              expect(page.first).toBe(all.length - backwards.length + 1);
            }
            expect(backwards).toEqual(all);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a row that goes between two pages hides no other', async () => {
    await settle(known);
    const all = (await fromSql({ limit: 100 })).rows.map((row) => row.id);
    const first = await fromSql({ limit: 5 });
    const last = first.rows.at(-1)!.id;
    await app.database.pool.query('delete from test_row where id = any ($1)', [[last, all[1], all[6]]]);
    const rest = await fromSql({ limit: 100, after: first.next });
    expect(rest.rows.map((row) => row.id)).toEqual(all.slice(5).filter((id) => id !== all[6]));
    expect(rest.first).toBe(4);
  });

  test.each(['count', '-count'])(
    'a list that is counted to a limit has the same pages, by %s',
    async (sort) => {
      await settle(known);
      const to = 10;
      const counted = async (countedTo: number, after?: string) => {
        const page = await read((context) =>
          pageFromSql<Row>(context, { ...list, countedTo }, asked({ sort, limit: 4, after })),
        );
        return page.ok ? page.value : expect.fail(page.error.code);
      };
      const pages = [];
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const whole = await fromSql({ sort, limit: 4, after });
        const exact = await counted(100, after);
        expect({ ...exact, next: undefined, previous: undefined }).toEqual({
          ...whole,
          next: undefined,
          previous: undefined,
        });
        const limited = await counted(to, after);
        expect(limited).toMatchObject({ rows: whole.rows, total: to, over: true });
        // What the page says of its place is true, or is not said.
        expect(limited.uncounted).toBe(whole.first - 1 > to);
        if (limited.uncounted !== true) expect(limited.first).toBe(whole.first);
        pages.push(whole);
        after = whole.next;
      }
      expect(pages.length).toBeGreaterThan(5);
      // Backwards from the last page, by the positions of the limited list itself.
      let page = await counted(100, pages.at(-2)!.next);
      for (const before of pages.slice(0, -1).reverse()) {
        page = await counted(100, page.previous);
        expect([page.first, page.rows]).toEqual([before.first, before.rows]);
      }
    },
  );

  test('a position tells no name, and one that was changed or is of another order is refused', async () => {
    await settle(known);
    const { next } = await fromSql({ limit: 5 });
    // Sealed bytes are random: words of five letters and more do not stand in them by chance, shorter ones do.
    const readable = Buffer.from(next!, 'base64url').toString('utf8').toLowerCase();
    const told = known.flatMap(({ id, name }) => [id, plainLetters(name).toLowerCase(), name.toLowerCase()]);
    for (const word of ['"keys"', ...told]) expect(readable).not.toContain(word);
    const page = await read((context) =>
      pageFromSql<Row>(context, list, asked({ after: next, sort: 'day' })),
    );
    expect(page).toMatchObject({ ok: false, error: { code: 'invalid-cursor' } });
    const bytes = Buffer.from(next!, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    const changed = bytes.toString('base64url');
    expect(await read((context) => pageFromSql<Row>(context, list, asked({ after: changed })))).toMatchObject(
      {
        ok: false,
      },
    );
  });

  test('the database ranks as the kernel does', async () => {
    await settle(known);
    for (const search of searches.filter(Boolean)) {
      const read = readSearch(search);
      if (!read) continue;
      const page = await fromSql({ search, limit: 100 });
      expect(page.rows.map((row) => row.name).sort()).toEqual(
        names.filter((name) => rankOf(read, name) !== undefined).sort(),
      );
    }
  });
});
