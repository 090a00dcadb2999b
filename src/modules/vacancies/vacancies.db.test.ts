import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { companies } from '#companies';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase } from '#use-case';
import { ensureVocabulary } from '#vocabulary';
import { needsFromText, vacancies } from './index.ts';

describe.each(databaseKinds)('companies and needs on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let otherEmployer: Viewer;
  let job: string;

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20');
    load = await settleCaseload(app, [{ given: 'Aino', family: 'Esimerkki' }]);
    await inTransactionAs(app, systemViewer, 'upkeep', ensureVocabulary);
    otherEmployer = { ...load.employer, companyId: newId() };
    job = newId();
  });
  afterAll(() => app.close());

  const register = (businessId: string, name = 'Uusi Oy') =>
    runUseCase(app, load.business, companies.registerCompany, {
      businessId,
      name,
      municipalityCode: '491',
    });
  const note = (key: string, more: { need?: string; another?: boolean; readRight?: boolean } = {}) =>
    runUseCase(app, load.business, vacancies.noteHiddenJob, {
      key,
      companyId: load.companyId,
      need: '2 hitsaajaa tammikuussa',
      certainty: 'talk',
      ...more,
    });
  const open = (viewer: Viewer, vacancyId = job) =>
    runUseCase(app, viewer, vacancies.openVacancy, { vacancyId });
  const move = (to: 'confirmed' | 'published' | 'filled' | 'offered' | 'lapsed', viewer = load.business) =>
    runUseCase(app, viewer, vacancies.moveVacancy, { vacancyId: job, to });
  const publicJobs = async (viewer: Viewer, text = '') =>
    unwrap(await runUseCase(app, viewer, vacancies.openJobs, { search: text, limit: 500 })).rows.map(
      ({ id }) => id,
    );

  describe('the register', () => {
    it('refuses a company that is there already, and tells which (2296962-1, 002:27)', async () => {
      expect(await register('2296962-1')).toMatchObject({
        ok: false,
        error: {
          code: 'company-registered',
          field: 'businessId',
          details: { companyId: load.companyId, name: 'Konepaja Virta Oy' },
        },
      });
      expect(await register('FI22969621')).toMatchObject({
        ok: false,
        error: { code: 'company-registered' },
      });
    });

    it('refuses a wrong check digit', async () => {
      expect(await register('2296962-2')).toMatchObject({
        ok: false,
        error: {
          code: 'invalid-input',
          details: { issues: [{ path: 'businessId', code: 'wrong-check-digit' }] },
        },
      });
    });

    it('takes one of two that are registered at the same moment', async () => {
      const both = await Promise.all([register('0100001-0'), register('0100001-0')]);
      const ids = both.filter((outcome) => outcome.ok);
      const refused = both.filter((outcome) => !outcome.ok && outcome.error.code === 'company-registered');
      expect([ids.length, refused.length]).toEqual([1, 1]);
    });

    it.each(['Konepaja Virta', 'konepja virta', 'virt', '2296962-1', '22969621'])(
      'finds by %s',
      async (text) => {
        const { rows: found } = unwrap(
          await runUseCase(app, load.business, companies.searchCompanies, { search: text }),
        );
        expect(found[0]?.name).toBe('Konepaja Virta Oy');
      },
    );

    it('calls a company helped by a logged action only, never by a visit', async () => {
      const helped = async () =>
        unwrap(await runUseCase(app, load.business, companies.openCompany, { companyId: load.companyId }))
          .helped;
      unwrap(await note(newId(), { need: 'kokki' }));
      expect(await helped()).toBe(false);
      const log = (hours: number, doneOn = '2026-11-20') =>
        runUseCase(app, load.business, companies.logAction, {
          companyId: load.companyId,
          kind: 'job-description',
          doneOn,
          hours,
          description: 'Työn kuvaus',
        });
      expect(await log(0)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(await log(1.5, '2026-11-21')).toMatchObject({ ok: false, error: { code: 'day-in-future' } });
      unwrap(await log(1.5));
      expect(await helped()).toBe(true);
      const { rows } = await app.database.pool.query(
        'select company_id, hours from insight.fact_company_action',
      );
      expect(rows).toEqual([{ company_id: load.companyId, hours: 1.5 }]);
    });

    it('shares local knowledge with the other service, and keeps visits from the employer', async () => {
      unwrap(
        await runUseCase(app, load.business, companies.addNote, {
          companyId: load.companyId,
          text: 'Bussi ei kulje iltavuoroon.',
        }),
      );
      const seen = unwrap(
        await runUseCase(app, load.maija, companies.openCompany, { companyId: load.companyId }),
      );
      expect(seen.notes.map(({ text }) => text)).toContain('Bussi ei kulje iltavuoroon.');
      const own = unwrap(
        await runUseCase(app, load.employer, companies.openCompany, { companyId: load.companyId }),
      );
      expect([own.notes, own.visits]).toEqual([[], []]);
      const other = await runUseCase(app, otherEmployer, companies.openCompany, {
        companyId: load.companyId,
      });
      expect(other).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    });
  });

  describe('a visit note', () => {
    it('becomes a hidden job with its guesses, visit and first step', async () => {
      unwrap(await note(job));
      const { vacancy, occupation, requirements, history } = unwrap(await open(load.business));
      expect(vacancy).toMatchObject({
        openness: 'hidden',
        state: 'found',
        places: 2,
        startsOn: '2027-01-01',
        municipalityCode: '491',
        municipality: 'Mikkeli',
      });
      expect(occupation?.name).toMatch(/hitsaaja/);
      expect(requirements.essential.length).toBeGreaterThan(0);
      expect(history).toMatchObject([{ state: 'found', by: 'Birgit Yritysneuvoja' }]);
    });

    it('sent twice, also at the same moment, is made once', async () => {
      const count = async () =>
        (
          await app.database.pool.query(
            'select (select count(*) from companies.visit) v, (select count(*) from vacancies.vacancy) n',
          )
        ).rows[0];
      const before = await count();
      expect(unwrap(await note(job))).toMatchObject({ vacancyId: job, repeated: true });
      expect(await count()).toEqual(before);
      const key = newId();
      const both = await Promise.all([note(key, { another: true }), note(key, { another: true })]);
      expect(both.map((outcome) => outcome.ok && outcome.value.vacancyId)).toEqual([key, key]);
      const after = await count();
      expect([after.v - before.v, after.n - before.n]).toEqual([1, 1]);
    });

    it('asks when the company has such a need already, and says which', async () => {
      expect(await note(newId())).toMatchObject({
        error: {
          code: 'same-need',
          field: 'another',
          details: { title: 'hitsaaja', count: 2, day: '20.11.2026' },
        },
      });
      expect(await note(newId(), { need: 'leipuri, 15.2.2027 alkaen' })).toMatchObject({ ok: true });
    });

    it('of two needs becomes two, and neither is in a figure before a person has confirmed it', async () => {
      const counted = async (id: string) =>
        (
          await app.database.pool.query(
            `select count(*)::int as needs from vacancies.vacancy where visit_id = (select visit_id from vacancies.vacancy where id = $1)
               and not read_from_words`,
            [id],
          )
        ).rows[0].needs;
      const key = newId();
      const words = '3 siivoojaa 20 h/vko ja 2 tarjoilijaa 13 €/h, 15.1.2027 alkaen';
      expect(unwrap(await note(key, { need: words }))).toMatchObject({ needs: 2 });
      expect(await counted(key)).toBe(0);
      const { needs } = unwrap(
        await runUseCase(app, load.business, vacancies.ofCompany, { companyId: load.companyId }),
      );
      const made = needs.filter(({ startsOn }) => startsOn === '2027-01-15').map(({ places }) => places);
      expect(made.sort()).toEqual([2, 3]);
      unwrap(
        await runUseCase(app, load.business, vacancies.confirmReading, {
          vacancyId: key,
          places: 3,
          startsOn: '2027-01-15',
        }),
      );
      expect(await counted(key)).toBe(1);
      const told = newId();
      unwrap(await note(told, { need: 'parturi 1 h/pv', readRight: true }));
      expect(await counted(told)).toBe(1);
    });

    it('keeps the title in the language in which it was said', async () => {
      const key = newId();
      unwrap(
        await runUseCase(app, { ...load.business, language: 'en' }, vacancies.noteHiddenJob, {
          key,
          companyId: load.companyId,
          need: 'lähihoitajaa',
          certainty: 'needed',
        }),
      );
      const { vacancy, occupation } = unwrap(
        await runUseCase(app, { ...load.business, language: 'en' }, vacancies.openVacancy, {
          vacancyId: key,
        }),
      );
      expect(vacancy).toMatchObject({ title: 'lähihoitaja', titleLanguage: 'fi' });
      expect(occupation?.name).not.toBe('lähihoitaja');
    });

    it('needs the right to note, a company that is there, and words', async () => {
      const input = { key: newId(), companyId: load.companyId, need: 'kokki', certainty: 'now' as const };
      for (const viewer of [load.maija, load.employer, load.person, publicViewer('fi')])
        expect(await runUseCase(app, viewer, vacancies.noteHiddenJob, input)).toMatchObject({
          ok: false,
          error: { code: 'not-permitted' },
        });
      expect(
        await runUseCase(app, load.business, vacancies.noteHiddenJob, { ...input, companyId: newId() }),
      ).toMatchObject({ ok: false, error: { code: 'company-not-found' } });
      expect(
        await runUseCase(app, load.business, vacancies.noteHiddenJob, { ...input, need: ' ' }),
      ).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    });
  });

  describe('a hidden job', () => {
    it('is not there for the public, a person without consent, or another employer', async () => {
      for (const viewer of [publicViewer('fi'), load.person, otherEmployer]) {
        expect(await open(viewer)).toMatchObject({ ok: false, error: { code: 'vacancy-not-found' } });
        expect(await publicJobs(viewer)).not.toContain(job);
        expect(await publicJobs(viewer, 'hitsaaja')).not.toContain(job);
      }
    });

    it('keeps its requirements and history hidden too', async () => {
      await inTransactionAs(app, load.person, 'own-data', async ({ db }) => {
        for (const table of ['vacancies.required_skill', 'vacancies.step'] as const)
          expect(
            await db.selectFrom(table).select('vacancy_id').where('vacancy_id', '=', job).execute(),
          ).toEqual([]);
      });
    });

    it('is there for the services and the employer itself, and in no public search of theirs', async () => {
      for (const viewer of [load.business, load.maija, load.employer]) {
        expect(unwrap(await open(viewer)).vacancy.need).toBe('2 hitsaajaa tammikuussa');
        expect(await publicJobs(viewer)).not.toContain(job);
      }
    });

    it('waits for the adviser when talk is 14 days old', async () => {
      const attention = async () =>
        unwrap(await runUseCase(app, load.business, vacancies.pipeline, { limit: 500 })).rows.find(
          ({ id }) => id === job,
        )?.attention;
      app.clock.moveTo('2026-12-03');
      expect(await attention()).toBe('read-from-words');
      unwrap(
        await runUseCase(app, load.business, vacancies.confirmReading, {
          vacancyId: job,
          places: 2,
          startsOn: '2027-01-01',
        }),
      );
      expect(await attention()).toBeUndefined();
      app.clock.moveTo('2026-12-04');
      expect(await attention()).toBe('talk-unconfirmed');
      unwrap(await move('confirmed'));
      expect(await attention()).toBeUndefined();
    });

    it('moves by its states only, with author and instant, and is open once published', async () => {
      expect(await move('confirmed', load.maija)).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      });
      expect(await move('confirmed', otherEmployer)).toMatchObject({
        ok: false,
        error: { code: 'vacancy-not-found' },
      });
      unwrap(await move('offered'));
      unwrap(await move('published'));
      expect(await publicJobs(publicViewer('sv'), 'svetsare')).toContain(job);
      expect(await publicJobs(publicViewer('fi'), 'konepaja virta')).toContain(job);
      const seen = unwrap(await open(publicViewer('fi')));
      expect(seen.vacancy.need).toBeUndefined();
      expect(seen.history).toEqual([]);
      expect(await move('offered')).toMatchObject({ ok: false, error: { code: 'move-not-open' } });
      expect(await move('filled', otherEmployer)).toMatchObject({
        ok: false,
        error: { code: 'not-own-need' },
      });
      unwrap(await move('filled', load.employer));
      expect(await publicJobs(publicViewer('fi'))).not.toContain(job);
      expect(unwrap(await open(load.business)).history.map(({ state }) => state)).toEqual([
        'found',
        'confirmed',
        'offered',
        'published',
        'filled',
      ]);
    });

    it('is corrected by hand; another occupation fills the skills anew', async () => {
      const { vacancy, occupation, requirements } = unwrap(await open(load.business));
      const change = (more: object) =>
        runUseCase(app, load.business, vacancies.changeRequirements, {
          vacancyId: job,
          title: vacancy.title,
          occupationUri: occupation?.uri,
          certainty: 'now',
          places: 3,
          municipalityCode: '491',
          validTo: '2027-03-01',
          essential: requirements.essential.slice(0, 2).map(({ uri }) => uri),
          optional: [],
          languages: [{ language: 'fi', cefr: 'B1' }],
          licences: ['hot-work-card'],
          workingTimes: ['day'],
          ...more,
        });
      unwrap(await change({}));
      const after = unwrap(await open(load.business));
      expect(after.requirements.essential).toHaveLength(2);
      expect(after.requirements.languages).toEqual([{ language: 'fi', cefr: 'B1', name: 'suomi' }]);
      expect(after.requirements.licences).toEqual(['hot-work-card']);
      expect(await change({ licences: ['no-such'] })).toMatchObject({
        ok: false,
        error: { code: 'licence-not-found' },
      });
      expect(await change({ occupationUri: 'http://no.such' })).toMatchObject({
        ok: false,
        error: { code: 'concept-not-found' },
      });
      const [reading] = await inTransactionAs(app, load.business, 'business-service', (context) =>
        needsFromText(context, 'kokki', undefined),
      );
      expect(unwrap(await change({ occupationUri: reading.occupation?.uri })).refilled).toBe(true);
      expect(unwrap(await open(load.business)).vacancy.title).toBe(reading.occupation?.name);
    });
  });
});
