import { afterAll, beforeAll, describe, it } from 'vitest';
import { makeTemporaryIdentityCode } from '#kernel/identity-code.ts';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { expectRefused, refuses } from '#test/fixtures/refusals.ts';
import { runUseCase } from '#use-case';
import { clients } from './index.ts';

const today = '2026-11-18';
const code = makeTemporaryIdentityCode('1995-01-01', 904, 'X');

describe('what the room of clients refuses', () => {
  let app: TestApp;
  let load: Caseload;
  let manager: Viewer;
  /** Who searches; whose search ended lately and whose long ago; who never searched; whose case is closed, also before the end. */
  let [searching, ended, longAgo, never, closed, closedAhead] = ['', '', '', '', '', ''];
  let tasks: Record<'interview' | 'mapping', string>;
  let outcome = '';
  let hired = '';

  beforeAll(async () => {
    app = await openTestApp('embedded', today);
    const searchStartedOn = '2026-09-01';
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Etsivä', searchStartedOn, due: '2026-12-14' },
      { given: 'Bo', family: 'Päättynyt', searchStartedOn },
      { given: 'Cia', family: 'Aikoja', searchStartedOn },
      { given: 'Dan', family: 'Eietsi' },
      { given: 'Eva', family: 'Suljettu', searchStartedOn },
      { given: 'Finn', family: 'Ennalta', searchStartedOn },
    ]);
    [searching, ended, longAgo, never, closed, closedAhead] = load.clientIds as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const { maija } = load;
    manager = { ...maija, accountId: newId(), role: 'area-manager' };
    const end = async (clientId: string, endedOn: string) =>
      unwrap(await runUseCase(app, maija, clients.endSearch, { clientId, endedOn, reason: 'study' }));
    await end(ended, '2026-11-16');
    await end(longAgo, '2026-10-01');
    await end(closedAhead, '2026-12-20');
    for (const clientId of [closed, closedAhead])
      unwrap(await runUseCase(app, maija, clients.closeCase, { clientId, reason: 'own-request' }));
    const add = async (kind: 'plan-review' | 'skills-mapping') =>
      unwrap(await runUseCase(app, maija, clients.addTask, { clientId: never, kind, dueOn: today })).taskId;
    tasks = { interview: await add('plan-review'), mapping: await add('skills-mapping') };
    const told = { clientId: never, kind: 'study' as const, happenedOn: today };
    outcome = unwrap(await runUseCase(app, maija, clients.recordOutcome, told)).outcomeId;
    hired = newId();
    await app.database.script(`set session_replication_role = replica;
      update clients.case_step set at = '2026-10-01' where client_id = '${longAgo}';
      insert into clients.outcome (id, client_id, kind, happened_on, source, introduction_id, recorded_at)
        values ('${hired}', '${never}', 'employed', '${today}', 'employer', '${newId()}', '${today}');
      set session_replication_role = origin`);
    unwrap(
      await runUseCase(app, load.olli, clients.setAbsence, {
        accountId: load.olli.accountId!,
        substituteId: maija.accountId!,
        from: '2026-12-01',
        until: '2026-12-10',
      }),
    );
  });
  afterAll(() => app.close());

  it('duties that cannot be, plans, outcomes', async () => {
    const { maija } = load;
    const [clientId, dueOn] = [never, today];
    const task = { clientId, kind: 'plan-review' as const };
    const done = { clientId, taskId: tasks.interview };
    await expectRefused(app, [
      refuses(clients.addTask, maija, { ...task, dueOn: '2026-11-17' }, 'task-in-past'),
      refuses(clients.addTask, maija, { ...task, dueOn: '2031-11-24' }, 'task-too-far'),
      refuses(clients.completeTask, maija, { ...done, taskId: newId() }, 'task-not-open'),
      refuses(clients.completeTask, maija, { ...done, heldOn: '2026-11-19' }, 'held-in-future'),
      refuses(clients.completeTask, maija, { ...done, heldOn: '2026-08-31' }, 'held-before-case'),
      refuses(
        clients.completeTask,
        maija,
        { clientId, taskId: tasks.mapping, attended: 'did-not-come' },
        'nobody-comes-to-it',
      ),
      refuses(clients.undoTask, maija, { clientId, taskId: tasks.interview }, 'task-not-done-today'),
      refuses(
        clients.agreePlan,
        maija,
        { clientId: closed, kind: 'employment', goal: 'Töihin' },
        'no-open-case',
      ),
      refuses(clients.noteCase, maija, { clientId: closed, text: 'Kirjaus' }, 'no-open-case'),
      refuses(
        clients.recordOutcome,
        maija,
        { clientId, kind: 'study', happenedOn: '2026-11-19' },
        'outcome-in-future',
      ),
      refuses(
        clients.recordOutcome,
        maija,
        { clientId, kind: 'study', happenedOn: dueOn },
        'outcome-recorded',
      ),
      refuses(clients.undoOutcome, maija, { clientId, outcomeId: newId() }, 'outcome-not-found'),
      refuses(clients.undoOutcome, maija, { clientId: searching, outcomeId: outcome }, 'outcome-not-found'),
      refuses(clients.undoOutcome, maija, { clientId, outcomeId: hired }, 'outcome-of-introduction'),
      refuses(clients.keepSearching, maija, { clientId, outcomeId: newId() }, 'outcome-not-found'),
    ]);
  });

  it('searches that overlap, go on, or are over; cases that are closed or open', async () => {
    const { maija } = load;
    const reason = 'study' as const;
    const { startSearch, endSearch, undoSearchEnd, reopenCase } = clients;
    await expectRefused(app, [
      refuses(startSearch, maija, { clientId: never, startedOn: '2026-11-19' }, 'search-in-future'),
      refuses(startSearch, maija, { clientId: searching, startedOn: today }, 'search-goes-on'),
      refuses(startSearch, maija, { clientId: ended, startedOn: '2026-11-15' }, 'search-overlaps'),
      refuses(startSearch, maija, { clientId: closed, startedOn: today }, 'no-open-case'),
      refuses(endSearch, maija, { clientId: never, endedOn: today, reason }, 'no-search'),
      refuses(endSearch, maija, { clientId: ended, endedOn: today, reason }, 'search-ended'),
      refuses(
        endSearch,
        maija,
        { clientId: searching, endedOn: '2026-08-31', reason },
        'ends-before-it-began',
      ),
      refuses(endSearch, maija, { clientId: searching, endedOn: '2027-05-21', reason }, 'end-too-far'),
      refuses(undoSearchEnd, maija, { clientId: searching }, 'no-search'),
      refuses(undoSearchEnd, maija, { clientId: longAgo }, 'too-late-to-undo'),
      refuses(undoSearchEnd, maija, { clientId: closed }, 'no-open-case'),
      refuses(clients.closeCase, maija, { clientId: closed, reason: 'own-request' }, 'no-open-case'),
      refuses(reopenCase, maija, { clientId: newId(), searchStartedOn: '' }, 'client-not-found'),
      refuses(reopenCase, maija, { clientId: searching, searchStartedOn: '' }, 'case-is-open'),
      refuses(reopenCase, maija, { clientId: closed, searchStartedOn: '2026-11-19' }, 'search-in-future'),
      refuses(reopenCase, maija, { clientId: closed, searchStartedOn: '2026-11-17' }, 'search-overlaps'),
      refuses(reopenCase, maija, { clientId: closedAhead, searchStartedOn: today }, 'search-goes-on'),
      refuses(clients.invite, maija, { clientId: searching, way: 'by-hand' }, 'has-account'),
      refuses(clients.invite, maija, { clientId: ended, way: 'mail' }, 'no-email'),
      refuses(clients.invite, maija, { clientId: closed, way: 'by-hand' }, 'no-open-case'),
      refuses(clients.withdrawInvitation, maija, { clientId: ended }, 'no-invitation'),
    ]);
  });

  it('whom nobody can register', async () => {
    const newcomer = {
      identityCode: code,
      givenName: 'Uusi',
      familyName: 'Tulija',
      municipalityCode: '491',
      nativeLanguage: 'fi',
    };
    const { maija } = load;
    unwrap(await runUseCase(app, maija, clients.register, newcomer));
    const other = {
      ...newcomer,
      identityCode: makeTemporaryIdentityCode('1988-02-02', 905, 'X'),
      familyName: 'Muu',
    };
    const moved = { arrival: 'moved' as const, fromArea: 'Turku' };
    await expectRefused(app, [
      refuses(clients.register, maija, newcomer, 'client-known'),
      refuses(
        clients.register,
        maija,
        { ...newcomer, identityCode: '', identified: 'by-birth-date', birthDate: '1995-01-01' },
        'looks-alike',
      ),
      refuses(
        clients.register,
        maija,
        { ...other, identityCode: '', identified: 'by-birth-date', birthDate: '2026-11-19' },
        'not-born-yet',
      ),
      refuses(clients.register, maija, { ...other, municipalityCode: '999' }, 'municipality-not-found'),
      refuses(clients.register, maija, { ...other, searchStartedOn: '2026-11-19' }, 'search-in-future'),
      refuses(clients.register, maija, { ...other, ...moved, movedOn: '2026-11-19' }, 'moved-in-future'),
    ]);
  });

  it('who cannot answer for people or stand in', async () => {
    const { maija, olli, business } = load;
    const third = await addAccount(app, { name: 'Kolmas', role: 'expert' });
    const hand = { clientIds: [searching], accountId: olli.accountId!, reason: 'Työnjako' };
    const away = {
      accountId: maija.accountId!,
      substituteId: olli.accountId!,
      from: '2026-12-05',
      until: '2026-12-06',
    };
    await expectRefused(app, [
      refuses(clients.handOver, maija, { ...hand, from: '2026-11-17' }, 'handover-in-past'),
      refuses(clients.handOver, maija, { ...hand, accountId: business.accountId! }, 'cannot-be-responsible'),
      refuses(clients.handOver, manager, { ...hand, clientIds: [closed] }, 'no-open-case'),
      refuses(clients.undoHandOver, manager, { batchId: newId() }, 'hand-over-stands'),
      refuses(clients.endAbsence, manager, { absenceId: newId() }, 'absence-over'),
      refuses(clients.teamClients, manager, { accountId: newId() }, 'not-a-worker'),
      refuses(clients.setAbsence, maija, { ...away, from: '2026-11-17' }, 'absence-in-past'),
      refuses(clients.setAbsence, manager, { ...away, accountId: business.accountId! }, 'not-a-worker'),
      refuses(clients.setAbsence, maija, { ...away, substituteId: maija.accountId! }, 'cannot-stand-in'),
      refuses(clients.setAbsence, maija, away, 'stands-in-then'),
      refuses(
        clients.setAbsence,
        olli,
        { ...away, accountId: olli.accountId!, substituteId: maija.accountId! },
        'absence-overlaps',
      ),
      refuses(
        clients.setAbsence,
        manager,
        { ...away, accountId: third.accountId, substituteId: olli.accountId! },
        'substitute-is-away',
      ),
    ]);
  });
});
