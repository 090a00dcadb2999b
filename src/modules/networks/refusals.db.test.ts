import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { expectRefused, refuses } from '#test/fixtures/refusals.ts';
import { runUseCase } from '#use-case';
import { serviceGroupCodes } from './domain/services.ts';
import { networks } from './index.ts';

const today = '2026-11-20';

describe('what the network refuses', () => {
  let app: TestApp;
  let manager: Viewer;
  let [serviceId, roleOf, organisationId, successorId] = ['', '', '', ''];
  const names = (fi: string) => ({ names: { fi }, kind: 'municipality' as const });
  const words = { names: { fi: 'Palvelu' }, summary: { fi: 'Kuvaus' } };
  const kind = {
    groups: [serviceGroupCodes[0]],
    targetGroups: ['jobseekers' as const],
    production: 'authority' as const,
  };

  beforeAll(async () => {
    app = await openTestApp('embedded', today);
    const account = await addAccount(app, { name: 'Päällikkö', role: 'area-manager' });
    manager = { ...account, role: 'area-manager', language: 'fi' };
    const register = async (fi: string) =>
      unwrap(
        await runUseCase(app, manager, networks.registerOrganisation, { ...names(fi), from: '2026-01-01' }),
      ).organisationId;
    [organisationId, successorId, roleOf] = [
      await register('Eka'),
      await register('Toka'),
      account.organisationId,
    ];
    serviceId = unwrap(
      await runUseCase(app, manager, networks.addService, { ...words, ...kind, from: '2026-06-01' }),
    ).serviceId;
    unwrap(
      await runUseCase(app, manager, networks.addServiceRole, {
        serviceId,
        organisationId: roleOf,
        role: 'responsible',
        from: '2026-06-01',
      }),
    );
    // The first is followed by the second, which thereby cannot be followed by the first.
    unwrap(
      await runUseCase(app, manager, networks.endOrganisation, {
        organisationId: successorId,
        lastDay: '2027-01-01',
        successorId: organisationId,
      }),
    );
  });
  afterAll(() => app.close());

  it('organisations that are not there, are there already, or would follow themselves', async () => {
    const gone = newId();
    const end = { organisationId, lastDay: '2026-12-01' };
    const person = { name: 'Keksitty', email: 'a@example.invalid', from: today };
    await expectRefused(app, [
      refuses(
        networks.registerOrganisation,
        manager,
        { ...names('Eka'), from: today },
        'organisation-there-already',
      ),
      refuses(
        networks.changeOrganisation,
        manager,
        { organisationId: gone, ...names('X') },
        'organisation-not-found',
      ),
      refuses(
        networks.changeOrganisation,
        manager,
        { organisationId, ...names('Toka') },
        'organisation-there-already',
      ),
      refuses(networks.continueOrganisation, manager, { organisationId: gone }, 'organisation-not-found'),
      refuses(networks.openOrganisation, manager, { organisationId: gone }, 'organisation-not-found'),
      refuses(
        networks.addContactPerson,
        manager,
        { organisationId: gone, ...person },
        'organisation-not-found',
      ),
      refuses(
        networks.endContactPerson,
        manager,
        { organisationId, contactId: gone, lastDay: today },
        'contact-not-found',
      ),
      refuses(
        networks.setServedMunicipalities,
        manager,
        { organisationId: gone, served: [], from: today },
        'organisation-not-found',
      ),
      refuses(networks.endOrganisation, manager, { ...end, organisationId: gone }, 'organisation-not-found'),
      refuses(
        networks.endOrganisation,
        manager,
        { ...end, lastDay: '2025-12-31' },
        'before-organisation-began',
      ),
      refuses(networks.endOrganisation, manager, { ...end, successorId: gone }, 'successor-not-there'),
      refuses(
        networks.endOrganisation,
        manager,
        { ...end, lastDay: '2027-01-01', successorId },
        'successor-not-there',
      ),
      refuses(networks.endOrganisation, manager, { ...end, successorId }, 'successor-in-a-ring'),
      refuses(
        networks.endOrganisation,
        manager,
        { ...end, successorId: organisationId },
        'successor-in-a-ring',
      ),
    ]);
  });

  it('services before they began, roles that are there already, places that nobody serves', async () => {
    const gone = newId();
    const role = { serviceId, organisationId: roleOf, role: 'responsible' as const, from: today };
    const places = { 'on-site': ['491'], phone: [], remote: [] };
    await expectRefused(app, [
      refuses(
        networks.addService,
        manager,
        { ...words, ...kind, from: today, responsibleId: gone },
        'organisation-not-found',
      ),
      refuses(networks.addServiceRole, manager, { ...role, serviceId: gone }, 'service-not-found'),
      refuses(networks.addServiceRole, manager, { ...role, organisationId: gone }, 'organisation-not-found'),
      refuses(networks.addServiceRole, manager, role, 'role-there-already'),
      refuses(networks.addServiceRole, manager, { ...role, from: '2026-05-31' }, 'before-service-began'),
      refuses(
        networks.endServiceRole,
        manager,
        { serviceId, roleId: gone, lastDay: today },
        'role-not-found',
      ),
      refuses(networks.changeService, manager, { ...words, serviceId: gone }, 'service-not-found'),
      refuses(
        networks.changeService,
        manager,
        { ...words, serviceId, from: '2026-05-31' },
        'before-service-began',
      ),
      refuses(networks.endService, manager, { serviceId: gone, lastDay: today }, 'service-not-found'),
      refuses(networks.endService, manager, { serviceId, lastDay: '2026-05-31' }, 'before-service-began'),
      refuses(networks.openService, manager, { serviceId: gone }, 'service-not-found'),
      refuses(
        networks.setServicePlaces,
        manager,
        { serviceId: gone, from: today, places },
        'service-not-found',
      ),
      refuses(
        networks.setServicePlaces,
        manager,
        { serviceId, from: '2026-05-31', places },
        'before-service-began',
      ),
      refuses(
        networks.setServicePlaces,
        manager,
        { serviceId, from: today, places },
        'municipality-not-served',
      ),
    ]);
  });
});
