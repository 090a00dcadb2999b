import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAsSystem, inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type People, settlePeople } from '#test/fixtures/consents.ts';
import { runUseCase } from '#use-case';
import { consents } from './index.ts';

const noticeIds = {
  organisation: '018a4d00-0000-7000-8000-000000000001',
  company: '018a4d00-0000-7000-8000-000000000002',
  event: '018a4d00-0000-7000-8000-000000000003',
};
type Field = 'skills' | 'languages' | 'name';

/** What happens when consents end one under another, and what is said of it to whom. */
describe('consents that end', () => {
  let app: TestApp;
  let people: People;
  let clientId: string;

  beforeAll(async () => {
    app = await openTestApp('embedded');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-20T10:00:00Z');
    await app.database.script(`set session_replication_role = replica;
      delete from consents.disclosure; delete from consents.request; delete from consents.consent;
      delete from outbox.message; delete from audit.entry; delete from clients.task; delete from access.role_assignment;
      delete from events.attendance; delete from events.event; delete from companies.company;
      set session_replication_role = origin`);
    people = await settlePeople(app);
    clientId = people.ids.client;
  });

  const give = async (
    kind: keyof typeof noticeIds,
    id: string,
    fields: Field[],
    { until = '2027-03-01', viewer = people.client }: { until?: string; viewer?: Viewer } = {},
  ) =>
    unwrap(
      await runUseCase(app, viewer, consents.giveConsent, {
        to: { kind, id },
        fields,
        ...(kind === 'event' ? {} : { until }),
        noticeId: noticeIds[kind],
        noticeLanguage: 'fi',
      }),
    ).consentId;
  const withdraw = async (consentId: string) =>
    unwrap(await runUseCase(app, people.client, consents.withdrawConsent, { consentId }));
  const print = async (viewer: Viewer) =>
    unwrap(await runUseCase(app, viewer, consents.printBooklet, { clientId }));
  const held = async (viewer: Viewer) => unwrap(await runUseCase(app, viewer, consents.heldBooklets, {}));
  const mine = async () => unwrap(await runUseCase(app, people.client, consents.myConsents, {}));
  const told = async (kind: string) => {
    const { rows } = await app.database.pool.query<{ payload: { accountId: string; link: string } }>(
      `select payload from outbox.message where payload ->> 'kind' = $1`,
      [kind],
    );
    return rows.map(({ payload }) => payload);
  };

  it('asks back a booklet printed under a second step that falls with its first', async () => {
    const first = await give('organisation', people.ids.business, ['skills']);
    await give('company', people.ids.company, ['skills']);
    const { number } = await print(people.employer);
    expect(await withdraw(first)).toEqual({ withdrawn: 1, booklets: 1 });
    expect(await held(people.employer)).toMatchObject([
      { number, destructionAskedAt: '2026-11-20T10:00:00.000Z' },
    ]);
    expect(await told('destroy-booklet')).toMatchObject([{ accountId: people.employer.accountId }]);
  });

  it('leaves a booklet when what is in it is still shared by a narrower consent, and asks it back when it is not', async () => {
    await give('organisation', people.ids.business, ['skills', 'languages']);
    await give('company', people.ids.company, ['skills']);
    await print(people.employer);
    await give('company', people.ids.company, ['skills', 'languages']);
    expect((await held(people.employer))[0]).not.toHaveProperty('destructionAskedAt', expect.any(String));
    await give('company', people.ids.company, ['languages']);
    expect(await held(people.employer)).toMatchObject([{ destructionAskedAt: '2026-11-20T10:00:00.000Z' }]);
  });

  it('leaves booklets of other consents alone, and pages on a screen', async () => {
    await give('organisation', people.ids.business, ['skills']);
    await print(people.adviser);
    const second = await give('company', people.ids.company, ['skills']);
    await runUseCase(app, people.employer, consents.openShareProfile, { clientId });
    expect(await withdraw(second)).toEqual({ withdrawn: 1, booklets: 0 });
    expect(await held(people.adviser)).toMatchObject([{ destructionAskedAt: undefined }]);
    expect(await told('destroy-booklet')).toEqual([]);
  });

  it('tells the person of a second step whose first has ended by time that it has fallen, and shows nothing by it', async () => {
    await give('organisation', people.ids.business, ['skills'], { until: '2026-12-01' });
    const second = await give('company', people.ids.company, ['skills'], { until: '2027-03-01' });
    const state = async () => {
      const { inForce, past } = await mine();
      return [...inForce, ...past].find(({ id }) => id === second)?.state;
    };
    const open = async () =>
      unwrap(await runUseCase(app, people.client, consents.openConsent, { consentId: second }));
    app.clock.moveTo('2026-12-01T21:59:59.999Z');
    expect(await state()).toBe('in-force');
    expect((await open()).profile.visible).toEqual(['skills']);
    app.clock.moveTo('2026-12-01T22:00:00Z');
    expect(await state()).toBe('fallen');
    expect(await open()).toMatchObject({
      consent: { state: 'fallen', until: '2026-12-01' },
      profile: { open: [], visible: [] },
      actions: { withdraw: false },
    });
  });

  it('ends a consent to an event when the event closes, also when it closes before its time', async () => {
    await give('organisation', people.ids.business, ['skills']);
    await give('event', people.ids.event, ['skills']);
    const sees = async () =>
      (await runUseCase(app, people.employer, consents.openShareProfile, { clientId })).ok;
    expect(await sees()).toBe(true);
    await app.database.pool.query(
      `update events.event set closes_at = '2026-11-20T12:00:00Z' where id = $1`,
      [people.ids.event],
    );
    app.clock.moveTo('2026-11-20T11:59:59.999Z');
    expect(await sees()).toBe(true);
    app.clock.moveTo('2026-11-20T12:00:00Z');
    expect(await sees()).toBe(false);
    expect((await mine()).past).toMatchObject([{ state: 'event-closed', receiver: { kind: 'event' } }]);
    expect(unwrap(await runUseCase(app, people.employer, consents.sharedPeople, {}))).toMatchObject({
      rows: [],
      total: 0,
    });
  });

  it('says until when the receiver sees the person: the last of several openings', async () => {
    await give('organisation', people.ids.business, ['skills']);
    await give('event', people.ids.event, ['skills']);
    const until = async () =>
      unwrap(await runUseCase(app, people.employer, consents.openShareProfile, { clientId })).until;
    expect(await until()).toBe('2026-12-01');
    await give('company', people.ids.company, ['skills'], { until: '2027-01-10' });
    expect(await until()).toBe('2027-01-10');
  });

  it('becomes a duty from fourteen days to twelve before the end, and never a consent to an event', async () => {
    await give('organisation', people.ids.business, ['skills'], { until: '2027-03-01' });
    await give('event', people.ids.laterEvent, ['skills']);
    const noted = async (day: string) => {
      app.clock.moveTo(`${day}T10:00:00Z`);
      const { clientIds } = unwrap(await runUseCase(app, systemViewer, consents.noteEnding, {}));
      await app.database.pool.query(`delete from clients.task where kind = 'consent-ending'`);
      return clientIds.length;
    };
    // It ends at midnight after the first of March: the second is the day of its end.
    const days = ['2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19'];
    expect(await Promise.all([noted(days[0]!)])).toEqual([0]);
    expect([
      await noted(days[1]!),
      await noted(days[2]!),
      await noted(days[3]!),
      await noted(days[4]!),
    ]).toEqual([1, 1, 1, 0]);
    expect([await noted('2026-11-26'), await noted('2026-11-28')]).toEqual([0, 0]);
  });

  it('asks a person without an account by the responsible worker', async () => {
    await give('organisation', people.ids.business, ['skills']);
    const ask = async (companyId: string) =>
      unwrap(await runUseCase(app, people.adviser, consents.askConsent, { clientId, companyId }));
    await ask(people.ids.company);
    expect(await told('consent-asked')).toMatchObject([
      { accountId: people.client.accountId, link: '/my/consents' },
    ]);
    await app.database.script(
      `delete from outbox.message; delete from access.role_assignment where role = 'client'`,
    );
    await ask(people.ids.otherCompany);
    expect(await told('consent-asked')).toMatchObject([
      { accountId: people.expert.accountId, link: `/clients/${clientId}/consents` },
    ]);
  });

  it('stands, when a question is answered with yes, on the first step of the organisation that asked', async () => {
    const first = await give('organisation', people.ids.business, ['skills'], { until: '2026-12-10' });
    await give('organisation', people.ids.otherBusiness, ['skills'], { until: '2027-06-01' });
    const { requestId } = unwrap(
      await runUseCase(app, people.adviser, consents.askConsent, { clientId, companyId: people.ids.company }),
    );
    const choices = {
      fields: ['skills' as const],
      until: '2027-03-01',
      noticeId: noticeIds.company,
      noticeLanguage: 'fi' as const,
    };
    const { consentId } = unwrap(
      await runUseCase(app, people.client, consents.answerRequest, { requestId, answer: 'given', choices }),
    );
    expect((await mine()).inForce.find(({ id }) => id === consentId)).toMatchObject({ underId: first });
    // Given by nobody's asking it stands on the one that lasts longest.
    const own = await give('company', people.ids.otherCompany, ['skills']);
    expect((await mine()).inForce.find(({ id }) => id === own)!.underId).not.toBe(first);
  });

  it('may be asked for again after a no', async () => {
    await give('organisation', people.ids.business, ['skills']);
    const ask = () =>
      runUseCase(app, people.adviser, consents.askConsent, { clientId, companyId: people.ids.company });
    const { requestId } = unwrap(await ask());
    expect((await ask()).ok).toBe(false);
    unwrap(await runUseCase(app, people.client, consents.answerRequest, { requestId, answer: 'refused' }));
    expect((await ask()).ok).toBe(true);
  });

  it('shows a log to the person whose it is and to the data protection officer, who names whose', async () => {
    const reads = async (viewer: Viewer, whose?: string) => {
      const outcome = await runUseCase(app, viewer, consents.whoHasLooked, whose ? { clientId: whose } : {});
      return outcome.ok || outcome.error.details?.reason;
    };
    expect(await reads(people.client)).toBe(true);
    expect(await reads(people.client, clientId)).toBe(true);
    expect(await reads(people.client, people.ids.neighbour)).toBe('no-relation');
    expect(await reads(people.dpo, people.ids.neighbour)).toBe(true);
    expect(await reads(people.dpo)).toBe('no-relation');
  });

  it('shows requests and disclosures to nobody whom they do not concern', async () => {
    await give('organisation', people.ids.business, ['skills']);
    await give('company', people.ids.company, ['skills']);
    await print(people.employer);
    unwrap(
      await runUseCase(app, people.adviser, consents.askConsent, {
        clientId,
        companyId: people.ids.otherCompany,
      }),
    );
    const rows = (viewer: Viewer) =>
      inTransactionAs(app, viewer, 'recruitment', async ({ db }) => ({
        requests: (await db.selectFrom('consents.request').select('id').execute()).length,
        disclosures: (await db.selectFrom('consents.disclosure').select('id').execute()).length,
      }));
    const nothing = { requests: 0, disclosures: 0 };
    expect(await rows(people.client)).toEqual({ requests: 1, disclosures: 1 });
    expect(await rows(people.expert)).toEqual({ requests: 1, disclosures: 1 });
    expect(await rows(people.adviser)).toMatchObject({ requests: 1 });
    expect(await rows(people.employer)).toEqual({ requests: 0, disclosures: 1 });
    for (const viewer of [
      people.otherAdviser,
      people.otherEmployer,
      { ...people.client, clientId: people.ids.neighbour, accountId: newId() },
      { ...people.expert, accountId: newId() },
    ])
      expect(await rows(viewer), viewer.role).toEqual(nothing);
    // The house sees all, and the viewer sees again as much as before.
    await inTransactionAs(app, people.otherAdviser, 'recruitment', async (context) => {
      const count = async ({ db }: typeof context) =>
        (await db.selectFrom('consents.disclosure').select('id').execute()).length;
      expect(await actingAsSystem(context, 'test', count)).toBe(1);
      expect(await count(context)).toBe(0);
    });
  });
});
