import { type App, inTransactionAs } from '#access';
import { openDatabase } from '#db/open.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { engineStateOf, type Matcher, matcherFor, type Need } from '#matching';
import { openTestApp } from '#test/fixtures/app.ts';
import { needsFromText, usualRequirements } from '#vacancies';
import { loadDemonstration } from '../src/demo/load.ts';
import { machine, measure, table } from './measure.ts';
import { multiplyPeople } from './population.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);
/** Four in five have mapped skills, so this gives 20,000 profiles. */
const people = 25_000;
const needs = [
  '2 hitsaajaa tammikuussa',
  'lähihoitaja kotihoitoon',
  'sähköasentajia',
  'kokki',
  'trukkikuski yövuoroon',
];

/**
 * From the database to an engine that answers, for an area of 20,000 profiles; then the live count of a typed need, a list
 * and an explanation as a use case asks them (the look at changes and the way to the engine's thread and back counted in), and a
 * changed profile up to the next answer. On the server of TEST_DATABASE_URL, or else embedded.
 */
export async function bench(): Promise<void> {
  const kind = process.env.TEST_DATABASE_URL ? 'server' : 'embedded';
  say(`Making an area of ${people} people …`);
  const made = await openTestApp(kind, '2026-11-20T09:00:00Z');
  try {
    await loadDemonstration(made, { seed: 2026, today: '2026-11-20' });
    await multiplyPeople(made, { people });
    say(`\n${machine()}\n`);
    const starts: number[] = [];
    const before = process.cpuUsage();
    for (let i = 0; i < 5; i += 1) starts.push(await start(made, kind));
    const { user, system } = process.cpuUsage(before);
    say(
      `ready in: first ${starts[0]!.toFixed(0)} ms, then ${starts
        .slice(1)
        .map((ms) => ms.toFixed(0))
        .join(
          ', ',
        )} ms; ${((user + system) / 1e3 / starts.length).toFixed(0)} ms of this process's processor time each`,
    );
    await asSystem(made, matcherFor);
    const state = engineStateOf(made);
    say(`${state.people} profiles, ${state.needs} needs in ${Math.ceil(state.memoryBytes / 1_048_576)} MB\n`);
    say(table(await questions(made)));
  } finally {
    await made.close();
  }
}

const asSystem = <T>(app: App, run: Parameters<typeof inTransactionAs<T>>[3]) =>
  inTransactionAs(app, systemViewer, 'upkeep', run);

/** A process that has just opened the database: milliseconds until its first question could be answered. */
async function start(made: App, kind: 'server' | 'embedded'): Promise<number> {
  if (kind === 'embedded') {
    const began = performance.now();
    await asSystem(made, matcherFor);
    return performance.now() - began;
  }
  const { rows } = await made.database.pool.query<{ name: string }>('select current_database() as name');
  const url = Object.assign(new URL(process.env.TEST_DATABASE_URL!), { pathname: `/${rows[0]!.name}` });
  const began = performance.now();
  const database = await openDatabase({ url: url.href });
  await asSystem({ database, clock: made.clock }, matcherFor);
  const took = performance.now() - began;
  await database.close();
  return took;
}

async function questions(app: App) {
  const typed: Need[] = [];
  await asSystem(app, async (context) => {
    for (const text of needs) {
      const [reading] = await needsFromText(context, text);
      if (!reading.occupation) throw new Error(`no occupation was read from ${text}`);
      typed.push({
        ...(await usualRequirements(context, reading.occupation.uri)),
        occupationUri: reading.occupation.uri,
        workingTimes: reading.workingTimes,
        hidden: true,
        live: true,
      });
    }
  });
  const { pool } = app.database;
  const { rows: organisations } = await pool.query<{ id: string }>(
    `select receiver_organisation_id as id from consents.consent where step = 1 group by 1 order by count(*) desc limit 1`,
  );
  const receiverOrganisationId = organisations[0]!.id;
  const { rows: vacancies } = await pool.query<{ id: string }>(
    `select id from vacancies.vacancy where state not in ('filled', 'lapsed') order by id`,
  );
  const { rows: clients } = await pool.query<{ id: string }>(
    'select client_id as id from skills.mapping order by 1 limit 500',
  );
  const of = <T>(list: readonly T[], i: number) => list[i % list.length]!;
  const asked = (ask: (matcher: Matcher, i: number) => Promise<unknown>) => async (i: number) => {
    await asSystem(app, async (context) => ask(await matcherFor(context), i));
  };
  /** Inside one transaction: only the question, on the way to the thread and back. */
  const alone = async (what: string, ask: (matcher: Matcher, i: number) => Promise<unknown>) =>
    asSystem(app, async (context) => {
      const matcher = await matcherFor(context);
      return measure(what, async (i) => void (await ask(matcher, i)), { together: 1 });
    });
  const count = (matcher: Matcher, i: number) => matcher.countFor(of(typed, i), { receiverOrganisationId });
  const best = (matcher: Matcher, i: number) =>
    matcher.bestForVacancy(of(vacancies, i).id, {
      limit: 20,
      among: { kind: 'receivers', organisationId: receiverOrganisationId },
    });
  return [
    await alone('live count, the engine alone', count),
    await measure('live count with the look at changes', asked(count)),
    await alone('best 20 for a need, the engine alone', best),
    await measure('best 20 for a need with the look at changes', asked(best)),
    await alone('reasons of a pair, the engine alone', (matcher, i) =>
      matcher.explain(of(clients, i).id, of(vacancies, i).id),
    ),
    await alone('steps of a person, the engine alone', (matcher, i) =>
      matcher.stepsForPerson(of(clients, i).id, 12),
    ),
    await alone('easings of a need, the engine alone', (matcher, i) =>
      matcher.stepsForNeed(of(typed, i), { kind: 'receivers', organisationId: receiverOrganisationId }, 5),
    ),
    await alone('supply and demand of the whole area', (matcher) =>
      matcher.supplyAndDemand({ organisationId: receiverOrganisationId, group: '' }),
    ),
    await measure('a changed profile until the next answer', async (i) => {
      await asSystem(app, async ({ db }) => {
        await db
          .updateTable('skills.mapping')
          .set({ completed_on: '2026-11-19' })
          .where('client_id', '=', of(clients, i).id)
          .execute();
      });
      await asked(count)(i);
    }),
  ];
}
