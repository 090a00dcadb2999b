import { newId } from '#kernel/ids.ts';
import { openTestApp } from '#test/fixtures/app.ts';
import { testServer } from '#test/fixtures/server.ts';
import { loadDemonstration } from '../src/demo/load.ts';
import { type Measured, machine, measure, table } from './measure.ts';
import { multiplyPeople } from './population.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);
const people = 20_000;

/**
 * Whole pages over HTTP with sessions, policies, row-level security and the log on: the adviser's list, a client's page,
 * the people for a need, the live count, a visit note. On the server of TEST_DATABASE_URL, or else embedded.
 */
export async function bench(): Promise<void> {
  const kind = process.env.TEST_DATABASE_URL ? 'server' : 'embedded';
  if (kind === 'embedded')
    say('TEST_DATABASE_URL names no PostgreSQL server: measuring the embedded database.');
  say(`Making an area of ${people} people …`);
  const app = await openTestApp(kind, '2026-11-20T09:00:00Z');
  await loadDemonstration(app, { seed: 2026, today: '2026-11-20' });
  await multiplyPeople(app, { people });
  const server = await testServer({ app });
  const { rows: versions } = await app.database.pool.query<{ version: string }>('select version()');
  try {
    const rows = await measurePages(server);
    const { rows: counts } = await app.database.pool.query<{
      people: number;
      consented: number;
      entries: number;
    }>(`
      select (select count(*)::int from clients.client) as people, (select count(*)::int from audit.entry) as entries,
        (select count(*)::int from consents.consent where step = 1 and withdrawn_at is null) as consented`);
    say(`\n${machine()}\n${versions[0]!.version.split(' on ')[0]}`);
    say(
      `${counts[0]!.people} people, ${counts[0]!.consented} consents of step 1; ${counts[0]!.entries} log entries at the end\n`,
    );
    say(table(rows));
  } finally {
    await server.stop();
    await app.close();
  }
}

async function measurePages(server: Awaited<ReturnType<typeof testServer>>): Promise<Measured[]> {
  const { pool } = server.app.database;
  const cookie = async (name: string) => (await server.sessionFor(await server.accountNamed(name))).header;
  const adviser = await cookie('Tuija Tyynelä');
  const business = await cookie('Petteri Harjunpää');
  const clients = (
    await pool.query<{ id: string }>(
      `select r.client_id as id from clients.responsibility r join access.account a on a.id = r.account_id
        where a.name = 'Tuija Tyynelä' and r.during @> date '2026-11-20'
          and not exists (select from access.conflict c where c.client_id = r.client_id) order by 1`,
    )
  ).rows.map((row) => row.id);
  const vacancies = (
    await pool.query<{ id: string }>(
      `select id from vacancies.vacancy where state not in ('filled', 'lapsed') order by id`,
    )
  ).rows.map((row) => row.id);
  const company = (await pool.query<{ id: string }>('select id from companies.company order by id limit 1'))
    .rows[0]!.id;
  const page = async (path: string, header: string) => {
    const answer = await fetch(server.url + path, { headers: { cookie: header, 'accept-language': 'fi' } });
    const text = await answer.text();
    if (answer.status !== 200 || text.length < 20) throw new Error(`${path}: ${answer.status}`);
  };
  const form = await (await fetch(`${server.url}/visit`, { headers: { cookie: business } })).text();
  const csrf = /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const needs = [
    '2 hitsaajaa tammikuussa',
    'lähihoitaja kotihoitoon',
    'sähköasentajia',
    'kokki lounaskeittiöön',
    'trukkikuski yövuoroon',
  ];
  const of = <T>(list: readonly T[], i: number) => list[i % list.length]!;
  return [
    await measure("the adviser's work list", () => page('/clients', adviser)),
    await measure("a client's page", (i) => page(`/clients/${of(clients, i)}`, adviser)),
    await measure('the people for a need', (i) => page(`/vacancies/${of(vacancies, i)}`, business)),
    await measure('live count of a typed need', (i) =>
      page(`/visit/count?need=${encodeURIComponent(of(needs, i))}`, business),
    ),
    await measure('a visit note with its live count', async (i) => {
      await page(`/visit/count?need=${encodeURIComponent(of(needs, i))}`, business);
      const sent = await fetch(`${server.url}/visit`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie: business,
          'content-type': 'application/x-www-form-urlencoded',
          origin: server.url,
        },
        body: new URLSearchParams({
          _form: 'visit',
          _csrf: csrf,
          key: newId(),
          companyId: company,
          need: of(needs, i),
          certainty: 'needed',
          intent: 'save',
        }),
      });
      await sent.text();
      if (sent.status !== 302 && sent.status !== 303) throw new Error(`/visit: ${sent.status}`);
    }),
  ];
}
