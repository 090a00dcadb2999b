import { afterAll, beforeAll, describe, it } from 'vitest';
import { companies } from '#companies';
import { events } from '#events';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Role, Viewer } from '#kernel/viewer.ts';
import { matching } from '#matching';
import { pilots } from '#pilots';
import { privacy } from '#privacy';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { openTestPilot } from '#test/fixtures/pilots.ts';
import { expectRefused, refuses } from '#test/fixtures/refusals.ts';
import { giveShare } from '#test/fixtures/sharing.ts';
import { settleWelders, type Welders } from '#test/fixtures/welders.ts';
import { runUseCase } from '#use-case';
import { vacancies } from '#vacancies';

/** What the rooms refuse where people, employers and events meet. */
describe('refused', () => {
  let app: TestApp;
  let load: Welders['load'];
  let job: string;
  let pilotId: string;
  let other: Viewer;
  const otherCompany = newId();
  const as = (role: Role, base: Viewer = load.maija): Viewer => ({ ...base, role });

  beforeAll(async () => {
    app = await openTestApp('embedded', '2026-11-20T10:00:00Z');
    ({ load, job } = await settleWelders(app, 2));
    await app.database.pool.query(
      `insert into companies.company (id, business_id, name, municipality_code, size_class, created_at)
       values ($1, '0100001-0', 'Leipomo Oy', '491', 'unknown', '2026-01-01')`,
      [otherCompany],
    );
    other = { ...load.employer, companyId: otherCompany };
    ({ pilotId } = await openTestPilot(app, load));
  });
  afterAll(() => app.close());

  it('needs of others, moves that are not open, what is not there', async () => {
    const { business, employer } = load;
    const { changeRequirements, moveVacancy, confirmReading, noteHiddenJob } = vacancies;
    const need = {
      vacancyId: job,
      title: 'Hitsaaja',
      certainty: 'needed' as const,
      places: 1,
      municipalityCode: '491',
      validTo: '2027-01-01',
    };
    const note = {
      key: newId(),
      companyId: load.companyId,
      need: '3 siivoojaa',
      certainty: 'needed' as const,
    };
    await expectRefused(app, [
      refuses(changeRequirements, business, { ...need, vacancyId: newId() }, 'vacancy-not-found'),
      refuses(changeRequirements, other, need, 'vacancy-not-found'),
      refuses(changeRequirements, business, { ...need, municipalityCode: '999' }, 'municipality-not-found'),
      refuses(changeRequirements, business, { ...need, occupationUri: 'urn:none' }, 'concept-not-found'),
      refuses(changeRequirements, business, { ...need, skillUri: 'urn:none' }, 'concept-not-found'),
      refuses(changeRequirements, business, { ...need, licences: ['none'] }, 'licence-not-found'),
      refuses(confirmReading, business, { vacancyId: newId(), places: 1 }, 'vacancy-not-found'),
      refuses(moveVacancy, business, { vacancyId: newId(), to: 'confirmed' }, 'vacancy-not-found'),
      refuses(moveVacancy, business, { vacancyId: job, to: 'found' }, 'move-not-open'),
      refuses(noteHiddenJob, business, { ...note, companyId: newId() }, 'company-not-found'),
      refuses(noteHiddenJob, business, { ...note, municipalityCode: '999' }, 'municipality-not-found'),
      refuses(noteHiddenJob, business, { ...note, key: job, companyId: otherCompany }, 'key-used'),
      refuses(noteHiddenJob, business, { ...note, need: '2 hitsaajaa tammikuussa' }, 'same-need'),
      refuses(vacancies.openVacancy, employer, { vacancyId: newId() }, 'vacancy-not-found'),
    ]);
    // A need that is open to all can be read by another employer, and is none of its to change.
    for (const to of ['confirmed', 'published'] as const)
      unwrap(await runUseCase(app, business, moveVacancy, { vacancyId: job, to }));
    await expectRefused(app, [
      refuses(changeRequirements, other, need, 'not-own-need'),
      refuses(confirmReading, other, { vacancyId: job, places: 1 }, 'not-own-need'),
      refuses(moveVacancy, other, { vacancyId: job, to: 'filled' }, 'not-own-need'),
    ]);
  });

  it('pairs that cannot be explained, and a no without its reason', async () => {
    const [clientId] = load.clientIds as [string];
    const shares = await app.database.pool.query<{ id: string }>(
      'select id from consents.consent where client_id = $1',
      [clientId],
    );
    await giveShare(app, load, clientId, 2, { under: shares.rows[0]!.id, companyId: otherCompany });
    await expectRefused(app, [
      refuses(matching.bestForVacancy, load.business, { vacancyId: newId() }, 'vacancy-not-found'),
      refuses(matching.explain, load.maija, { clientId, vacancyId: newId() }, 'vacancy-not-found'),
      refuses(matching.explain, other, { clientId, vacancyId: job }, 'not-own-need'),
      refuses(
        matching.answerJob,
        load.person,
        { clientId, vacancyId: job, answer: 'not-for-me' },
        'reason-needed',
      ),
      refuses(
        matching.answerJob,
        load.person,
        { clientId, vacancyId: newId(), answer: 'interested' },
        'vacancy-not-found',
      ),
    ]);
  });

  it('companies that are there already, not there, or told of with a person in it', async () => {
    const { business } = load;
    const { companyId } = load;
    const named = { name: 'Yhteys Keksitty' };
    unwrap(await runUseCase(app, business, companies.addContact, { companyId, ...named }));
    const work = {
      companyId,
      kind: 'growth' as const,
      doneOn: '2026-11-20',
      hours: 1,
      description: 'Kasvusuunnitelma',
    };
    const private_ = 'Palkka tilille FI21 1234 5600 0007 85.';
    const register = { businessId: '2296962-1', name: 'Toinen Oy', municipalityCode: '491' };
    await expectRefused(app, [
      refuses(companies.registerCompany, business, register, 'company-registered'),
      refuses(
        companies.registerCompany,
        business,
        { ...register, municipalityCode: '999' },
        'municipality-not-found',
      ),
      refuses(companies.addContact, business, { companyId, ...named }, 'contact-namesake'),
      refuses(companies.addNote, business, { companyId, text: private_ }, 'personal-data-unconfirmed'),
      refuses(companies.logAction, business, { ...work, doneOn: '2026-11-21' }, 'day-in-future'),
      refuses(companies.logAction, business, { ...work, result: private_ }, 'personal-data-unconfirmed'),
      refuses(
        companies.handOverCompany,
        business,
        { companyId, organisationId: load.offices.employment },
        'organisation-not-found',
      ),
    ]);
  });

  it('events that are ahead, over, called off, or follow themselves', async () => {
    const { business, maija, companyId } = load;
    const [clientId] = load.clientIds as [string];
    const save = async (heldOn: string, kind: 'regional' | 'information' = 'regional') =>
      unwrap(
        await runUseCase(app, business, events.saveEvent, {
          names: { fi: `Tapahtuma ${heldOn}` },
          kind,
          heldOn,
        }),
      ).eventId;
    const [ahead, today, off, told] = [
      await save('2026-11-21'),
      await save('2026-11-20'),
      await save('2026-11-19'),
      await save('2026-11-18', 'information'),
    ];
    unwrap(await runUseCase(app, business, events.moveEvent, { eventId: off, to: 'cancelled' }));
    unwrap(await runUseCase(app, business, events.noteCompany, { eventId: today, companyId }));
    unwrap(await runUseCase(app, maija, events.notePerson, { eventId: today, clientId }));
    const project = as('project');
    const plan = { names: { fi: 'Uusi' }, kind: 'regional' as const, heldOn: '2026-11-20' };
    const { saveEvent, moveEvent, noteCompany, notePerson, noteAftermath } = events;
    const gone = newId();
    await expectRefused(app, [
      refuses(saveEvent, business, { ...plan, kind: 'virtual' }, 'link-needed'),
      refuses(saveEvent, business, { ...plan, startsAt: '12:00', endsAt: '12:00' }, 'ends-before-start'),
      refuses(saveEvent, business, { ...plan, organiserId: gone }, 'organisation-not-found'),
      refuses(saveEvent, business, { ...plan, eventId: gone }, 'event-not-found'),
      refuses(saveEvent, business, { ...plan, followsId: gone }, 'event-not-found'),
      refuses(saveEvent, business, { ...plan, eventId: today, followsId: today }, 'event-follows-itself'),
      refuses(moveEvent, business, { eventId: ahead, to: 'held' }, 'event-not-yet'),
      refuses(moveEvent, business, { eventId: off, to: 'held' }, 'event-moved-already'),
      refuses(moveEvent, business, { eventId: today, to: 'planned' }, 'event-moved-already'),
      refuses(noteAftermath, business, { eventId: ahead, visitors: 3 }, 'event-not-yet'),
      refuses(noteCompany, business, { eventId: gone, companyId }, 'event-not-found'),
      refuses(noteCompany, business, { eventId: ahead, companyId }, 'event-not-yet'),
      refuses(noteCompany, business, { eventId: off, companyId }, 'event-cancelled'),
      refuses(noteCompany, business, { eventId: today, companyId: gone }, 'company-not-found'),
      refuses(noteCompany, business, { eventId: today, companyId }, 'here-already'),
      refuses(notePerson, maija, { eventId: gone, clientId }, 'event-not-found'),
      refuses(notePerson, maija, { eventId: ahead, clientId }, 'event-not-yet'),
      refuses(notePerson, maija, { eventId: off, clientId }, 'event-cancelled'),
      refuses(notePerson, maija, { eventId: told, clientId }, 'visitors-only'),
      refuses(notePerson, maija, { eventId: today, clientId }, 'here-already'),
      refuses(events.saveCosts, project, { eventId: gone, lines: [] }, 'event-not-found'),
    ]);
  });

  it('groups that nothing weighs, invitations and requests that were answered', async () => {
    const project = as('project');
    const { person } = load;
    const { requestId } = unwrap(
      await runUseCase(app, person, privacy.ask, { kind: 'erasure', about: 'Tiedot', wish: 'Kaikki pois' }),
    );
    const dpo = as('dpo');
    const weights = {
      young: 0,
      'other-language': 0,
      education: 0,
      skills: 0,
      'hidden-potential': 0,
      'long-search': 0,
    };
    await expectRefused(app, [
      refuses(pilots.answerInvitation, person, { pilotId, answer: 'join' }, 'answered-already'),
      refuses(pilots.answerInvitation, person, { pilotId: newId(), answer: 'join' }, 'not-found'),
      refuses(pilots.proposeGroup, project, { pilotId, weights, size: 5, seed: 1 }, 'nothing-weighed'),
      refuses(privacy.answerRequest, dpo, { requestId, answer: 'refused' }, 'reason-missing'),
      refuses(privacy.lengthenRequest, dpo, { requestId: newId(), why: 'Laaja' }, 'not-found'),
    ]);
    app.clock.moveTo('2027-03-20T10:00:00Z');
    await expectRefused(app, [
      refuses(privacy.lengthenRequest, dpo, { requestId, why: 'Laaja' }, 'too-late-to-lengthen'),
    ]);
    app.clock.moveTo('2026-11-20T10:05:00Z');
    unwrap(await runUseCase(app, dpo, privacy.lengthenRequest, { requestId, why: 'Laaja' }));
    await expectRefused(app, [
      refuses(privacy.lengthenRequest, dpo, { requestId, why: 'Laaja' }, 'lengthened-already'),
    ]);
    unwrap(await runUseCase(app, dpo, privacy.answerRequest, { requestId, answer: 'done' }));
    await expectRefused(app, [
      refuses(privacy.answerRequest, dpo, { requestId, answer: 'done' }, 'answered-already'),
      refuses(privacy.lengthenRequest, dpo, { requestId, why: 'Laaja' }, 'answered-already'),
    ]);
  });
});
