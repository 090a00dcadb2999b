import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { kymenlaakso, settleProgramme } from '#test/fixtures/programmes.ts';
import { type AnyUseCase, expectRefused, type Refusing } from '#test/fixtures/refusals.ts';
import { runUseCase } from '#use-case';
import { programmes } from './index.ts';

describe('what programmes refuse', () => {
  let app: TestApp;
  let world: Awaited<ReturnType<typeof settleProgramme>>;
  beforeAll(async () => {
    app = await openTestApp('embedded', '2026-02-02T10:00:00Z');
    world = await settleProgramme(app);
  });
  afterAll(() => app.close());

  const row = (
    name: keyof typeof programmes,
    given: object,
    refusal: string,
    viewer: Viewer = world.viewers.secretary,
  ): Refusing => [
    programmes[name] as unknown as AnyUseCase,
    viewer,
    { programmeId: world.programmeId, ...given },
    refusal,
  ];

  it('programmes that are there already, or belong to nobody', async () => {
    const homeless = { ...world.viewers.secretary, organisationId: undefined };
    const begin = { kind: 'employment-programme', name: 'Uusi ohjelma', validFrom: '2026-01-01' };
    await expectRefused(app, [
      row('beginProgramme', { ...begin, name: kymenlaakso.name }, 'programme-exists'),
      row('beginProgramme', begin, 'no-organisation', homeless),
      row('importProgramme', { draft: { ...kymenlaakso, name: 'Toinen' } }, 'no-organisation', homeless),
    ]);
  });

  it('changes of another’s reading, twice the same name, and what is not there', async () => {
    const { content } = world;
    const [goal] = content.goals;
    const change = (given: object, refusal: string, revision = 0) =>
      row('changeProgramme', { revision, change: given }, refusal);
    const gone = newId();
    await expectRefused(app, [
      change({ kind: 'remove', id: gone }, 'written-meanwhile', 7),
      change({ kind: 'remove', id: gone }, 'part-not-found'),
      change({ kind: 'remove', id: content.coordinators[0]!.id }, 'coordinator-in-use'),
      change({ kind: 'coordinator', coordinator: { name: content.coordinators[0]!.name } }, 'named-already'),
      row('bringIntoForce', { revision: 7, inForceFrom: '2026-03-01', reason: 'x' }, 'written-meanwhile'),
      row('undoChange', { revision: 7 }, 'written-meanwhile'),
      row('linkPart', { partId: gone, kind: 'project', targetId: gone, reason: 'x' }, 'not-found'),
      row('linkPart', { partId: goal!.id, kind: 'project', targetId: gone, reason: 'x' }, 'target-not-found'),
      row('nameWriter', { coordinatorId: gone, accountId: gone, act: 'name' }, 'not-found'),
      row('nameWriter', { coordinatorId: content.coordinators[0]!.id, accountId: gone, act: 'name' }, 'account-not-found'), // biome-ignore format: one line
      row('propose', { goalId: gone, title: 'x', text: 'x' }, 'part-not-found', world.viewers.member),
    ]);
  });

  it('reports before their time, of nobody’s decision, and reminders of what is not there', async () => {
    const period = '2025-2';
    const approve = (given: object, refusal: string) =>
      row('approveReport', { period, seen: '0'.repeat(64), ...given }, refusal);
    await expectRefused(app, [
      approve({ decisionId: newId() }, 'decision-not-found'),
      approve({ period: '1990-1', body: 'Johtoryhmä', decidedOn: '2026-01-01' }, 'not-found'),
      row(
        'submitGoalReport',
        { goalId: world.content.goals[0]!.id, period: '1990-1', revision: 1 },
        'not-found',
      ),
      approve({}, 'body-needed'),
      approve({ body: 'Johtoryhmä' }, 'day-needed'),
      approve({ body: 'Johtoryhmä', decidedOn: '2026-02-03' }, 'day-in-future'),
      approve({ body: 'Johtoryhmä', decidedOn: '2025-06-30' }, 'decided-before-half-year'),
      row('remind', { goalId: newId(), period }, 'not-found'),
      row('decideProposal', { proposalId: newId(), decision: 'decline', reason: 'x' }, 'not-found'),
      row('withdrawProposal', { proposalId: newId() }, 'not-found', world.viewers.member),
    ]);
  });

  it('a version that would begin before the one before it', async () => {
    const reviewed = await settleProgramme(app, { reviewOn: '2099-12-31', name: 'Tarkistettava ohjelma' });
    const { programmeId, content, viewers } = reviewed;
    const { secretary } = viewers;
    const changed = async (title: string) => {
      const { revision } = unwrap(await runUseCase(app, secretary, programmes.openWorking, { programmeId }));
      return unwrap(
        await runUseCase(app, secretary, programmes.changeProgramme, {
          programmeId,
          revision,
          change: { kind: 'measure', goalId: content.goals[0]!.id, measure: { title } },
        }),
      ).revision;
    };
    const begins = { programmeId, reason: 'Koe' };
    unwrap(
      await runUseCase(app, secretary, programmes.bringIntoForce, {
        ...begins,
        revision: await changed('Ensin'),
        inForceFrom: '2026-06-01',
      }),
    );
    const revision = await changed('Sitten');
    await expectRefused(app, [
      row(
        'bringIntoForce',
        { ...begins, revision, inForceFrom: '2026-05-31' },
        'before-last-version',
        secretary,
      ),
    ]);
  });
});
