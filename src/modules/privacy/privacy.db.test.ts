import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type People, settlePeople } from '#test/fixtures/consents.ts';
import { fillOneOfEach, type Tie, tablesOf, viewersBy } from '#test/fixtures/one-of-each.ts';
import { runUseCase } from '#use-case';
import { notOwn, ownTables, technical } from './db/own-tables.ts';
import { privacy } from './index.ts';

describe.each(databaseKinds)('everything that is held of a person, on the %s database', (kind) => {
  let app: TestApp;
  const client = (tie: Tie): Viewer => viewersBy(tie).find(({ role }) => role === 'client')!;
  const self: Viewer = { ...client('the person'), accountId: client('the account').accountId };

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
    await fillOneOfEach(app);
  });
  afterAll(() => app.close());

  /** Every table of which the viewer reads a row by a raw query. */
  async function read(viewer: Viewer): Promise<string[]> {
    const tables = (await tablesOf(app)).filter(({ secured }) => secured);
    return inTransactionAs(app, viewer, 'own-data', async ({ db }) => {
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql.raw(`select from ${name} limit 1`).execute(db);
        if (rows.length > 0) found.push(name);
      }
      return found;
    });
  }

  it('is every table that opens to somebody by being about them, and no other', async () => {
    const strangers = new Set([...(await read(client('nothing'))), ...(await read(publicViewer('fi')))]);
    const byPerson = (await read(client('the person'))).filter((name) => !strangers.has(name));
    const listed = ownTables
      .filter(({ by }) => !['account', 'account_id'].includes(by))
      .map(({ table }) => table);
    expect(byPerson.toSorted()).toEqual([...listed, ...Object.keys(notOwn)].toSorted());
  });

  it('is told whole: each table holds the rows and columns that row-level security shows, but for secrets', async () => {
    const { tables } = unwrap(await runUseCase(app, self, privacy.ownData, {}));
    const held = await inTransactionAs(app, self, 'own-data', async ({ db }) => {
      const all: Record<string, unknown> = {};
      for (const { table } of ownTables) {
        const { rows } = await sql.raw<Record<string, unknown>>(`select * from ${table}`).execute(db);
        for (const row of rows) for (const column of technical[table] ?? []) delete row[column];
        all[table] = rows;
      }
      return all;
    });
    // The reading itself is written to the log after what it told.
    const told = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]));
    for (const { table } of ownTables) {
      if (table !== 'audit.entry') expect(told[table], table).toEqual(held[table]);
      expect(told[table]!.length, table).toBeGreaterThan(0);
    }
  });

  it('names no column that is not there', async () => {
    const { tables } = unwrap(await runUseCase(app, self, privacy.ownData, {}));
    for (const { table, told, rows } of tables)
      expect(
        Object.keys(told).filter((column) => !(column in rows[0]!)),
        table,
      ).toEqual([]);
  });
});

describe.each(databaseKinds)('requests about own data, on the %s database', (kind) => {
  let app: TestApp;
  let people: People;
  let otherExpert: Viewer;

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
    people = await settlePeople(app);
    otherExpert = { ...people.expert, accountId: people.ids.accounts.otherAdviser };
  });
  afterAll(() => app.close());

  const asked = { kind: 'correction', about: 'Työhistoria', wish: 'Olin hitsaajana 2019–2023.' } as const;

  it('are asked by the person, answered within a month by the own adviser or the officer, and by nobody else', async () => {
    const { requestId, dueOn } = unwrap(await runUseCase(app, people.client, privacy.ask, asked));
    expect(dueOn).toBe('2026-12-20');
    for (const viewer of [people.expert, people.dpo]) {
      const { rows } = unwrap(await runUseCase(app, viewer, privacy.requests, {}));
      expect(rows.map(({ id }) => id)).toEqual([requestId]);
    }
    const other = unwrap(await runUseCase(app, otherExpert, privacy.requests, {}));
    expect(other.rows).toEqual([]);
    const shut = await runUseCase(app, otherExpert, privacy.answerRequest, { requestId, answer: 'done' });
    expect(shut).toMatchObject({ ok: false, error: { code: 'not-found' } });

    const bare = await runUseCase(app, people.expert, privacy.answerRequest, {
      requestId,
      answer: 'refused',
    });
    expect(bare).toMatchObject({ ok: false, error: { code: 'reason-missing', field: 'note' } });
    unwrap(
      await runUseCase(app, people.expert, privacy.answerRequest, {
        requestId,
        answer: 'partly',
        note: 'Vuodet ovat nyt oikein.',
      }),
    );
    const again = await runUseCase(app, people.dpo, privacy.answerRequest, { requestId, answer: 'done' });
    expect(again).toMatchObject({ ok: false, error: { code: 'answered-already' } });
    const { requests } = unwrap(await runUseCase(app, people.client, privacy.myRequests, {}));
    expect(requests).toMatchObject([
      { id: requestId, answer: 'partly', answerNote: 'Vuodet ovat nyt oikein.' },
    ]);
  });

  it('are put off once, by two months, before the month has gone', async () => {
    const { requestId } = unwrap(await runUseCase(app, people.client, privacy.ask, asked));
    const why = 'Tiedot ovat kahdessa järjestelmässä.';
    const { dueOn } = unwrap(await runUseCase(app, people.dpo, privacy.lengthenRequest, { requestId, why }));
    expect(dueOn).toBe('2027-02-20');
    const twice = await runUseCase(app, people.dpo, privacy.lengthenRequest, { requestId, why });
    expect(twice).toMatchObject({ ok: false, error: { code: 'lengthened-already' } });

    const late = unwrap(await runUseCase(app, people.client, privacy.ask, asked));
    app.clock.moveTo('2026-12-21T10:00:00Z');
    const missed = await runUseCase(app, people.dpo, privacy.lengthenRequest, {
      requestId: late.requestId,
      why,
    });
    expect(missed).toMatchObject({ ok: false, error: { code: 'too-late-to-lengthen' } });
    const { late: count } = unwrap(await runUseCase(app, people.dpo, privacy.requests, {}));
    expect(count).toBe(1);
    app.clock.moveTo('2026-11-20T10:00:00Z');
  });
});
