import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { openTestPilot } from '#test/fixtures/pilots.ts';
import { runUseCase } from '#use-case';
import { pilots, startingWeights } from './index.ts';

const names = ['Aino', 'Onni', 'Elsa', 'Toivo', 'Siiri', 'Eino'];

describe.each(databaseKinds)('pilots on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let pilot: Awaited<ReturnType<typeof openTestPilot>>;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-20T10:00:00Z');
    load = await settleCaseload(
      app,
      names.map((given, at) => ({
        given,
        family: 'Esimerkki',
        worker: at < 3 ? ('maija' as const) : ('olli' as const),
        // The longer the search the more points; Eino searches no more and is not weighed.
        ...(given === 'Eino' ? {} : { searchStartedOn: `2026-0${at + 1}-01` }),
      })),
    );
    pilot = await openTestPilot(app, load);
  });

  const propose = (size: number, viewer: Viewer = pilot.project, weights: object = startingWeights) =>
    runUseCase(app, viewer, pilots.proposeGroup, {
      pilotId: pilot.pilotId,
      weights,
      size,
      seed: 7,
    } as never);
  const open = (viewer: Viewer, more: object = {}) =>
    runUseCase(app, viewer, pilots.openPicking, { pilotId: pilot.pilotId, ...more });
  const shown = (show: 'chosen' | 'others') => ({ filters: { show: [show] } });
  const invite = async (size: number) => {
    const { pickingId } = unwrap(await propose(size));
    return unwrap(await runUseCase(app, pilot.project, pilots.inviteGroup, { pickingId })).invited;
  };
  const respond = (answer: 'join' | 'decline' | 'leave', viewer: Viewer = load.person) =>
    runUseCase(app, viewer, pilots.answerInvitation, { pilotId: pilot.pilotId, answer });
  const codeOf = async (outcome: Promise<{ ok: boolean; error?: unknown }>) => {
    const { error } = (await outcome) as { error?: { code: string; details?: { reason?: string } } };
    return error && (error.details?.reason ?? error.code);
  };
  const tasks = () =>
    inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db.selectFrom('clients.task').selectAll().where('kind', '=', 'skills-mapping').execute(),
    );

  it('picks by the weights; who steers sees points and reasons, never a name or an id', async () => {
    unwrap(await propose(3));
    const { rows: picks, counts, actions } = unwrap(await open(pilot.project, shown('chosen')));
    expect(counts).toEqual({ chosen: 3, beyond: 2, barred: 0, waiting: 3 });
    expect(picks.map(({ rank, chosen }) => [rank, chosen])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
    expect(picks[0]!.reasons).toContainEqual({ criterion: 'long-search', degree: 42, points: 84 });
    expect(actions).toEqual({ invite: true, pick: true, named: false });
    const whole = JSON.stringify(unwrap(await open(pilot.project)));
    for (const secret of [...names, 'Esimerkki', ...load.clientIds]) expect(whole).not.toContain(secret);
    const left = unwrap(await open(pilot.project, shown('others')));
    expect(left.rows.map(({ rank }) => rank)).toEqual([4, 5]);
  });

  it('the own adviser sees own clients by name and nobody else', async () => {
    unwrap(await propose(5));
    const seen = async (viewer: Viewer) => unwrap(await open(viewer)).rows.map(({ name }) => name);
    expect(await seen(load.maija)).toEqual(['Aino Esimerkki', 'Onni Esimerkki', 'Elsa Esimerkki']);
    expect(await seen(load.olli)).toEqual(['Toivo Esimerkki', 'Siiri Esimerkki']);
    expect(unwrap(await open(load.maija)).actions).toEqual({ invite: false, pick: false, named: true });
  });

  it('is a list: searched by the names of own clients alone, ordered, and paged without a row lost', async () => {
    unwrap(await propose(3));
    const found = unwrap(await open(load.maija, { search: 'onni' }));
    expect(found.rows.map(({ name }) => name)).toEqual(['Onni Esimerkki']);
    expect(found.rows[0]!.birthYear).toBeGreaterThan(1900);
    expect(unwrap(await open(pilot.project, { search: 'onni' })).total).toBe(0);
    expect(unwrap(await open(load.maija, { search: 'toivo' })).total).toBe(0);
    const first = unwrap(await open(pilot.project, { limit: 2, sort: '-place' }));
    expect([first.total, first.rows.map(({ rank }) => rank)]).toEqual([5, [5, 4]]);
    const next = unwrap(await open(pilot.project, { limit: 2, sort: '-place', after: first.next }));
    expect([next.first, next.rows.map(({ rank }) => rank)]).toEqual([3, [3, 2]]);
  });

  it('is steered by those who steer, with some weight, and the same seed gives the same group', async () => {
    expect(await codeOf(propose(3, load.maija))).toBe('role-may-not');
    expect(await codeOf(open(load.business))).toBe('role-may-not');
    expect(await codeOf(open(pilot.project))).toBe('not-found');
    const nothing = Object.fromEntries(Object.keys(startingWeights).map((criterion) => [criterion, 0]));
    expect(await codeOf(propose(3, pilot.project, nothing))).toBe('nothing-weighed');
    expect(await codeOf(propose(3, pilot.project, { ...startingWeights, young: 11 }))).toBe('invalid-input');
    const group = async () => {
      const { pickingId } = unwrap(await propose(3));
      return inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        db
          .selectFrom('pilots.pick')
          .select(['client_id', 'rank'])
          .where('picking_id', '=', pickingId)
          .orderBy('rank')
          .execute(),
      );
    };
    expect(await group()).toEqual(await group());
  });

  it('invites those chosen, each once; those invited are not weighed into the next group', async () => {
    expect((await invite(2)).sort()).toEqual(load.clientIds.slice(0, 2).sort());
    app.clock.moveTo('2026-11-20T11:00:00Z');
    expect((await invite(2)).sort()).toEqual(load.clientIds.slice(2, 4).sort());
    const { counts, rows: picks } = unwrap(await open(pilot.project, shown('others')));
    expect(counts.barred).toBe(2);
    expect(picks.filter(({ bar }) => bar === 'in-pilot')).toHaveLength(2);
  });

  it('joining opens the mapping as a duty of the adviser, once', async () => {
    await invite(1);
    const mine = async () => unwrap(await runUseCase(app, load.person, pilots.myInvitations, {})).invitations;
    expect((await mine())[0]!.actions).toEqual({ join: true, decline: true, leave: false });
    expect(await codeOf(respond('leave'))).toBe('answered-already');
    unwrap(await respond('join'));
    expect(await tasks()).toMatchObject([
      { client_id: load.clientIds[0], due_on: '2026-12-04', details: { why: 'pilot' } },
    ]);
    expect(await codeOf(respond('join'))).toBe('answered-already');
    expect(await codeOf(respond('decline'))).toBe('answered-already');
    expect((await mine())[0]).toMatchObject({
      joinedOn: '2026-11-20',
      actions: { join: false, leave: true },
    });
    unwrap(await respond('leave'));
    expect(await codeOf(respond('leave'))).toBe('answered-already');
    expect(await codeOf(respond('join'))).toBe('answered-already');
    expect(await mine()).toMatchObject([{ leftOn: '2026-11-20', actions: { join: false, leave: false } }]);
  });

  it('declining changes nothing else, and one may think again', async () => {
    await invite(1);
    const everything = () =>
      inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => ({
        tasks: await db.selectFrom('clients.task').selectAll().execute(),
        cases: await db.selectFrom('clients.client_case').selectAll().execute(),
        clients: await db.selectFrom('clients.client').selectAll().execute(),
        responsible: await db.selectFrom('clients.responsibility').selectAll().execute(),
        messages: await db.selectFrom('outbox.message').selectAll().execute(),
      }));
    const before = await everything();
    unwrap(await respond('decline'));
    expect(await everything()).toEqual(before);
    expect(await codeOf(respond('decline'))).toBe('answered-already');
    unwrap(await respond('join'));
    expect(await tasks()).toHaveLength(1);
  });

  it('an invitation is the person’s own to answer', async () => {
    await invite(1);
    expect(await codeOf(respond('join', load.maija))).toBe('role-may-not');
    expect(await codeOf(respond('join', { ...load.person, clientId: load.clientIds[4]! }))).toBe(
      'answered-already',
    );
  });
});
