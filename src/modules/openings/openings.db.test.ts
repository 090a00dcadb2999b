import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs, type ViewerContext } from '#access';
import { clients } from '#clients';
import { consents } from '#consents';
import { introductions } from '#introductions';
import { makeTemporaryIdentityCode } from '#kernel/identity-code.ts';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { type Role, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { skills } from '#skills';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase, type UseCase } from '#use-case';
import { openings } from './index.ts';

const refused = (code: string) => ({ ok: false, error: { code } });
const denied = (reason: string) => ({ ok: false, error: { code: 'not-permitted', details: { reason } } });
const reason = { cause: 'worker-away', words: 'Asiakas odottaa neuvonnassa', hours: '2' };

describe.each(databaseKinds)('files opened with a reason, on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let [manager, officer] = [{}, {}] as [Viewer, Viewer];
  let [aino, bo, paula] = ['', '', ''];
  const asSystem = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  // biome-ignore lint/suspicious/noExplicitAny: runs use cases of every input
  const run = (viewer: Viewer, useCase: UseCase<any, any, any>, input: object) =>
    runUseCase(app, viewer, useCase, input);
  // biome-ignore lint/suspicious/noExplicitAny: outputs of every use case
  const done = async (viewer: Viewer, useCase: UseCase<any, any, any>, input: object): Promise<any> =>
    unwrap(await run(viewer, useCase, input));
  const open = (viewer: Viewer, clientId: string, more: object = {}) =>
    run(viewer, openings.openFile, { clientId, ...reason, ...more });
  const opened = async (viewer: Viewer, clientId: string, more: object = {}): Promise<string> =>
    (unwrap(await open(viewer, clientId, more)) as { openingId: string }).openingId;
  const sees = (viewer: Viewer, clientId: string) => run(viewer, clients.openClient, { clientId });
  const told = () =>
    asSystem(async ({ db }) =>
      (await db.selectFrom('outbox.message').select('payload').orderBy('id').execute()).map(
        ({ payload }) => payload as { accountId: string; kind: string; params: object },
      ),
    );
  const kindsTo = async (viewer: Viewer) =>
    (await told()).filter(({ accountId }) => accountId === viewer.accountId).map((notice) => notice.kind);
  const rowsOf = (viewer: Viewer, table: 'clients.name' | 'clients.task' | 'clients.note') =>
    inTransactionAs(app, viewer, 'supervision', async ({ db }) =>
      (await db.selectFrom(table).select('client_id').execute()).map((row) => row.client_id).sort(),
    );

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-18T10:00:00Z');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-18T10:00:00Z');
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Esimerkki', due: '2026-11-20' },
      { given: 'Bo', family: 'Åberg' },
      { given: 'Paula', family: 'Piilossa', nonDisclosure: true },
    ]);
    [aino, bo, paula] = load.clientIds as [string, string, string];
    const user = async (role: Role, name: string) => {
      const accountId = newId();
      await asSystem(async ({ db }) => {
        await db.insertInto('access.account').values({ id: accountId, subject: accountId, name }).execute();
        await db
          .insertInto('access.role_assignment')
          .values({ id: newId(), account_id: accountId, role, organisation_id: load.offices.employment, valid_from: '2026-01-01' })
          .execute(); // biome-ignore format: one line
      });
      return { ...load.maija, accountId, role, name };
    };
    manager = await user('area-manager', 'Päivi Päällikkö');
    officer = await user('dpo', 'Eeva Suojanen');
  });

  it('open who and whose turn to an adviser at once, and close at the last instant', async () => {
    expect(await sees(load.olli, aino)).toMatchObject(denied('no-relation'));
    await opened(load.olli, aino);
    const shown = unwrap(await sees(load.olli, aino)) as Record<string, unknown>;
    expect(shown).toMatchObject({
      name: { full: 'Aino Esimerkki' },
      contact: { state: 'shown', phone: '040 000 0000' },
      duties: [{ kind: 'job-search-meeting' }],
      notes: [],
      shows: { duties: true, outcomes: true, notes: false, whole: false },
      actions: { note: false, addTask: false, completeTask: false, changeContact: false, handOver: false, closeCase: false, invite: false, recordOutcome: false, skills: false, consents: false },
    }); // biome-ignore format: one line
    expect(await done(load.olli, clients.identify, { clientId: aino })).toMatchObject({
      opening: { kind: 'emergency' },
      sides: { skills: false, consents: false, jobs: false, introductions: false, notes: false },
    });
    expect(await rowsOf(load.olli, 'clients.name')).toEqual([aino]);
    expect(await rowsOf(load.olli, 'clients.task')).toEqual([aino]);
    expect(await rowsOf(load.olli, 'clients.note')).toEqual([]);
    expect((await done(load.olli, clients.worklist, {})).total).toBe(0);
    app.clock.moveTo('2026-11-18T11:59:59Z');
    expect((await sees(load.olli, aino)).ok).toBe(true);
    app.clock.moveTo('2026-11-18T12:00:00Z');
    expect(await sees(load.olli, aino)).toMatchObject(denied('no-relation'));
    expect(await rowsOf(load.olli, 'clients.name')).toEqual([]);
  });

  it('keep everything else closed, consents too, and write nothing', async () => {
    await opened(load.olli, aino);
    for (const [useCase, input] of [
      [clients.notes, {}],
      [clients.noteCase, { text: 'x' }],
      [clients.changeContact, { phone: '040 111 1111' }],
      [clients.addTask, { kind: 'other', what: 'x', dueOn: '2026-11-25' }],
      [consents.myConsents, {}],
      [skills.openMapping, {}],
      [introductions.ofClient, {}],
    ] as const)
      expect(await run(load.olli, useCase, { clientId: aino, ...input }), useCase.name).toMatchObject(
        denied('no-relation'),
      );
  });

  it('open only who to whoever leads the teams; a role of the same account that did not open it sees nothing', async () => {
    await opened(manager, aino, { cause: 'complaint' });
    expect(unwrap(await sees(manager, aino))).toMatchObject({
      name: { full: 'Aino Esimerkki' },
      duties: [],
      shows: { duties: false, outcomes: false, notes: false },
    });
    expect(await rowsOf(manager, 'clients.task')).toEqual([]);
    expect(await sees({ ...manager, role: 'expert' }, aino)).toMatchObject(denied('no-relation'));
    expect(await rowsOf({ ...manager, role: 'expert' }, 'clients.name')).toEqual([]);
  });

  it('are told at once, in the same transaction, to the person, the officer and the own worker, and to nobody else', async () => {
    const openingId = await opened(load.olli, aino);
    expect((await told()).map(({ accountId, kind: what }) => [accountId, what]).sort()).toEqual(
      [
        [load.person.accountId, 'own-file-opened-emergency'],
        [officer.accountId, 'file-opened-emergency'],
        [load.maija.accountId, 'client-file-opened-emergency'],
      ].sort(),
    );
    const mine = (await told()).find(({ accountId }) => accountId === load.person.accountId);
    expect(JSON.stringify(mine)).not.toContain('Olli');
    const log = await done(load.person, consents.whoHasLooked, {});
    expect(log.rows.find((row: { action: string }) => row.action === 'openings.open-file')).toMatchObject({
      role: 'expert',
      stated: { cause: 'worker-away', words: reason.words },
    });
    const [row] = (await done(load.maija, openings.exceptions, {})).rows;
    expect(row).toMatchObject({ id: openingId, worker: 'Olli Ohjaaja', person: 'Aino Esimerkki', reason: reason.words });
    await opened(manager, aino, { cause: 'complaint' });
    expect(await kindsTo(load.maija)).toEqual(['client-file-opened-emergency', 'client-file-opened-supervision']);
    // What is refused tells nobody.
    const before = (await told()).length;
    expect(await open(load.olli, aino)).toMatchObject(refused('open-to-you-already'));
    expect((await told()).length).toBe(before);
  }); // biome-ignore format: long lines of expectations

  it('open no own or relative’s file and nobody who is protected, whenever that came about', async () => {
    const related = (account: string) =>
      asSystem(({ db }) =>
        db
          .insertInto('access.conflict')
          .values({ account_id: account, client_id: bo, kind: 'relative', declared_on: '2026-11-01' })
          .execute(),
      );
    await opened(load.olli, bo);
    await related(load.olli.accountId!);
    expect(await sees(load.olli, bo)).toMatchObject(denied('own-or-relatives-file'));
    expect(await rowsOf(load.olli, 'clients.name')).toEqual([]);
    await related(manager.accountId!);
    expect(await open(manager, bo)).toMatchObject(denied('own-or-relatives-file'));
    for (const viewer of [load.olli, manager])
      expect(await open(viewer, paula)).toMatchObject(denied('protected-address'));
    await opened(load.olli, aino);
    await asSystem(({ db }) =>
      db.updateTable('clients.client').set({ non_disclosure: true }).where('id', '=', aino).execute(),
    );
    expect(await sees(load.olli, aino)).toMatchObject(denied('protected-address'));
    expect(await rowsOf(load.olli, 'clients.name')).toEqual([]);
  });

  it('are refused each for its reason', async () => {
    expect(await open(load.olli, newId())).toMatchObject(refused('client-not-found'));
    expect(await open(load.maija, aino)).toMatchObject(refused('open-to-you-already'));
    expect(await open(load.olli, aino, { cause: 'complaint' })).toMatchObject({
      error: { code: 'not-this-way', field: 'cause' },
    });
    expect(await open(manager, aino, { cause: 'complaint', hours: '8' })).toMatchObject({
      error: { code: 'not-this-way', field: 'hours' },
    });
    expect(await open(load.olli, aino, { hours: '48' })).toMatchObject(refused('invalid-input'));
    expect(await open(load.olli, aino, { words: ' ' })).toMatchObject(refused('invalid-input'));
    for (const viewer of [load.business, load.employer, load.person, officer])
      expect(await open(viewer, aino)).toMatchObject(denied('role-may-not'));
    expect(await run(load.olli, openings.prepare, { clientId: newId() })).toMatchObject(
      refused('client-not-found'),
    );
    for (const useCase of [openings.openException, openings.closeFile])
      expect(await run(load.olli, useCase, { exceptionId: newId() })).toMatchObject(refused('not-found'));
  });

  it('are bound: five in a day and a night, and from the third the officer sees that there are many', async () => {
    for (let n = 1; n <= 5; n += 1) {
      const exceptionId = await opened(load.olli, n % 2 === 0 ? aino : bo, { hours: '1' });
      const { rows } = await done(officer, openings.exceptions, {});
      expect(rows.find((row: { id: string }) => row.id === exceptionId)).toMatchObject({ inADay: n });
      await done(load.olli, openings.closeFile, { exceptionId });
      app.clock.moveTo(`2026-11-18T10:0${n}:00Z`);
    }
    expect(await open(load.olli, aino)).toMatchObject({ error: { code: 'too-many-openings', details: { count: 5 } } });
    app.clock.moveTo('2026-11-19T10:00:01Z');
    expect((await open(load.olli, aino)).ok).toBe(true);
  }); // biome-ignore format: long lines of expectations

  it('are closed earlier by the opener or the officer, and by nobody else', async () => {
    const first = await opened(load.olli, aino);
    app.clock.moveTo('2026-11-18T10:30:00Z');
    expect(await run(load.maija, openings.closeFile, { exceptionId: first })).toMatchObject(denied('no-relation'));
    await done(load.olli, openings.closeFile, { exceptionId: first });
    expect(await sees(load.olli, aino)).toMatchObject(denied('no-relation'));
    expect(await run(load.olli, openings.closeFile, { exceptionId: first })).toMatchObject(refused('ended-already'));
    const second = await opened(load.olli, aino);
    app.clock.moveTo('2026-11-18T10:31:00Z');
    await done(officer, openings.closeFile, { exceptionId: second });
    expect(await kindsTo(load.olli)).toEqual(['opening-closed']);
    expect((await sees(load.olli, aino)).ok).toBe(false);
    // It is never written over, and never lasts longer than its hours.
    await expect(
      app.database.pool.query(`update access.opening set words = 'muuta' where id = '${second}'`),
    ).rejects.toThrow(/never written over/);
  }); // biome-ignore format: long lines of expectations

  it('are looked at by the officer, who finds it right, asks, or finds it wrong; the opener answers', async () => {
    const exceptionId = await opened(load.olli, aino);
    const look = (finding: string, note?: string) =>
      run(officer, openings.review, { exceptionId, finding, ...(note ? { note } : {}) });
    const narrowed = async (review: string) =>
      (await done(officer, openings.exceptions, { filters: { review: [review] } })).total;
    expect((await done(officer, openings.exceptions, {})).counts).toEqual({ unseen: 1, answered: 0 });
    expect(await look('asked')).toMatchObject({ error: { code: 'note-missing', field: 'note' } });
    expect(await run(load.olli, openings.answerReview, { exceptionId, note: 'x' })).toMatchObject(refused('nothing-asked'));
    unwrap(await look('asked', 'Miksi ei sijainen?'));
    expect(await kindsTo(load.olli)).toEqual(['opening-asked']);
    expect(await narrowed('asked')).toBe(1);
    app.clock.moveTo('2026-11-18T13:00:00Z');
    const seen = await done(load.olli, openings.openException, { exceptionId });
    expect(seen).toMatchObject({ open: false, reviews: [{ finding: 'asked', note: 'Miksi ei sijainen?' }], actions: { answer: true, review: false, close: false } });
    expect(await run(load.maija, openings.answerReview, { exceptionId, note: 'x' })).toMatchObject(denied('no-relation'));
    await done(load.olli, openings.answerReview, { exceptionId, note: 'Sijaista ei ollut.' });
    expect(await kindsTo(officer)).toEqual(['file-opened-emergency', 'opening-answered']);
    expect((await done(officer, openings.exceptions, {})).counts).toEqual({ unseen: 0, answered: 1 });
    app.clock.moveTo('2026-11-18T14:00:00Z');
    unwrap(await look('right'));
    expect(await narrowed('right')).toBe(1);
    expect((await done(officer, openings.exceptions, { search: 'ohjaaja', filters: { kind: ['emergency'], state: ['ended'] } })).total).toBe(1);
    expect((await done(officer, openings.exceptions, { search: 'tyynelä' })).total).toBe(0);
    for (const viewer of [load.olli, manager, load.maija])
      expect(await run(viewer, openings.review, { exceptionId, finding: 'right' })).toMatchObject(denied('role-may-not'));
    expect(await run(officer, openings.review, { exceptionId: newId(), finding: 'right' })).toMatchObject(refused('not-found'));
    // The colleague sees that it was opened and why, not what the officer found.
    expect((await done(load.maija, openings.openException, { exceptionId })).reviews).toEqual([]);
  }); // biome-ignore format: long lines of expectations

  it('are not reviewed by whoever opened them, in whatever role', async () => {
    const exceptionId = await opened({ ...officer, role: 'expert' }, aino);
    expect(await run(officer, openings.review, { exceptionId, finding: 'right' })).toMatchObject(
      refused('own-exception'),
    );
    expect((await done(officer, openings.openException, { exceptionId })).actions.review).toBe(false);
    expect(await run(officer, openings.exceptions, { after: 'x' })).toMatchObject(refused('invalid-cursor'));
  });

  it('find the person who stands there, by code or by whole name and birthday, and tell no more than is right', async () => {
    const code = makeTemporaryIdentityCode('1992-03-14', 901);
    await asSystem(({ db }) =>
      db.updateTable('clients.personal_code').set({ code }).where('client_id', '=', aino).execute(),
    );
    const byCode = (viewer: Viewer, identityCode: string) =>
      done(viewer, openings.findPerson, { identified: 'by-code', identityCode });
    const byName = (given: string, family: string, birthDate = '1992-03-14') =>
      done(load.olli, openings.findPerson, { identified: 'by-birth-date', givenName: given, familyName: family, birthDate });
    expect((await byCode(load.olli, code)).people).toEqual([
      { clientId: aino, name: 'Aino Esimerkki', state: 'closed', age: 34, responsible: { name: 'Maija Neuvoja', organisation: { fi: 'Mikkelin työllisyyspalvelut' } } },
    ]);
    expect((await byCode(load.maija, code)).people).toMatchObject([{ state: 'open' }]);
    expect((await byName('bo', 'aberg')).people).toMatchObject([{ name: 'Bo Åberg' }]);
    for (const [given, family, day] of [['Bo', 'Åberg', '1992-03-15'], ['B', 'Åberg'], ['Aino', 'Åberg']] as const)
      expect((await byName(given, family, day)).people).toEqual([]);
    expect((await byName('Paula', 'Piilossa')).people).toEqual([{ clientId: paula, name: 'Paula Piilossa', state: 'protected' }]);
    expect(await run(load.business, openings.findPerson, { identified: 'by-code', identityCode: code })).toMatchObject(denied('role-may-not'));
  }); // biome-ignore format: long lines of expectations

  describe('grants for a protected address', () => {
    const ask = (more: object = {}) =>
      run(load.maija, openings.askGrant, {
        clientId: paula,
        accountId: load.maija.accountId,
        days: '7',
        reason: 'Kirje kotiin',
        ...more,
      });
    const contactOf = async (viewer: Viewer) =>
      ((await done(viewer, clients.openClient, { clientId: paula })) as { contact: { state: string } })
        .contact.state;

    it('are asked by a worker of the case, given by another, last their days, and are told', async () => {
      expect(await contactOf(load.maija)).toBe('protected');
      const { requestId } = unwrap(await ask()) as { requestId: string };
      expect(await kindsTo(manager)).toEqual(['grant-asked']);
      expect(await contactOf(load.maija)).toBe('protected');
      expect((await done(manager, openings.grantsToDecide, {})).requests).toMatchObject([
        { id: requestId, person: 'Paula Piilossa', worker: 'Maija Neuvoja', days: 7, decides: true },
      ]);
      await done(manager, openings.decideGrant, { requestId, decision: 'given' });
      expect(await contactOf(load.maija)).toBe('shown');
      expect(await kindsTo(load.maija)).toEqual(['grant-given']);
      expect(await kindsTo(officer)).toEqual(['grant-given-to-review']);
      const { grants } = await done(load.maija, openings.grantsOf, { clientId: paula });
      expect(grants).toMatchObject([{ worker: 'Maija Neuvoja', reason: 'Kirje kotiin', open: true }]);
      expect((await done(officer, openings.exceptions, {})).rows).toMatchObject([{ kind: 'grant', worker: 'Maija Neuvoja' }]);
      app.clock.moveTo('2026-11-25T09:59:59Z');
      expect(await contactOf(load.maija)).toBe('shown');
      app.clock.moveTo('2026-11-25T10:00:00Z');
      expect(await contactOf(load.maija)).toBe('protected');
    }); // biome-ignore format: long lines of expectations

    it('show nothing to a manager who decides, and nobody decides on the own', async () => {
      const { requestId } = unwrap(await ask()) as { requestId: string };
      expect(await sees(manager, paula)).toMatchObject(denied('no-relation'));
      expect(await run(load.maija, openings.decideGrant, { requestId, decision: 'given' })).toMatchObject(denied('role-may-not'));
      // The same person as a manager: one's own question and one's own grant are for another.
      const herself = { ...load.maija, role: 'area-manager' } as Viewer;
      expect(await run(herself, openings.decideGrant, { requestId, decision: 'given' })).toMatchObject(refused('own-request'));
      expect(await run(manager, openings.decideGrant, { requestId: newId(), decision: 'given' })).toMatchObject(refused('not-found'));
      expect(await run(manager, openings.decideGrant, { requestId, decision: 'refused' })).toMatchObject({ error: { code: 'note-missing' } });
      await done(manager, openings.decideGrant, { requestId, decision: 'refused', note: 'Viesti riittää' });
      expect(await kindsTo(load.maija)).toEqual(['grant-refused']);
      expect(await contactOf(load.maija)).toBe('protected');
      expect(await run(manager, openings.decideGrant, { requestId, decision: 'given' })).toMatchObject(refused('decided-already'));
    }); // biome-ignore format: long lines of expectations

    it('are refused each for its reason', async () => {
      expect(await ask({ clientId: aino })).toMatchObject(refused('not-protected'));
      expect(await run(load.maija, openings.grantsOf, { clientId: aino })).toMatchObject(refused('not-protected'));
      expect(await ask({ accountId: load.business.accountId })).toMatchObject(refused('cannot-hold-grant'));
      expect(await run(load.olli, openings.askGrant, { clientId: paula, accountId: load.olli.accountId, days: '7', reason: 'x' })).toMatchObject(denied('no-relation'));
      const { requestId } = unwrap(await ask()) as { requestId: string };
      expect(await ask()).toMatchObject(refused('asked-already'));
      await done(manager, openings.decideGrant, { requestId, decision: 'given' });
      expect(await ask()).toMatchObject(refused('granted-already'));
      const { requestId: forOlli } = unwrap(await ask({ accountId: load.olli.accountId })) as { requestId: string };
      await asSystem(({ db }) => db.insertInto('access.conflict').values({ account_id: load.olli.accountId!, client_id: paula, kind: 'relative', declared_on: '2026-11-01' }).execute());
      expect(await run(manager, openings.decideGrant, { requestId: forOlli, decision: 'given' })).toMatchObject(refused('cannot-hold-grant'));
      expect(await run(officer, openings.endGrant, { exceptionId: newId() })).toMatchObject(refused('not-found'));
    }); // biome-ignore format: long lines of expectations

    it('are the substitute’s own too: standing in opens the file, and not the address', async () => {
      await done(load.maija, clients.setAbsence, {
        accountId: load.maija.accountId,
        substituteId: load.olli.accountId,
        from: '2026-11-18',
        until: '2026-11-20',
      });
      expect(await contactOf(load.olli)).toBe('protected');
      const { requestId } = unwrap(
        await run(load.olli, openings.askGrant, {
          clientId: paula,
          accountId: load.olli.accountId,
          days: '7',
          reason: 'Sijaisuus',
        }),
      ) as { requestId: string };
      await done(manager, openings.decideGrant, { requestId, decision: 'given' });
      expect(await contactOf(load.olli)).toBe('shown');
      // The absence ends before the grant: without the case the grant opens nothing.
      app.clock.moveTo('2026-11-21T10:00:00Z');
      expect(await sees(load.olli, paula)).toMatchObject(denied('no-relation'));
    });

    it('are taken back at once, and the holder is told', async () => {
      const { requestId } = unwrap(await ask()) as { requestId: string };
      await done(manager, openings.decideGrant, { requestId, decision: 'given' });
      const { rows } = await done(officer, openings.exceptions, {});
      const exceptionId = rows[0].id as string;
      expect(await run(load.olli, openings.endGrant, { exceptionId })).toMatchObject(denied('no-relation'));
      app.clock.moveTo('2026-11-18T10:01:00Z');
      await done(manager, openings.endGrant, { exceptionId });
      expect(await contactOf(load.maija)).toBe('protected');
      expect(await kindsTo(load.maija)).toEqual(['grant-given', 'grant-ended']);
      expect(await run(manager, openings.endGrant, { exceptionId })).toMatchObject(refused('ended-already'));
    });
  });
});
