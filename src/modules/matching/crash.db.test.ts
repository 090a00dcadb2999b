import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { settleWelders, type Welders } from '#test/fixtures/welders.ts';
import { runUseCase } from '#use-case';
import { followMatching } from './following.ts';
import { matching } from './index.ts';
import { matcherFor } from './matcher.ts';
import { keeperOf } from './memory.ts';

const quiet = { warn: () => {}, error: () => {} };

describe.each(databaseKinds)('an engine whose thread ends, on the %s database', (kind) => {
  let app: TestApp;
  let made: Welders;
  beforeAll(async () => {
    app = await openTestApp(kind);
    made = await settleWelders(app);
  });
  beforeEach(() => keeperOf(app.database).rest());
  afterAll(() => app.close());

  const list = () => runUseCase(app, made.load.business, matching.bestForVacancy, { vacancyId: made.job });
  const kill = async () => {
    await keeperOf(app.database).memory?.thread.worker.terminate();
  };
  const becomes = (state: string) => expect.poll(() => keeperOf(app.database).state.state).toBe(state);

  it('is made anew from the database for the questions that were under way', async () => {
    expect(unwrap(await list()).people).toHaveLength(6);
    await made.withdraw(made.consentIds[0]!);
    const asked = Array.from({ length: 12 }, list);
    await Promise.race(asked);
    await kill();
    for (const answer of await Promise.all(asked)) {
      expect(unwrap(answer).people.map(({ clientId }) => clientId)).toEqual(
        made.load.clientIds.slice(1, 6).sort(),
      );
    }
    const { state, deaths, people, needs, memoryBytes } = keeperOf(app.database).state;
    expect({ state, deaths, people, needs }).toEqual({ state: 'ready', deaths: 1, people: 8, needs: 1 });
    expect(memoryBytes).toBeGreaterThan(1_000_000);
  });

  it('is asked once more when it ends exactly under a question', async () => {
    await inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
      const matcher = await matcherFor(context);
      await kill();
      const best = await matcher.bestForVacancy(made.job, { limit: 20, among: { kind: 'everybody' } });
      expect(best).toHaveLength(8);
    });
  });

  it('waits longer each time when it ends again and again, says so, and comes back by itself', async () => {
    const following = followMatching(app, quiet);
    unwrap(await list());
    await kill();
    await becomes('ready');
    // The wait doubles each time: on a busy machine a later one is caught.
    let answer = await list();
    while (answer.ok) {
      await kill();
      expect(keeperOf(app.database).state.state).toMatch(/rebuilding|waiting/);
      answer = await list();
    }
    expect(answer).toEqual({ ok: false, error: { code: 'not-now' } });
    await becomes('ready');
    expect(unwrap(await list()).people).toHaveLength(5);
    await following.stop();
    expect(keeperOf(app.database).state).toMatchObject({ state: 'not-started', people: 0 });
    expect(unwrap(await list()).people).toHaveLength(5);
  });

  it('keeps nothing that was read inside a transaction which was rolled back', async () => {
    await inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
      await context.db
        .deleteFrom('skills.occupation')
        .where('client_id', '=', made.load.clientIds[1]!)
        .execute();
      await matcherFor(context);
      throw new Error('changed my mind');
    }).catch(() => {});
    expect(unwrap(await list()).people.map(({ match }) => match.standing)).toEqual(Array(5).fill('fits'));
  });
});
