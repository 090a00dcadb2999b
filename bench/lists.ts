import { openTestApp } from '#test/fixtures/app.ts';
import { testServer } from '#test/fixtures/server.ts';
import { loadDemonstration } from '../src/demo/load.ts';
import { machine, measure, table } from './measure.ts';
import { multiplyPeople } from './population.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);
const [people, companies] = [20_000, 5_000];

/**
 * Lists over HTTP with sessions, row-level security and the log on: the first page, the next one, and a search with a
 * slip of the pen. On the server of TEST_DATABASE_URL, or else embedded.
 */
export async function bench(): Promise<void> {
  say(`Making an area of ${people} people and ${companies} companies …`);
  const app = await openTestApp(
    process.env.TEST_DATABASE_URL ? 'server' : 'embedded',
    '2026-11-20T09:00:00Z',
  );
  await loadDemonstration(app, { seed: 2026, today: '2026-11-20' });
  await multiplyPeople(app, { people });
  const { pool } = app.database;
  await pool.query(
    `insert into companies.company (id, business_id, name, municipality_code, size_class, created_at)
     select gen_random_uuid(), lpad(n::text, 7, '0') || '-0', c.name || ' ' || n, c.municipality_code, c.size_class, c.created_at
       from generate_series(1, ${companies}) n
       join (select *, row_number() over (order by id) as at, count(*) over () as all from companies.company) c
         on c.at = n % c.all + 1`,
  );
  const server = await testServer({ app });
  const header = async (name: string) => (await server.sessionFor(await server.accountNamed(name))).header;
  const adviser = await header('Petteri Harjunpää');
  const expert = await header('Tuija Tyynelä');
  const open = async (path: string, cookie: string) => {
    const answer = await fetch(server.url + path, { headers: { cookie, 'accept-language': 'fi' } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return text;
  };
  /** The address of the next page, as the first page gives it. */
  const next = async (path: string, cookie: string) => {
    const [, from] = /[?&;]from=([\w-]+)/.exec(await open(path, cookie)) ?? [];
    return `${path}${path.includes('?') ? '&' : '?'}from=${from}`;
  };
  try {
    const rows = [];
    for (const [list, path, cookie, search] of [
      ['companies', '/companies', adviser, 'konepja'],
      ['people who share', '/people', adviser, 'hitsaja'],
      ['own clients', '/clients', expert, 'tarkiaisen'],
    ] as const) {
      const later = await next(path, cookie);
      for (const [what, address] of [
        ['first page', path],
        ['next page', later],
        ['search with a slip', `${path}?search=${search}`],
      ] as const)
        rows.push(
          await measure(`${list}, ${what}`, async () => void (await open(address, cookie)), {
            runs: 30,
            warm: 5,
          }),
        );
    }
    say(`\n${machine()}\n`);
    say(table(rows));
  } finally {
    await server.stop();
    await app.close();
  }
}
