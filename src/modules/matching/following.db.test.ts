import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#access';
import { type Database, openDatabase } from '#db/open.ts';
import { unwrap } from '#kernel/result.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { settleWelders, type Welders } from '#test/fixtures/welders.ts';
import { runUseCase } from '#use-case';
import { vacancies } from '#vacancies';
import { type Following, followMatching } from './following.ts';
import { keeperOf } from './memory.ts';

const quiet = { warn: () => {}, error: () => {} };

describe.skipIf(!databaseKinds.includes('server'))(
  'two processes over one database (needs TEST_DATABASE_URL)',
  () => {
    let here: TestApp;
    let made: Welders;
    let address: string;
    let there: App & { database: Database };
    let following: Following;

    beforeAll(async () => {
      here = await openTestApp('server');
      made = await settleWelders(here);
      const { rows } = await here.database.pool.query<{ name: string }>('select current_database() as name');
      address = Object.assign(new URL(process.env.TEST_DATABASE_URL!), {
        pathname: `/${rows[0]!.name}`,
      }).href;
      there = { database: await openDatabase({ url: address }), clock: here.clock };
      following = followMatching(there, quiet);
    });
    afterAll(async () => {
      await following?.stop();
      await there?.database.close();
      await here?.close();
    });

    /** Whom the other process's engine would list, without looking at the database. */
    const listedThere = async () => {
      const { thread } = keeperOf(there.database).memory!;
      const asked = { vacancyId: made.job, limit: 20, among: { kind: 'everybody' as const } };
      const moment = { at: here.clock.now().getTime(), today: here.clock.today() };
      return (await thread.ask('bestForVacancy', asked, moment)) ?? [];
    };

    it('follow each other without any question', async () => {
      await expect.poll(() => keeperOf(there.database).state.state).toBe('ready');
      expect(await listedThere()).toHaveLength(8);
      await made.moveTo(made.load.clientIds[3]!, '564');
      await expect.poll(listedThere).toHaveLength(7);
      await made.moveTo(made.load.clientIds[3]!, '491');
      await expect.poll(listedThere).toHaveLength(8);
      unwrap(
        await runUseCase(here, made.load.business, vacancies.moveVacancy, {
          vacancyId: made.job,
          to: 'filled',
        }),
      );
      await expect.poll(listedThere).toHaveLength(0);
      unwrap(
        await runUseCase(here, made.load.business, vacancies.moveVacancy, {
          vacancyId: made.job,
          to: 'confirmed',
        }),
      );
    });

    it('look again when the connection was lost', async () => {
      await expect.poll(listedThere).toHaveLength(8);
      const { rowCount } = await here.database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
      );
      expect(rowCount).toBe(1);
      await made.moveTo(made.load.clientIds[4]!, '564');
      await expect.poll(listedThere).toHaveLength(7);
      await made.moveTo(made.load.clientIds[4]!, '491');
      await expect.poll(listedThere).toHaveLength(8);
    });

    it('are told of a change in a process of its own', async () => {
      const script = new URL('../../../test/fixtures/follower.ts', import.meta.url).pathname;
      const child = spawn(process.execPath, [script, address], { stdio: ['ignore', 'pipe', 'inherit'] });
      try {
        const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
        const said = async () =>
          JSON.parse(String((await lines.next()).value)) as Record<string, string | number>;
        let state = await said();
        while (state.state !== 'ready') state = await said();
        expect(state).toMatchObject({ people: 8, needs: 1 });
        const before = state.changeReadAt;
        await made.moveTo(made.load.clientIds[5]!, '564');
        while (state.changeReadAt === before) state = await said();
      } finally {
        child.kill('SIGKILL');
      }
    });
  },
);
