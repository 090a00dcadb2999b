import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase } from '#use-case';
import { networks } from './index.ts';

describe.each(databaseKinds)('the catalogue of services on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let provider: Viewer;
  let workshop: string;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-20T10:00:00Z');
    load = await settleCaseload(app, []);
    workshop = newId();
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      await db
        .insertInto('networks.organisation')
        .values({ id: workshop, kind: 'third-sector', names: '{"fi":"Työpaja Tuohikori ry"}' })
        .execute();
      await db
        .insertInto('networks.serves')
        .values(
          ['491', '507'].map((municipality_code) => ({
            organisation_id: load.offices.employment,
            municipality_code,
            valid_from: '2025-01-01',
          })),
        )
        .execute();
    });
    const { accountId } = await addAccount(app, { name: 'Paavo Pajamestari', role: 'provider' });
    provider = { accountId, name: '', role: 'provider', organisationId: workshop, language: 'fi' };
  });

  const draft = {
    names: { fi: 'Ohjaamo', sv: 'Navigatorn' },
    summary: { fi: 'Tukea alle 30-vuotiaille.' },
    groups: ['youth'] as ['youth'],
    targetGroups: ['jobseekers'] as ['jobseekers'],
    production: 'network' as const,
    from: '2026-01-01',
  };
  const add = async (more: object = {}) =>
    unwrap(await runUseCase(app, load.business, networks.addService, { ...draft, ...more } as never))
      .serviceId;
  const open = async (serviceId: string, viewer: Viewer = load.business, on?: string) =>
    unwrap(await runUseCase(app, viewer, networks.openService, { serviceId, on }));
  const list = async (input: object = {}, viewer: Viewer = publicViewer('fi')) =>
    unwrap(await runUseCase(app, viewer, networks.services, input as never));
  const change = (serviceId: string, viewer: Viewer, more: object) =>
    runUseCase(app, viewer, networks.changeService, {
      serviceId,
      names: draft.names,
      summary: draft.summary,
      ...more,
    } as never);
  const give = (serviceId: string, organisationId: string, role = 'responsible') =>
    runUseCase(app, load.business, networks.addServiceRole, {
      serviceId,
      organisationId,
      role: role as 'responsible',
      from: '2026-02-01',
    });

  it('is read by anybody: "alle 30" finds Ohjaamo by words and by group (NET-10)', async () => {
    await add();
    await add({ names: { fi: 'Palkkatuki' }, groups: ['workplace'], summary: {} });
    expect((await list({ search: 'alle 30' })).rows.map(({ name }) => name)).toEqual(['Ohjaamo']);
    expect((await list({ filters: { group: ['youth'] } })).rows.map(({ name }) => name)).toEqual(['Ohjaamo']);
    expect((await list({}, { ...load.maija, language: 'sv' })).rows.map(({ name }) => name)).toEqual([
      'Navigatorn',
      'Palkkatuki',
    ]);
    const { perTargetGroup } = await list();
    expect(perTargetGroup).toHaveLength(7);
    expect(perTargetGroup.find(({ code }) => code === 'jobseekers')?.services).toBe(2);
  });

  it('lists a service without a responsible actor, and whose leaving would make it one (NET-01)', async () => {
    const serviceId = await add();
    expect((await list()).unanswered.map((row) => row.serviceId)).toEqual([serviceId]);
    const { roleId } = unwrap(await give(serviceId, load.offices.employment));
    unwrap(await give(serviceId, workshop, 'takes-part'));
    expect(await give(serviceId, workshop, 'takes-part')).toMatchObject({
      error: { code: 'role-there-already' },
    });
    expect((await list()).unanswered).toEqual([]);
    expect((await open(serviceId)).restsOn).toEqual([{ fi: 'Mikkelin työllisyyspalvelut' }]);
    unwrap(
      await runUseCase(app, load.business, networks.endServiceRole, {
        serviceId,
        roleId,
        lastDay: '2026-11-19',
      }),
    );
    expect((await list()).unanswered).toHaveLength(1);
    // The day before its end is as it was.
    expect((await list({ on: '2026-11-19' })).unanswered).toEqual([]);
    expect((await open(serviceId)).roles).toHaveLength(2);
  });

  it('keeps what a service was: a change is a version from its day on, and nothing is written over', async () => {
    const serviceId = await add();
    unwrap(await change(serviceId, load.business, { names: { fi: 'Ohjaamo Mikkeli' }, from: '2026-12-01' }));
    expect((await open(serviceId)).service.names).toEqual(draft.names);
    expect((await open(serviceId, load.business, '2026-12-01')).service.names).toEqual({
      fi: 'Ohjaamo Mikkeli',
    });
    expect((await open(serviceId, load.business, '2026-12-01')).lacks).toEqual(['sv', 'en']);
    unwrap(await change(serviceId, load.business, { summary: { fi: 'Korjattu.' }, from: '2026-11-20' }));
    unwrap(
      await change(serviceId, load.business, { summary: { fi: 'Korjattu uudelleen.' }, from: '2026-11-20' }),
    );
    const opened = await open(serviceId);
    expect(opened.service.summary).toEqual({ fi: 'Korjattu uudelleen.' });
    expect(opened.versions).toHaveLength(4);
    for (const statement of [
      `update networks.service_version set names = '{}'`,
      'delete from networks.service_version',
      'delete from networks.service_role',
      `update networks.service_place set municipality_code = '999'`,
    ])
      await expect(
        inTransactionAs(app, load.business, 'administration', ({ db }) =>
          db.executeQuery({ sql: statement, parameters: [] } as never),
        ),
        statement,
      ).rejects.toThrow(/permission denied/);
  });

  it('shows the pairs without an on-site channel (NET-13); what is left out of the places ends and stays', async () => {
    const serviceId = await add();
    const set = (places: object, from: string) =>
      runUseCase(app, load.business, networks.setServicePlaces, { serviceId, from, places } as never);
    unwrap(await set({ 'on-site': ['491'], phone: ['507'] }, '2026-02-01'));
    expect(await set({ phone: ['091'] }, '2026-02-01')).toMatchObject({
      error: { code: 'municipality-not-served', field: 'places.phone' },
    });
    const gaps = unwrap(await runUseCase(app, publicViewer('fi'), networks.serviceGaps, {}));
    expect(gaps.gaps).toMatchObject([{ serviceId, municipalityCode: '507', otherChannels: ['phone'] }]);
    expect(gaps.perMunicipality).toEqual([
      { municipalityCode: '491', onSite: 1, otherwise: 0, notAtAll: 0 },
      { municipalityCode: '507', onSite: 0, otherwise: 1, notAtAll: 0 },
    ]);
    unwrap(await set({ 'on-site': ['507'] }, '2026-11-20'));
    expect((await open(serviceId)).service.places).toEqual([{ municipalityCode: '507', channel: 'on-site' }]);
    expect((await open(serviceId, load.business, '2026-11-19')).service.places).toHaveLength(2);
    expect((await open(serviceId)).endedPlaces).toHaveLength(2);
    expect((await list({ filters: { place: ['491'] } })).rows).toEqual([]);
  });

  it('keeps which municipalities an organisation serves, from a day on (NET-13)', async () => {
    const { accountId } = await addAccount(app, { name: 'Oona Ohjaaja', role: 'access-admin' });
    const keeper: Viewer = {
      accountId,
      name: '',
      role: 'access-admin',
      organisationId: load.offices.employment,
      language: 'fi',
    };
    const set = (served: string[], from: string, viewer = keeper, more: object = {}) =>
      runUseCase(app, viewer, networks.setServedMunicipalities, {
        organisationId: load.offices.employment,
        served,
        from,
        ...more,
      });
    const served = async () =>
      unwrap(
        await runUseCase(app, keeper, networks.openOrganisation, {
          organisationId: load.offices.employment,
        }),
      ).served;
    const rows = () =>
      inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        db
          .selectFrom('networks.serves')
          .select(['municipality_code', 'valid_from', 'valid_to'])
          .where('organisation_id', '=', load.offices.employment)
          .orderBy('municipality_code')
          .execute(),
      );
    expect(await served()).toEqual(['491', '507']);
    expect(await set(['491'], '2026-11-20', load.business)).toMatchObject({
      error: { code: 'not-permitted' },
    });
    unwrap(await set(['491'], '2026-11-20', keeper, { another: '213' }));
    expect(await served()).toEqual(['213', '491']);
    expect(await rows()).toMatchObject([
      { municipality_code: '213', valid_from: '2026-11-20', valid_to: null },
      { municipality_code: '491', valid_from: '2025-01-01', valid_to: null },
      { municipality_code: '507', valid_from: '2025-01-01', valid_to: '2026-11-19' },
    ]);
    // Taken back on the same day, and from a day to come.
    unwrap(await set(['491', '507'], '2026-11-20'));
    expect(await served()).toEqual(['491', '507']);
    unwrap(await set(['491', '213'], '2027-01-01'));
    expect(await served()).toEqual(['491', '507']);
    unwrap(await set(['491', '213'], '2026-11-20'));
    expect(await served()).toEqual(['213', '491']);
  });

  it('orders the register by the names that the viewer reads', async () => {
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      await db
        .insertInto('networks.organisation')
        .values([
          { id: newId(), kind: 'state', names: '{"fi":"Zeta Aurinko","sv":"Zeta Sol"}' },
          { id: newId(), kind: 'state', names: '{"fi":"Zeta Kuu","sv":"Zeta Måne"}' },
        ])
        .execute();
    });
    const inLanguage = async (language: 'fi' | 'sv') =>
      unwrap(
        await runUseCase(app, { ...load.business, language }, networks.listOrganisations, {
          search: 'zeta',
          sort: 'name',
        }),
      ).rows.map(({ names }) => names[language]);
    expect(await inLanguage('fi')).toEqual(['Zeta Aurinko', 'Zeta Kuu']);
    expect(await inLanguage('sv')).toEqual(['Zeta Måne', 'Zeta Sol']);
  });

  it('lets a provider keep the words of its own service and nothing else (NET-09)', async () => {
    const [own, another] = [await add(), await add()];
    unwrap(await give(own, workshop));
    unwrap(
      await change(own, provider, {
        names: { fi: 'Työpaja' },
        groups: ['business'],
        production: 'authority',
      }),
    );
    expect((await open(own)).service).toMatchObject({
      names: { fi: 'Työpaja' },
      groups: ['youth'],
      production: 'network',
    });
    expect((await open(own, provider)).actions).toEqual({ change: false, word: true });
    expect(await change(another, provider, {})).toMatchObject({
      error: { code: 'not-permitted' },
    });
    const insert = (service_id: string, groups: string[]) =>
      inTransactionAs(app, provider, 'administration', ({ db }) =>
        db
          .insertInto('networks.service_version')
          .values({
            id: newId(),
            service_id,
            valid_from: '2026-11-20',
            names: '{"fi":"Ohi"}',
            summary: '{}',
            groups,
            target_groups: ['jobseekers'],
            production: 'network',
            recorded_at: app.clock.now().toISOString(),
          })
          .execute(),
      );
    await expect(insert(another, ['youth'])).rejects.toThrow(/row-level security/);
    await expect(insert(own, ['business'])).rejects.toThrow(/row-level security/);
    await insert(own, ['youth']);
  });

  it('is kept by those whose role may write organisations, in the policy and in the database', async () => {
    for (const viewer of [load.maija, load.employer, provider, publicViewer('fi')]) {
      expect(await runUseCase(app, viewer, networks.addService, draft), viewer.role).toMatchObject({
        error: { code: 'not-permitted' },
      });
      await expect(
        inTransactionAs(app, viewer, 'administration', ({ db }) =>
          db.insertInto('networks.service').values({ id: newId(), valid_from: '2026-01-01' }).execute(),
        ),
        viewer.role,
      ).rejects.toThrow(/row-level security/);
    }
  });

  it('says what is wrong in a form, and ends a service without losing it', async () => {
    expect(
      await runUseCase(app, load.business, networks.addService, {
        ...draft,
        names: { fi: ' ' },
        groups: [],
      }),
    ).toMatchObject({
      error: {
        code: 'invalid-input',
        details: {
          issues: expect.arrayContaining([
            expect.objectContaining({ path: 'names', code: 'no-language' }),
            expect.objectContaining({ path: 'groups', code: 'required' }),
          ]),
        },
      },
    });
    const serviceId = await add();
    expect(
      await runUseCase(app, load.business, networks.endService, { serviceId, lastDay: '2025-12-31' }),
    ).toMatchObject({ error: { code: 'before-service-began' } });
    unwrap(await runUseCase(app, load.business, networks.endService, { serviceId, lastDay: '2026-11-19' }));
    expect((await list()).rows).toEqual([]);
    expect((await list({ on: '2026-11-19' })).rows).toHaveLength(1);
    expect((await open(serviceId)).service.names).toEqual(draft.names);
  });
});
