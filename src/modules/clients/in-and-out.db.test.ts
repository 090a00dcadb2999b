import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs, type ViewerContext } from '#access';
import { addDays } from '#kernel/days.ts';
import { makeTemporaryIdentityCode } from '#kernel/identity-code.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase, type UseCase } from '#use-case';
import { clients, openTask } from './index.ts';

const refused = (code: string) => ({ ok: false, error: { code } });
const denied = (reason: string) => ({ ok: false, error: { code: 'not-permitted', details: { reason } } });

describe.each(databaseKinds)('becoming a client and ceasing to be one on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let aino: string;
  const asSystem = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  // biome-ignore lint/suspicious/noExplicitAny: runs use cases of every input
  const run = (viewer: Viewer, useCase: UseCase<any, any, any>, input: object) =>
    runUseCase(app, viewer, useCase, input);
  const open = async (clientId: string, viewer = load.maija) =>
    unwrap(await runUseCase(app, viewer, clients.openClient, { clientId }));
  const listed = async (viewer = load.maija) =>
    unwrap(await runUseCase(app, viewer, clients.worklist, {})).rows;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-18');
    load = await settleCaseload(app, [
      {
        given: 'Aino',
        family: 'Esimerkki',
        due: '2026-12-14',
        ruleId: 'job-search-meeting@1900-01-01',
        searchStartedOn: '2026-09-01',
      },
      { given: 'Olga', family: 'Toinen', worker: 'olli' },
    ]);
    aino = load.clientIds[0]!;
  });

  const code = makeTemporaryIdentityCode('1995-01-01', 904, 'X');
  const newcomer = {
    identityCode: code,
    givenName: '  Uusi   Ihminen ',
    familyName: 'Tulija',
    municipalityCode: '491',
    nativeLanguage: 'fi',
    searchStartedOn: '2026-11-16',
  };

  describe('registering', () => {
    it('makes a person with a case, a responsible worker, a search and its first duty', async () => {
      const { clientId, dueOn } = unwrap(
        await runUseCase(app, load.maija, clients.register, {
          ...newcomer,
          interpreterNeeded: true,
          representative: 'guardian',
          representativeName: 'Eero Edunvalvoja',
          phone: '040 123 4567',
        }),
      );
      expect(dueOn).toBe('2026-11-30');
      expect(await open(clientId)).toMatchObject({
        name: { given: 'Uusi Ihminen', family: 'Tulija', full: 'Uusi Ihminen Tulija' },
        birthDate: '1995-01-01',
        interpreterNeeded: true,
        home: { state: 'shown', code: '491' },
        contact: { phone: '040 123 4567' },
        responsible: { own: true, since: '2026-11-18' },
        searching: true,
        next: { kind: 'initial-interview', dueOn: '2026-11-30' },
        representatives: [{ kind: 'guardian', name: 'Eero Edunvalvoja' }],
        steps: [{ kind: 'search-started' }, { kind: 'registered', by: 'Maija Neuvoja' }],
      });
      expect((await listed()).map((row) => row.clientId)).toContain(clientId);
    });

    it('takes a person with one name and no code, and leaves no stray space', async () => {
      const { clientId } = unwrap(
        await runUseCase(app, load.maija, clients.register, {
          identified: 'by-birth-date',
          birthDate: '1980-05-06',
          givenName: 'Suharto',
          municipalityCode: '491',
          nativeLanguage: 'id',
        }),
      );
      expect((await open(clientId)).name).toEqual({ given: 'Suharto', family: '', full: 'Suharto' });
      expect(await open(clientId)).toMatchObject({ searching: false });
    });

    it.each([
      [{ identityCode: '' }, 'identityCode', 'required'],
      [{ identityCode: '150397-900X' }, 'identityCode', 'wrong-check-character'],
      [{ givenName: ' ', familyName: '' }, 'familyName', 'name-needed'],
      [{ identified: 'by-birth-date', birthDate: '' }, 'birthDate', 'required'],
      [{ arrival: 'moved' }, 'fromArea', 'required'],
      [{ representative: 'mandate' }, 'representativeName', 'required'],
    ])('refuses %o at %s: %s', async (wrong, path, issue) => {
      const result = await run(load.maija, clients.register, { ...newcomer, ...wrong });
      expect(result).toMatchObject(refused('invalid-input'));
      expect(result.ok ? [] : result.error.details?.issues).toContainEqual({ path, code: issue });
    });

    it('refuses a code that is known, with whom to ask, and opens nothing of another’s client', async () => {
      unwrap(await run(load.olli, clients.register, newcomer));
      expect(
        await run(load.maija, clients.register, { ...newcomer, givenName: 'Aivan', familyName: 'Muu' }),
      ).toMatchObject(refused('client-known'));
      const { same } = unwrap(await runUseCase(app, load.maija, clients.alike, newcomer));
      expect(same).toMatchObject({ open: false, reopen: false, responsible: { name: 'Olli Ohjaaja' } });
      expect(unwrap(await runUseCase(app, load.olli, clients.alike, newcomer)).same).toMatchObject({
        open: true,
      });
    });

    it('shows those alike first, and registers when the worker says that it is somebody else', async () => {
      const namesake = {
        ...newcomer,
        identityCode: makeTemporaryIdentityCode('1992-03-14', 955),
        givenName: 'Aino',
      };
      expect(await run(load.olli, clients.register, namesake)).toMatchObject(refused('looks-alike'));
      const { alike } = unwrap(await runUseCase(app, load.olli, clients.alike, namesake));
      expect(alike).toMatchObject([
        { clientId: aino, name: 'Aino Esimerkki', age: 34, municipality: { fi: 'Mikkeli' }, open: false },
      ]);
      const entries = await asSystem(({ db }) =>
        db.selectFrom('audit.entry').select(['subjects']).where('action', '=', 'clients.alike').execute(),
      );
      expect(entries).toEqual([{ subjects: [aino] }]);
      unwrap(await run(load.olli, clients.register, { ...namesake, othersThan: [aino] }));
    });

    it('shows no home of one whose address is protected', async () => {
      await asSystem(({ db }) =>
        db.updateTable('clients.client').set({ non_disclosure: true }).where('id', '=', aino).execute(),
      );
      const { alike } = unwrap(
        await runUseCase(app, load.olli, clients.alike, {
          ...newcomer,
          identityCode: makeTemporaryIdentityCode('1992-03-14', 955),
          givenName: 'Aino',
        }),
      );
      expect(alike).toMatchObject([{ nonDisclosure: true }]);
      expect(alike[0]?.municipality).toBeUndefined();
    });

    it('registers one code once when two workers send it at the same moment', async () => {
      const results = await Promise.all([
        run(load.maija, clients.register, newcomer),
        run(load.olli, clients.register, newcomer),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    });

    it('receives one who moves from another area with where from, since when and what came along', async () => {
      const { clientId } = unwrap(
        await runUseCase(app, load.maija, clients.register, {
          ...newcomer,
          searchStartedOn: '2026-03-02',
          arrival: 'moved',
          fromArea: 'Kouvolan työllisyysalue',
          movedOn: '2026-11-01',
          brought: ['plan', 'notes'],
          email: 'uusi@posti.example',
        }),
      );
      const letters = await asSystem(({ db }) =>
        db.selectFrom('outbox.letter').select(['address', 'kind']).execute(),
      );
      expect(letters).toContainEqual({ address: 'uusi@posti.example', kind: 'received-from-area' });
      expect(await open(clientId)).toMatchObject({
        arrivals: [
          { fromArea: 'Kouvolan työllisyysalue', movedOn: '2026-11-01', brought: ['plan', 'notes'] },
        ],
        searchStartedOn: '2026-03-02',
        steps: [
          { kind: 'search-started' },
          { kind: 'received', onDay: '2026-11-01', details: { from: 'Kouvolan työllisyysalue' } },
        ],
      });
    });

    it('is not for other roles', async () => {
      for (const viewer of [load.business, load.employer, load.person])
        expect(await run(viewer, clients.register, newcomer)).toMatchObject(denied('role-may-not'));
    });
  });

  describe('the end of a search', () => {
    it('keeps the period, and what it demanded is no longer waited for', async () => {
      await run(load.maija, clients.addTask, { clientId: aino, kind: 'plan-review', dueOn: '2026-12-28' });
      await run(load.maija, clients.addTask, {
        clientId: aino,
        kind: 'other',
        dueOn: '2026-12-29',
        what: 'CV',
      });
      unwrap(
        await run(load.maija, clients.endSearch, {
          clientId: aino,
          endedOn: '2026-11-18',
          reason: 'employed',
        }),
      );
      const page = await open(aino);
      expect(page).toMatchObject({
        searching: false,
        searches: [{ startedOn: '2026-09-01', endedOn: '2026-11-18', reason: 'employed' }],
        actions: { startSearch: true, endSearch: false, undoSearchEnd: true },
      });
      expect(page.duties.map((duty) => duty.kind)).toEqual(['other']);
      expect((await listed()).find((row) => row.clientId === aino)).toMatchObject({
        openDuties: 1,
        duty: { kind: 'other' },
      });
    });

    it('ahead of today leaves what falls due before it', async () => {
      await asSystem((system) => openTask(system, aino, { kind: 'plan-review', dueOn: '2026-11-25' }));
      unwrap(
        await run(load.maija, clients.endSearch, {
          clientId: aino,
          endedOn: '2026-12-01',
          reason: 'employed',
        }),
      );
      expect(await open(aino)).toMatchObject({ searching: true, duties: [{ kind: 'plan-review' }] });
      app.clock.moveTo('2026-12-01');
      expect(await open(aino)).toMatchObject({ searching: false, duties: [] });
    });

    it('is taken back: the duties are there again, and both acts stay in the history', async () => {
      const before = (await open(aino)).duties;
      unwrap(
        await run(load.maija, clients.endSearch, { clientId: aino, endedOn: '2026-11-18', reason: 'study' }),
      );
      unwrap(await run(load.maija, clients.undoSearchEnd, { clientId: aino }));
      const page = await open(aino);
      expect(page.duties).toEqual(before);
      expect(page.steps.map((step) => step.kind)).toEqual(['search-end-undone', 'search-ended']);
      expect(page.searches).toEqual([expect.objectContaining({ startedOn: '2026-09-01' })]);
    });

    it('is not taken back after two weeks; a new search is a new period and brings no old duty', async () => {
      unwrap(
        await run(load.maija, clients.endSearch, { clientId: aino, endedOn: '2026-11-18', reason: 'study' }),
      );
      app.clock.moveTo('2026-12-03');
      expect(await run(load.maija, clients.undoSearchEnd, { clientId: aino })).toMatchObject(
        refused('too-late-to-undo'),
      );
      expect(
        await run(load.maija, clients.startSearch, { clientId: aino, startedOn: '2025-12-29' }),
      ).toMatchObject(refused('search-overlaps'));
      unwrap(await run(load.maija, clients.startSearch, { clientId: aino, startedOn: '2026-12-02' }));
      const page = await open(aino);
      expect(page.searches).toMatchObject([
        { startedOn: '2026-12-02' },
        { startedOn: '2026-09-01', endedOn: '2026-11-18', reason: 'study' },
      ]);
      expect(page.duties.map((duty) => duty.kind)).toEqual(['initial-interview']);
    });

    it.each([
      [{ endedOn: '2026-08-31', reason: 'employed' }, 'ends-before-it-began'],
      [{ endedOn: '2028-01-01', reason: 'employed' }, 'end-too-far'],
      [{ endedOn: '2026-11-18', reason: 'other' }, 'invalid-input'],
    ])('with %o is refused: %s', async (input, reason) => {
      expect(await run(load.maija, clients.endSearch, { clientId: aino, ...input })).toMatchObject(
        refused(reason),
      );
    });

    it('belongs to the worker of the case alone', async () => {
      const input = { clientId: aino, endedOn: '2026-11-18', reason: 'employed' };
      expect(await run(load.olli, clients.endSearch, input)).toMatchObject(denied('no-relation'));
      expect(await run(load.person, clients.endSearch, input)).toMatchObject(denied('role-may-not'));
    });
  });

  describe('the end of a case', () => {
    it('takes the person off the list, ends the search, and is open to its worker for thirty days', async () => {
      unwrap(await run(load.maija, clients.closeCase, { clientId: aino, reason: 'moved-to-another-area' }));
      expect((await listed()).map((row) => row.clientId)).not.toContain(aino);
      expect(await open(aino)).toMatchObject({
        closed: true,
        duties: [],
        searches: [{ endedOn: '2026-11-18', reason: 'moved-away' }],
        actions: { reopenCase: true, addTask: false, handOver: false, note: false },
      });
      app.clock.moveTo(addDays('2026-11-18', 29));
      await open(aino);
      app.clock.moveTo(addDays('2026-11-18', 30));
      expect(await run(load.maija, clients.openClient, { clientId: aino })).toMatchObject(
        denied('no-relation'),
      );
    });

    it('is followed by a new case: by its worker, or by whoever registers the person again', async () => {
      unwrap(await run(load.maija, clients.closeCase, { clientId: aino, reason: 'employed' }));
      app.clock.moveTo('2026-11-20');
      unwrap(await run(load.olli, clients.reopenCase, { clientId: aino, searchStartedOn: '2026-11-20' }));
      expect(await run(load.maija, clients.openClient, { clientId: aino })).toMatchObject(
        denied('no-relation'),
      );
      const page = await open(aino, load.olli);
      expect(page).toMatchObject({ closed: false, caseOpenedOn: '2026-11-20', searching: true });
      expect(page.searches).toHaveLength(2);
      expect(page.steps.map((step) => step.kind)).toEqual([
        'search-started',
        'case-reopened',
        'case-closed',
        'search-ended',
      ]);
      expect(await run(load.maija, clients.reopenCase, { clientId: aino })).toMatchObject(
        refused('case-is-open'),
      );
    });

    it('is reopened by no relative', async () => {
      unwrap(await run(load.maija, clients.closeCase, { clientId: aino, reason: 'employed' }));
      await asSystem(({ db }) =>
        db
          .insertInto('access.conflict')
          .values({
            account_id: load.olli.accountId!,
            client_id: aino,
            kind: 'relative',
            declared_on: '2026-11-01',
          })
          .execute(),
      );
      expect(await run(load.olli, clients.reopenCase, { clientId: aino })).toMatchObject(
        denied('own-or-relatives-file'),
      );
    });
  });
});
