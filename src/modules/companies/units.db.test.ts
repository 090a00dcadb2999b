import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { runUseCase } from '#use-case';
import { vacancies } from '#vacancies';
import { companies } from './index.ts';

describe.each(databaseKinds)('the unit of a company in the %s database', (kind) => {
  let app: TestApp;
  let own: Viewer;
  let colleague: Viewer;
  let other: Viewer;
  let expert: Viewer;
  let companyId: string;

  beforeAll(async () => {
    app = await openTestApp(kind);
    const unit = () =>
      inTransactionAs(app, systemViewer, 'administration', async ({ db }) => {
        const id = newId();
        await db
          .insertInto('networks.organisation')
          .values({ id, kind: 'business-services', names: JSON.stringify({ fi: `Palvelu ${id.slice(-4)}` }) })
          .execute();
        return id;
      });
    const viewer = async (role: 'business' | 'expert', organisationId: string): Promise<Viewer> => {
      const { accountId, name } = await addAccount(app, { name: 'Neuvoja Keksitty', role });
      return { accountId, name, role, organisationId, language: 'fi' };
    };
    const [first, second] = [await unit(), await unit()];
    own = await viewer('business', first);
    colleague = await viewer('business', first);
    other = await viewer('business', second);
    expert = await viewer('expert', second);
    const registered = await runUseCase(app, own, companies.registerCompany, {
      businessId: '2296962-1',
      name: 'Keksitty Konepaja Oy',
      municipalityCode: '491',
    });
    companyId = unwrap(registered).companyId;
  });
  afterAll(() => app.close());

  const open = async (who: Viewer) =>
    unwrap(await runUseCase(app, who, companies.openCompany, { companyId }));
  const contact = { name: 'Keksitty Yhteys' };

  it('opens contacts, visits and notes to its own unit and to those who read by role, not to another unit', async () => {
    unwrap(await runUseCase(app, own, companies.addContact, { companyId, ...contact }));
    unwrap(
      await runUseCase(app, colleague, companies.addNote, { companyId, text: 'Piha lukitaan kuudelta.' }),
    );
    for (const who of [own, colleague, expert]) {
      const seen = await open(who);
      expect(seen.contacts).toMatchObject([contact]);
      expect(seen.notes).toHaveLength(1);
      expect(seen.relationOpen).toBe(true);
    }
    const seen = await open(other);
    expect(seen).toMatchObject({
      company: { name: 'Keksitty Konepaja Oy' },
      unit: { organisationId: own.organisationId },
      relationOpen: false,
      contacts: [],
      visits: [],
      notes: [],
      developmentActions: [],
      actions: { addContact: false, addNote: false, logAction: false },
    });
  });

  it('asks for what tells two contact persons of one name apart', async () => {
    expect(await runUseCase(app, own, companies.addContact, { companyId, ...contact })).toMatchObject({
      ok: false,
      error: { code: 'contact-namesake', field: 'position' },
    });
    unwrap(await runUseCase(app, own, companies.addContact, { companyId, ...contact, position: 'Johtaja' }));
    expect((await open(own)).contacts.map(({ position }) => position ?? '').toSorted()).toEqual([
      '',
      'Johtaja',
    ]);
  });

  it('lets another unit write nothing: no contact, note, action or visit; both services write local knowledge', async () => {
    const denied = { ok: false, error: { code: 'not-permitted', details: { reason: 'not-own-unit' } } };
    expect(await runUseCase(app, other, companies.addContact, { companyId, ...contact })).toMatchObject(
      denied,
    );
    expect(await runUseCase(app, other, companies.addNote, { companyId, text: 'Terve' })).toMatchObject(
      denied,
    );
    expect(
      await runUseCase(app, other, companies.logAction, {
        companyId,
        kind: 'growth',
        doneOn: app.clock.now().toISOString().slice(0, 10),
        hours: 1,
        description: 'Puhelu',
      }),
    ).toMatchObject(denied);
    expect(
      await runUseCase(app, other, vacancies.noteHiddenJob, {
        key: newId(),
        companyId,
        need: 'hitsaaja',
        certainty: 'talk',
      }),
    ).toMatchObject(denied);
    expect(
      await runUseCase(app, other, companies.handOverCompany, {
        companyId,
        organisationId: other.organisationId!,
      }),
    ).toMatchObject(denied);
    unwrap(await runUseCase(app, expert, companies.addNote, { companyId, text: 'Bussi pysähtyy portilla.' }));
  });

  it('moves with the company when its unit hands it over', async () => {
    unwrap(
      await runUseCase(app, own, companies.handOverCompany, {
        companyId,
        organisationId: other.organisationId!,
      }),
    );
    expect((await open(other)).contacts).toHaveLength(2);
    expect((await open(own)).relationOpen).toBe(false);
  });

  it('is the one that does something first, where nobody handles the company yet', async () => {
    await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db.updateTable('companies.company').set({ unit_id: null }).where('id', '=', companyId).execute(),
    );
    expect((await open(own)).relationOpen).toBe(true);
    expect((await open(other)).relationOpen).toBe(true);
    unwrap(await runUseCase(app, own, companies.addNote, { companyId, text: 'Uusi halli valmistuu.' }));
    expect((await open(other)).relationOpen).toBe(false);
    expect((await open(own)).unit?.organisationId).toBe(own.organisationId);
  });
});
