import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { ProgrammeDraft, programmes } from '#programmes';
import { runUseCase } from '#use-case';
import { openTestApp } from '../test/fixtures/app.ts';

const goals = 40;
const measuresOfGoal = 25;

/** A programme of 1 000 measures, all of them told of twice: the board opened, the report composed, one file of each kind made. */
export async function bench(): Promise<void> {
  const app = await openTestApp(process.env.TEST_DATABASE_URL ? 'server' : 'embedded', '2026-05-02');
  const organisationId = newId();
  const accountId = newId();
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    await db
      .insertInto('networks.organisation')
      .values({ id: organisationId, kind: 'state', names: '{"fi":"Koe"}' })
      .execute();
    await db
      .insertInto('access.account')
      .values({ id: accountId, subject: accountId, name: 'Koe' })
      .execute();
  });
  const viewer: Viewer = { accountId, name: 'Koe', role: 'area-manager', organisationId, language: 'fi' };
  const draft = ProgrammeDraft.parse({
    kind: 'employment-programme',
    name: 'Suuri ohjelma',
    validFrom: '2026-01-01',
    validTo: '2030-12-31',
    reporting: 'half-year',
    goals: Array.from({ length: goals }, (_, at) => ({
      title: `Tavoite ${at + 1}`,
      coordinators: ['Koe'],
      measures: Array.from({ length: measuresOfGoal }, (_m, nth) => ({
        title: `Toimenpide ${at + 1}.${nth + 1}`,
      })),
    })),
  });
  const { programmeId } = unwrap(await runUseCase(app, viewer, programmes.importProgramme, { draft }));
  const open = () => runUseCase(app, viewer, programmes.openProgramme, { programmeId: programmeId! });
  const { content } = unwrap(await open());
  for (const [period, day, state] of [
    ['2026-1', '2026-06-20', 'on-track'],
    ['2026-2', '2026-12-20', 'late'],
  ] as const) {
    app.clock.moveTo(`${day}T10:00:00Z`);
    for (const goal of content.goals) {
      const place = { programmeId: programmeId!, goalId: goal.id, period };
      const { revision } = unwrap(
        await runUseCase(app, viewer, programmes.saveGoalDraft, {
          ...place,
          revision: 0,
          content: {
            summary: 'Puolivuosi meni suunnitelman mukaan, ja työ jatkuu.',
            measures: Object.fromEntries(
              goal.measures.map(({ id }) => [
                id,
                { state, text: 'Mitä on tehty ja miksi, yhdellä rivillä.' },
              ]),
            ),
          },
        }),
      );
      unwrap(await runUseCase(app, viewer, programmes.submitGoalReport, { ...place, revision }));
    }
  }
  const where = { programmeId: programmeId!, period: '2026-2' };
  const say = (what: string, ms: number) =>
    process.stdout.write(`${what.padEnd(44)} ${ms.toFixed(0).padStart(6)} ms\n`);
  const timed = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const value = await act();
    say(what, performance.now() - began);
    return value;
  };
  process.stdout.write(`${goals} goals, ${goals * measuresOfGoal} measures, ${goals * 2} goal reports\n`);
  await timed('the board', open);
  await timed('the report composed', () => runUseCase(app, viewer, programmes.openBoardReport, where));
  await timed('asking for its files', () => runUseCase(app, viewer, programmes.askReportFiles, where));
  let all = 0;
  for (let at = 1; ; at++) {
    const began = performance.now();
    const { made } = unwrap(await runUseCase(app, systemViewer, programmes.makeNextFile, {}));
    if (!made) break;
    all += performance.now() - began;
    say(`file ${at} of 6`, performance.now() - began);
  }
  say('all files of the report', all);
  await app.close();
}
