import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs, type ViewerContext } from '#access';
import { actionsInLog, countOfficials, denialsFrom, entriesAbout, logPage, matchesAbout } from '#audit';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';

const [person, neighbour, self, maija, olli, office] = [newId(), newId(), newId(), newId(), newId(), newId()];
const dpo: Viewer = { accountId: newId(), name: '', role: 'dpo', language: 'fi' };

type Written = {
  readonly at: string;
  readonly account?: string | null;
  readonly role?: string;
  readonly action?: string;
  readonly subjects?: readonly string[];
  readonly outcome?: string;
  readonly details?: object;
};

/** Entries at the edges of what is asked, by their names. The 20th in Finland is from 22.00 to 22.00 UTC. */
const written = {
  'the last instant of the 19th': { at: '2026-11-19T21:59:59.999Z', outcome: 'denied' },
  'the first instant of the 20th': { at: '2026-11-19T22:00:00.000Z', outcome: 'denied' },
  'the last instant of the 20th': { at: '2026-11-20T21:59:59.999Z', details: { fields: ['skills'] } },
  'the first instant of the 21st': { at: '2026-11-20T22:00:00.000Z', account: olli, outcome: 'denied' },
  'the house': {
    at: '2026-11-22T08:00:00Z',
    account: null,
    role: 'system',
    action: 'matching.best-for-person',
  },
  'the person': { at: '2026-11-22T08:01:00Z', account: self, role: 'client', action: 'matching.explain' },
  'a refusal': { at: '2026-11-22T08:02:00Z', outcome: 'refused' },
  'of another': { at: '2026-11-22T08:03:00Z', subjects: [neighbour] },
  'of two': {
    at: '2026-11-22T08:03:00Z',
    subjects: [neighbour, person],
    action: 'matching.best-for-vacancy',
  },
  'a match that was denied': { at: '2026-11-22T08:04:00Z', action: 'matching.explain', outcome: 'denied' },
} satisfies Record<string, Written>;
type Name = keyof typeof written;

describe.each(databaseKinds)('what is read of the log in the %s database', (kind) => {
  let app: TestApp;
  const names = new Map<string, Name>();

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-23T10:00:00Z');
    for (const [name, entry] of Object.entries(written) as [Name, Written][]) {
      const id = newId();
      names.set(id, name);
      const { account = maija, role = 'expert', action = 'clients.open-client', subjects = [person] } = entry;
      await app.database.pool.query(
        `insert into audit.entry (id, at, account_id, role, organisation_id, action, purpose, subjects, outcome, details)
         values ($1, $2, $3, $4, $5, $6, 'employment-service', $7, $8, $9)`,
        [
          id,
          entry.at,
          account,
          role,
          office,
          action,
          subjects,
          entry.outcome ?? 'permitted',
          entry.details ?? {},
        ],
      );
    }
  });
  afterAll(() => app.close());

  const read = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, dpo, 'supervision', run);
  const named = (entries: readonly { id: string }[]) => entries.map(({ id }) => names.get(id));
  const all = Object.keys(written).toReversed() as Name[];
  const page = async (more: object = {}) =>
    unwrap(await read((context) => logPage(context, { search: '', filters: {}, limit: 100, ...more })));

  it('shows a day of Finland from its first instant to its last', async () => {
    const on = async (...day: string[]) => named((await page({ filters: { day } })).rows).sort();
    expect(await on('2026-11-20')).toEqual(['the first instant of the 20th', 'the last instant of the 20th']);
    expect(await on('2026-11-19', '2026-11-21')).toEqual([
      'the first instant of the 21st',
      'the last instant of the 19th',
    ]);
  });

  it('is narrowed by person, outcome, an act or a whole room, and by all of them at once', async () => {
    const by = async (filters: object) => named((await page({ filters })).rows).sort();
    expect(await by({ person: [neighbour] })).toEqual(['of another', 'of two']);
    expect(await by({ outcome: ['refused'] })).toEqual(['a refusal']);
    expect(await by({ action: ['matching.explain'] })).toEqual(['a match that was denied', 'the person']);
    expect(await by({ action: ['matching'] })).toHaveLength(4);
    expect(await by({ action: ['clients', 'matching.explain'] })).toHaveLength(8);
    expect(await by({ action: ['match'] })).toEqual([]);
    expect(await by({ action: ['matching'], person: [neighbour] })).toEqual(['of two']);
  });

  it('is turned page by page, each entry once, the newest first, also those of one instant', async () => {
    const shown: (Name | undefined)[] = [];
    let after: string | undefined;
    do {
      const { rows, next, total } = await page({ limit: 3, after });
      expect(total).toBe(all.length);
      shown.push(...named(rows));
      after = next;
    } while (after !== undefined);
    expect(shown).toHaveLength(all.length);
    expect(new Set(shown)).toEqual(new Set(all));
    const instants = shown.map((name) => written[name!].at);
    expect(instants).toEqual(instants.toSorted().toReversed());
  });

  it('tells a person what was done and tried, the house too, no refusal and nothing of another', async () => {
    const about = (filter = {}) => read((context) => entriesAbout(context, person, filter));
    const own = all.filter((name) => name !== 'a refusal' && name !== 'of another');
    expect(named(await about()).sort()).toEqual(own.toSorted());
    expect(named(await about({ notBy: self })).sort()).toEqual(
      own.filter((name) => name !== 'the person').sort(),
    );
    const [id] = [...names].find(([, name]) => name === 'the last instant of the 20th')!;
    expect(await about({ id })).toMatchObject([
      { at: '2026-11-20T21:59:59.999Z', accountId: maija, organisationId: office, fields: ['skills'] },
    ]);
    expect((await about({ id }))[0]).toMatchObject({ companyId: undefined, reason: undefined });
  });

  it('counts officials who looked since an instant, not those who were denied, the person or the house', async () => {
    const since = (at: string) => read((context) => countOfficials(context, person, new Date(at)));
    expect(await since('2026-11-01')).toBe(1);
    expect(await since('2026-11-20T21:59:59.999Z')).toBe(1);
    expect(await since('2026-11-22T08:03:00Z')).toBe(1);
    expect(await since('2026-11-22T08:03:00.001Z')).toBe(0);
  });

  it('tells of matches by others that were permitted', async () => {
    expect(await read((context) => matchesAbout(context, person))).toEqual([
      { at: '2026-11-22T08:03:00.000Z', organisationId: office, companyId: null },
    ]);
  });

  it('counts what was denied day by day from a day on', async () => {
    const from = async (day: string) => [...(await read((context) => denialsFrom(context, day)))].sort();
    expect(await from('2026-11-20')).toEqual([
      ['2026-11-20', 1],
      ['2026-11-21', 1],
      ['2026-11-22', 1],
    ]);
    expect(await from('2026-11-23')).toEqual([]);
  });

  it('knows the kinds of acts that it holds', async () => {
    expect(await read(actionsInLog)).toEqual([
      'clients.open-client',
      'matching.best-for-person',
      'matching.best-for-vacancy',
      'matching.explain',
    ]);
  });
});
