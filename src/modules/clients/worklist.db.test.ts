import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase } from '#use-case';
import { clients } from './index.ts';

describe.each(databaseKinds)('the work list on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  const list = async (input: object = {}, viewer = load.maija) =>
    unwrap(await runUseCase(app, viewer, clients.worklist, input));
  const names = async (input: object = {}) => (await list(input)).rows.map((row) => row.familyName);

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-18'); // a Wednesday
    load = await settleCaseload(app, [
      {
        given: 'Aino',
        family: 'Hämäläinen',
        due: '2026-12-14',
        ruleId: 'job-search-meeting@1900-01-01',
        plan: true,
      },
      { given: 'Bo', family: 'Åberg', due: '2026-11-16' },
      { given: 'Cecilia', family: 'Öhman', due: '2026-11-22' },
      { given: 'Daavid', family: 'Zitting' },
      { given: 'Eeva-Liisa', family: 'Äijälä', due: '2026-11-18' },
      { given: 'Vieras', family: 'Toisen', worker: 'olli', due: '2026-11-18' },
    ]);
  });
  afterAll(() => app.close());

  it('shows own clients by the day of the nearest duty, late ones first, people without a duty last', async () => {
    const found = await list();
    expect(found.rows.map((row) => [row.familyName, row.duty?.nearness])).toEqual([
      ['Åberg', 'overdue'],
      ['Äijälä', 'today'],
      ['Öhman', 'this-week'],
      ['Hämäläinen', 'later'],
      ['Zitting', undefined],
    ]);
    expect(found.total).toBe(5);
    expect(found.counts).toEqual({
      all: 5,
      overdue: 1,
      today: 1,
      thisWeek: 2,
      noPlan: 4,
      inPilot: 0,
      noDuty: 1,
      covered: 0,
      received: 0,
    });
  });

  it('says why a person is on the list: the rule, its number and its source', async () => {
    const row = (await list()).rows.find((each) => each.familyName === 'Hämäläinen');
    expect(row?.duty).toMatchObject({
      kind: 'job-search-meeting',
      dueOn: '2026-12-14',
      daysLeft: 26,
      rule: { months: 3 },
    });
    expect(row?.duty?.rule?.source).toContain('HE 108/2025');
  });

  it('orders names as Finnish does: Z before Å, Ä, Ö', async () => {
    expect(await names({ sort: 'name' })).toEqual(['Hämäläinen', 'Zitting', 'Åberg', 'Äijälä', 'Öhman']);
    expect(await names({ sort: '-name' })).toEqual(['Öhman', 'Äijälä', 'Åberg', 'Zitting', 'Hämäläinen']);
  });

  it.each([
    ['häm', ['Hämäläinen']],
    ['HAMALAINEN', ['Hämäläinen']],
    ['hämälainen', ['Hämäläinen']],
    ['Hämäläine aino', ['Hämäläinen']],
    ['hamalinen', ['Hämäläinen']],
    ['liisa', ['Äijälä']],
    ['eeva-liisa äi', ['Äijälä']],
    ['öhmann', ['Öhman']],
    ['toisen', []],
    ["%' or true --", []],
  ])('finds by %s', async (search, expected) => {
    expect(await names({ search })).toEqual(expected);
  });

  it.each([
    [['overdue'], ['Åberg']],
    [['this-week'], ['Äijälä', 'Öhman']],
    [['no-duty'], ['Zitting']],
    [
      ['no-plan', 'this-week'],
      ['Äijälä', 'Öhman'],
    ],
    [['in-pilot'], []],
  ])('narrows to %s', async (filters, expected) => {
    expect(await names({ filters: { only: filters } })).toEqual(expected);
  });

  it.each(['due', '-due', 'name', '-name', 'search-start', '-search-start'])(
    'pages by cursor in the order %s without loss or repeat',
    async (sort) => {
      const whole = (await list({ sort })).rows.map((row) => row.clientId);
      const paged: string[] = [];
      let after: string | undefined;
      do {
        const page = await list({ sort, limit: 2, after });
        expect(page.total).toBe(5);
        paged.push(...page.rows.map((row) => row.clientId));
        after = page.next;
      } while (after);
      expect(paged).toEqual(whole);
    },
  );

  it('refuses a cursor of another order', async () => {
    const { next } = await list({ limit: 2 });
    expect(await runUseCase(app, load.maija, clients.worklist, { after: next, sort: 'name' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-cursor' },
    });
  });

  it('is an adviser’s: another adviser sees only own, other roles nothing', async () => {
    expect((await list({}, load.olli)).rows.map((row) => row.familyName)).toEqual(['Toisen']);
    for (const viewer of [load.business, load.employer, load.person]) {
      expect(await runUseCase(app, viewer, clients.worklist, {})).toMatchObject({
        ok: false,
        error: { code: 'not-permitted', details: { reason: 'role-may-not' } },
      });
    }
  });

  it('writes one entry with everybody shown', async () => {
    const shown = (await list({ limit: 2 })).rows.map((row) => row.clientId);
    const [entry] = await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db.selectFrom('audit.entry').selectAll().orderBy('id', 'desc').limit(1).execute(),
    );
    expect(entry).toMatchObject({
      action: 'clients.worklist',
      outcome: 'permitted',
      account_id: load.maija.accountId,
    });
    expect([...entry!.subjects].sort()).toEqual(shown.sort());
  });
});
