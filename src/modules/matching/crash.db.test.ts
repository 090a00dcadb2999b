import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withHandle } from '#access';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestHouse, type TestHouse } from '#test/fixtures/house.ts';
import { settleWelders, type Welders } from '#test/fixtures/welders.ts';
import { runUseCase } from '#use-case';
import { followMatching } from './following.ts';
import { matching } from './index.ts';
import { matcherFor } from './matcher.ts';
import { keeperOf } from './memory.ts';

const quiet = { warn: () => {}, error: () => {} };

describe.each(databaseKinds)('an engine whose thread ends, on the %s database', (kind) => {
  let house: TestHouse;
  let made: Welders;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    made = await settleWelders(house);
  });
  beforeEach(() => keeperOf(house.database).rest());
  afterAll(() => house.close());

  const list = () => runUseCase(house, made.load.business, matching.bestForVacancy, { vacancyId: made.job });
  const kill = async () => {
    await keeperOf(house.database).memory?.thread.worker.terminate();
  };
  const until = async (state: string) => {
    for (let i = 0; keeperOf(house.database).state.state !== state; i += 1) {
      if (i > 500) throw new Error(`It did not become ${state}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('is made anew from the database for the questions that were under way', async () => {
    expect(unwrap(await list()).people).toHaveLength(6);
    await made.withdraw(made.consentIds[0]!);
    const asked = Array.from({ length: 12 }, list);
    await new Promise((resolve) => setTimeout(resolve, 15));
    await kill();
    for (const answer of await Promise.all(asked)) {
      expect(unwrap(answer).people.map(({ clientId }) => clientId)).toEqual(
        made.load.clientIds.slice(1, 6).sort(),
      );
    }
    const { state, deaths, people, needs, memoryBytes } = keeperOf(house.database).state;
    expect({ state, deaths, people, needs }).toEqual({ state: 'ready', deaths: 1, people: 8, needs: 1 });
    expect(memoryBytes).toBeGreaterThan(1_000_000);
  });

  it('is asked once more when it ends exactly under a question', async () => {
    await withHandle(house, systemViewer, 'upkeep', async (handle) => {
      const matcher = await matcherFor(handle);
      await kill();
      const best = await matcher.bestForVacancy(made.job, { limit: 20, among: { kind: 'everybody' } });
      expect(best).toHaveLength(8);
    });
  });

  it('waits longer each time when it ends again and again, says so, and comes back by itself', async () => {
    const following = followMatching(house, quiet);
    unwrap(await list());
    await kill();
    await until('ready');
    await kill();
    await until('waiting');
    expect(await list()).toEqual({ ok: false, error: { code: 'not-now' } });
    await until('ready');
    expect(unwrap(await list()).people).toHaveLength(5);
    await following.stop();
    expect(keeperOf(house.database).state).toMatchObject({ state: 'not-started', people: 0 });
    expect(unwrap(await list()).people).toHaveLength(5);
  });

  it('keeps nothing that was read inside a transaction which was rolled back', async () => {
    await withHandle(house, systemViewer, 'upkeep', async (handle) => {
      await handle.db
        .deleteFrom('skills.occupation')
        .where('client_id', '=', made.load.clientIds[1]!)
        .execute();
      await matcherFor(handle);
      throw new Error('changed my mind');
    }).catch(() => {});
    expect(unwrap(await list()).people.map(({ match }) => match.standing)).toEqual(Array(5).fill('fits'));
  });
});
