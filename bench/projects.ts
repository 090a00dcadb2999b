import { type App, inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { type Role, systemViewer } from '#kernel/viewer.ts';
import { bringToForm } from '#server/open-app.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp } from '#test/fixtures/app.ts';
import { testServer } from '#test/fixtures/server.ts';
import { machine, measure, table } from './measure.ts';

const projectCount = 500;
const linesEach = 20;

/**
 * A portfolio of 500 projects with 10,000 cost lines, opened over HTTP as a board member does, on both databases; and the
 * board report of it from the press of the button to the finished file.
 */
export async function bench(): Promise<void> {
  process.stdout.write(`${machine()}\n`);
  for (const kind of databaseKinds) {
    const app = await openTestApp(kind);
    await bringToForm(app.database);
    await fill(app);
    const { accountId } = await addAccount(app, { name: 'Testi Johtoryhmä', role: 'board' satisfies Role });
    const server = await testServer({ app });
    const { header } = await server.sessionFor(accountId);
    const headers = { cookie: header };
    const open = async (path: string) => {
      const answer = await fetch(server.url + path, { headers });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
      return text;
    };
    const rows = [
      await measure('the portfolio, first page', async () => void (await open('/projects')), {
        runs: 60,
        warm: 10,
      }),
      await measure('by money, falling', async () => void (await open('/projects?sort=-total')), {
        runs: 60,
        warm: 5,
      }),
      await measure(
        'found by a part of a number',
        async (run) => void (await open(`/projects?search=20${1000 + (run % 400)}`)),
        { runs: 60, warm: 5 },
      ),
      await measure('only those with overlaps', async () => void (await open('/projects?vain=overlaps')), {
        runs: 30,
        warm: 3,
      }),
      await measure('one project', async () => void (await open(`/projects/${await firstId(app)}`)), {
        runs: 40,
        warm: 5,
      }),
    ];
    process.stdout.write(
      `\n${kind}: ${projectCount} projects, ${projectCount * linesEach} cost lines\n${table(rows)}\n`,
    );
    for (const form of ['pdf', 'docx']) {
      const times: number[] = [];
      let bytes = 0;
      for (let run = 0; run < 3; run += 1) {
        const began = performance.now();
        const page = await open('/projects/report');
        const csrf = /name="_csrf" value="([^"]+)"/.exec(page)![1]!;
        const asked = await fetch(`${server.url}/projects/report`, {
          method: 'POST',
          redirect: 'manual',
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', origin: server.url },
          body: new URLSearchParams({ _csrf: csrf, _form: 'report', intent: form }),
        });
        const at = asked.headers.get('location')!;
        for (;;) {
          const file = await fetch(`${server.url}${at}/file`, { headers });
          const body = await file.arrayBuffer();
          if (file.status === 200) {
            bytes = body.byteLength;
            break;
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        times.push(performance.now() - began);
      }
      process.stdout.write(
        `${kind}: board report as ${form}: ${times.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(', ')}; ${Math.round(bytes / 1024)} kB\n`,
      );
    }
    await server.stop();
    await app.close();
  }
}

let known: string | undefined;
async function firstId(app: App): Promise<string> {
  known ??= await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    const row = await db.selectFrom('projects.project').select('id').limit(1).executeTakeFirstOrThrow();
    return row.id;
  });
  return known;
}

/** Invented projects: lines, shares, groups and municipalities as uneven as real ones. */
async function fill(app: App): Promise<void> {
  known = undefined;
  const states = ['idea', 'applied', 'granted', 'running', 'running', 'ended', 'closed', 'rejected'] as const;
  const groups = [
    'jobseekers',
    'companies',
    'services',
    'education',
    'municipalities',
    'wellbeing',
    'entrepreneur-organisations',
  ];
  const codes = ['491', '213', '178', '097', '507', '623', '046', '740', '593', '681'];
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
    for (let from = 0; from < projectCount; from += 100) {
      const ids = Array.from({ length: 100 }, (_, at) => ({ id: newId(), n: from + at }));
      const year = (n: number) => 2020 + (n % 8);
      await db
        .insertInto('projects.project')
        .values(
          ids.map(({ id, n }) => ({
            id,
            name: `Hanke ${n} ${['Työtä', 'Polkuja', 'Osaamista', 'Elinvoimaa'][n % 4]} alueelle`,
            instrument: ['mokra', 'akke', 'esf', 'esf-plus', 'other'][n % 5]!,
            state: states[n % states.length]!,
            state_since: `${year(n)}-03-01`,
            starts_on: `${year(n)}-01-01`,
            ends_on: `${year(n) + 2}-12-31`,
            findings: n % 7,
            changed_at: now.toISOString(),
          })),
        )
        .execute();
      await db
        .insertInto('projects.register_number')
        .values(
          ids.map(({ id, n }) => ({
            project_id: id,
            position: 0,
            form: 'application',
            printed: `20${1000 + n}`,
          })),
        )
        .execute();
      await db
        .insertInto('projects.cost_line')
        .values(
          ids.flatMap(({ id, n }) =>
            Array.from({ length: linesEach }, (_, at) => ({
              id: newId(),
              project_id: id,
              position: at,
              kind: at === 0 ? 'wages' : at === linesEach - 1 ? 'income' : 'other',
              label: `Rivi ${at}`,
              requested: 100_000 + ((n * 7919 + at * 104_729) % 9_000_000),
              approved: n % 3 === 0 ? 100_000 : null,
            })),
          ),
        )
        .execute();
      await db
        .insertInto('projects.funding_share')
        .values(
          ids.flatMap(({ id }) =>
            (['grant', 'own'] as const).map((role, position) => ({
              id: newId(),
              project_id: id,
              position,
              money_from: role === 'grant' ? 'eu-and-state' : 'municipal',
              role,
              label: role,
              requested: role === 'grant' ? 8_000_000 : 2_000_000,
            })),
          ),
        )
        .execute();
      await db
        .insertInto('projects.target_group')
        .values(
          ids.flatMap(({ id, n }) =>
            [0, 1].map((position) => ({
              project_id: id,
              position,
              reach: 'direct',
              code: groups[(n + position * 3) % groups.length]!,
              words: 'ryhmä',
            })),
          ),
        )
        .execute();
      await db
        .insertInto('projects.reach')
        .values(
          ids.flatMap(({ id, n }) =>
            [0, 1, 2, 3].map((at) => ({
              project_id: id,
              municipality_code: codes[(n + at) % codes.length]!,
            })),
          ),
        )
        .execute();
      await db
        .insertInto('projects.realised')
        .values(
          ids.flatMap(({ id, n }) =>
            [1, 2, 3].map((month) => ({
              id: newId(),
              project_id: id,
              month: `${year(n)}-0${month}-01`,
              kind: 'wages',
              label: '',
              cents: 500_000,
              evidence: 'tosite',
              entered_at: now.toISOString(),
            })),
          ),
        )
        .execute();
    }
  });
  await app.database.pool.query('analyze');
}
