import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { expectRefused, refuses } from '#test/fixtures/refusals.ts';
import { addNeed, giveShare } from '#test/fixtures/sharing.ts';
import { runUseCase } from '#use-case';
import { vacancies } from '#vacancies';
import { introductions } from './index.ts';

describe('what introductions refuse', () => {
  let app: TestApp;
  let load: Caseload;
  /** The person of all of them; one who shares with business services alone. */
  let [aino, onni] = ['', ''];
  let [need, filled, lapsed] = ['', '', ''];
  const made = { waiting: '', chosenNot: '' };

  beforeAll(async () => {
    app = await openTestApp('embedded', '2026-11-20T10:00:00Z');
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Esimerkki' },
      { given: 'Onni', family: 'Malli' },
    ]);
    [aino, onni] = load.clientIds as [string, string];
    const first = await giveShare(app, load, aino, 1, { fields: ['name', 'skills'] });
    await giveShare(app, load, aino, 2, { under: first, fields: ['skills'] });
    await giveShare(app, load, onni, 1);
    [need, filled, lapsed] = [await addNeed(app, load), await addNeed(app, load), await addNeed(app, load)];
    const introduce = async (vacancyId: string) =>
      unwrap(await runUseCase(app, load.business, introductions.introduce, { clientId: aino, vacancyId }))
        .introductionId;
    made.waiting = await introduce(need);
    made.chosenNot = await introduce(filled);
    unwrap(
      await runUseCase(app, load.employer, introductions.answer, {
        introductionId: made.chosenNot,
        answer: 'not-chosen',
        reason: 'language',
      }),
    );
    for (const [vacancyId, to] of [
      [filled, 'filled'],
      [lapsed, 'lapsed'],
    ] as const)
      unwrap(await runUseCase(app, load.business, vacancies.moveVacancy, { vacancyId, to }));
  });
  afterAll(() => app.close());

  it('to introduce where there is no need, no consent, or an introduction already', async () => {
    const { introduce } = introductions;
    const { business, maija } = load;
    await expectRefused(app, [
      refuses(introduce, business, { clientId: aino, vacancyId: newId() }, 'vacancy-not-open'),
      refuses(introduce, business, { clientId: aino, vacancyId: filled }, 'vacancy-not-open'),
      refuses(introduce, business, { clientId: aino, vacancyId: lapsed }, 'vacancy-not-open'),
      refuses(introduce, business, { clientId: onni, vacancyId: need }, 'consent-missing'),
      refuses(introduce, business, { clientId: aino, vacancyId: need }, 'already-introduced'),
      refuses(introduce, maija, { clientId: aino, vacancyId: need }, 'already-introduced'),
      refuses(
        introductions.prepareIntroduction,
        business,
        { clientId: aino, vacancyId: newId() },
        'vacancy-not-found',
      ),
    ]);
  });

  it('answers that are no answers, or to what has been answered', async () => {
    const { answer } = introductions;
    const { employer, person, business } = load;
    const waiting = { introductionId: made.waiting };
    const over = { introductionId: made.chosenNot };
    await expectRefused(app, [
      refuses(
        answer,
        employer,
        { ...over, answer: 'interview', interviewOn: '2026-11-25' },
        'answered-already',
      ),
      refuses(answer, employer, { ...over, answer: 'hired', hiredOn: '2026-11-25' }, 'answered-already'),
      refuses(answer, employer, { ...waiting, answer: 'not-chosen', reason: 'other' }, 'note-needed'),
      refuses(
        answer,
        employer,
        { ...waiting, answer: 'not-chosen', reason: 'other', note: ' ' },
        'note-needed',
      ),
      refuses(
        answer,
        employer,
        { ...waiting, answer: 'interview', interviewOn: '2026-11-19' },
        'day-not-possible',
      ),
      refuses(answer, employer, { ...waiting, answer: 'hired', hiredOn: '2026-11-19' }, 'day-not-possible'),
      refuses(answer, employer, { ...waiting, answer: 'hired', hiredOn: '2027-11-21' }, 'day-not-possible'),
      refuses(introductions.cancel, person, { introductionId: newId() }, 'not-found'),
      refuses(introductions.cancel, person, over, 'answered-already'),
      refuses(introductions.undoHire, business, waiting, 'not-hired'),
    ]);
  });
});
