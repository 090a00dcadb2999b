import { fork } from 'node:child_process';
import { join } from 'node:path';
import { openTestApp } from '#test/fixtures/app.ts';
import { testServer } from '#test/fixtures/server.ts';
import { loadDemonstration } from '../src/demo/load.ts';
import { machine } from './measure.ts';
import { multiplyPeople } from './population.ts';
import type { Load, Session, Told } from './sessions-load.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

/**
 * The day of 500 workers at once: people in their hundreds with sessions of their own, who open a page, read it for a
 * while and open the next, from a process of its own. On the server of TEST_DATABASE_URL, or else embedded. `BENCH_PEOPLE`,
 * `BENCH_SESSIONS`, `BENCH_SECONDS` and `BENCH_READING` (seconds that a page is read) change the sizes.
 */
export async function bench(): Promise<void> {
  const people = number('BENCH_PEOPLE', 50_000);
  const count = number('BENCH_SESSIONS', 500);
  const seconds = number('BENCH_SECONDS', 120);
  const reading = number('BENCH_READING', 20);
  const kind = process.env.TEST_DATABASE_URL ? 'server' : 'embedded';
  say(`Making an area of ${people} people (${kind} database) …`);
  const app = await openTestApp(kind, '2026-11-20T09:00:00Z');
  await loadDemonstration(app, { seed: 2026, today: '2026-11-20' });
  await multiplyPeople(app, { people });
  const server = await testServer({ app });
  try {
    const { pool } = app.database;
    const { rows: experts } = await pool.query<{ id: string; clients: string[] }>(
      `select r.account_id as id, (array_agg(r.client_id order by r.client_id))[1:40] as clients
         from clients.responsibility r
         join access.role_assignment a on a.account_id = r.account_id and a.role = 'expert' and a.valid_to is null
        where r.during @> date '2026-11-20' and not exists (select from access.conflict c where c.client_id = r.client_id)
        group by 1 order by 1 limit ${Math.ceil(count * 0.8)}`,
    );
    const { rows: needs } = await pool.query<{ id: string }>(
      "select id from vacancies.vacancy where state not in ('filled', 'lapsed') order by id",
    );
    const { rows: companies } = await pool.query<{ id: string }>(
      'select id from companies.company order by id',
    );
    const { rows: advisers } = await pool.query<{ id: string }>(
      "select account_id as id from access.role_assignment where role = 'business' and valid_to is null order by 1",
    );
    const sessions: Session[] = [];
    for (let at = 0; at < count; at++) {
      const expert = at % 5 < 4;
      const of = expert ? experts[Math.floor(at * 0.8) % experts.length]! : advisers[at % advisers.length]!;
      const { header } = await server.sessionFor(of.id, expert ? 'expert' : 'business');
      sessions.push({ cookie: header, clients: 'clients' in of ? (of.clients as string[]) : [] });
    }
    say(
      `${count} sessions of ${new Set(experts.map(({ id }) => id)).size + advisers.length} accounts; each page is read for ${reading} s on average; ${seconds} s after 30 s of warming up`,
    );
    const load: Load = {
      url: server.url,
      sessions,
      needs: needs.map(({ id }) => id),
      companies: companies.map(({ id }) => id),
      seconds,
      reading,
    };
    const child = fork(join(import.meta.dirname, 'sessions-load.ts'), { stdio: 'inherit' });
    const told = await new Promise<Told>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Told));
      child.once('error', reject);
      child.once('exit', (code) => code && reject(new Error(`the load ended with ${code}`)));
      child.send(load);
    });
    const { rows: entries } = await pool.query<{ count: number }>(
      'select count(*)::int as count from audit.entry',
    );
    say(`\n${machine()}; ${kind} database; ${entries[0]!.count} log entries at the end\n`);
    say('| | p50 ms | p95 ms | max ms | answers | errors |\n| --- | ---: | ---: | ---: | ---: | ---: |');
    for (const { what, p50, p95, max, answers, errors } of told.rows)
      say(`| ${what} | ${p50.toFixed(0)} | ${p95.toFixed(0)} | ${max.toFixed(0)} | ${answers} | ${errors} |`);
    say(`\n${told.rate.toFixed(1)} pages a second`);
    for (const error of told.errors) say(error);
  } finally {
    await server.stop();
    await app.close();
  }
}
