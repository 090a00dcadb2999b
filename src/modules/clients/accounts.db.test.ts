import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs, type ViewerContext } from '#access';
import { addDays } from '#kernel/days.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase } from '#use-case';
import { bindByInvitation, bindPerson, clients } from './index.ts';

describe.each(databaseKinds)('an invitation to an own account on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let bo: string;
  const asSystem = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  const invite = (clientId = bo, way: 'mail' | 'by-hand' = 'by-hand') =>
    runUseCase(app, load.maija, clients.invite, { clientId, way });
  const bind = (code: string, subject: string, personIs?: string) =>
    asSystem((system) => bindByInvitation(system, { code, subject, personIs }));
  const account = async () =>
    unwrap(await runUseCase(app, load.maija, clients.openClient, { clientId: bo })).account;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-18');
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Esimerkki' },
      { given: 'Bo', family: 'Åberg' },
    ]);
    bo = load.clientIds[1]!;
  });

  it('binds the identity that signs in first, once, and only its hash is kept', async () => {
    const { code } = unwrap(await invite());
    expect(await account()).toMatchObject({ open: false, invitation: { state: 'open' } });
    const bound = await bind(code.toLowerCase(), 'identity-of-bo');
    expect(bound).toHaveProperty('accountId');
    expect(await account()).toMatchObject({ open: true, invitation: { state: 'used' } });
    expect(await bind(code, 'somebody-else')).toBe('invitation-not-valid');
    expect(await invite()).toMatchObject({ error: { code: 'has-account' } });
    const { steps } = unwrap(await runUseCase(app, load.maija, clients.openClient, { clientId: bo }));
    expect(steps.map((step) => step.kind).sort()).toEqual(['account-opened', 'invited']);
    const rows = await asSystem(({ db }) => db.selectFrom('clients.invitation').selectAll().execute());
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('opens nothing after fourteen days, when withdrawn, or when a new one has been sent', async () => {
    const first = unwrap(await invite()).code;
    const second = unwrap(await invite()).code;
    expect(await bind(first, 'x')).toBe('invitation-not-valid');
    unwrap(await runUseCase(app, load.maija, clients.withdrawInvitation, { clientId: bo }));
    expect(await bind(second, 'x')).toBe('invitation-not-valid');
    expect(await runUseCase(app, load.maija, clients.withdrawInvitation, { clientId: bo })).toMatchObject({
      error: { code: 'no-invitation' },
    });
    const third = unwrap(await invite()).code;
    app.clock.moveTo(addDays('2026-11-18', 14));
    expect(await bind(third, 'x')).toBe('invitation-not-valid');
    expect(await account()).toMatchObject({ invitation: { state: 'expired' } });
  });

  it('binds nobody else, where the provider tells whose identity it is', async () => {
    const { code } = unwrap(await invite());
    expect(await bind(code, 'identity', load.clientIds[0])).toBe('invitation-of-another');
    expect(await bind(code, load.person.accountId!)).toBe('invitation-of-another');
    expect(await bind(code, 'identity', bo)).toHaveProperty('accountId');
  });

  it('closes the own file to a worker who is also the client', async () => {
    const { code } = unwrap(await invite());
    expect(await bind(code, load.maija.accountId!)).toHaveProperty('accountId');
    expect(await runUseCase(app, load.maija, clients.openClient, { clientId: bo })).toMatchObject({
      error: { code: 'not-permitted', details: { reason: 'own-or-relatives-file' } },
    });
  });

  it('goes by mail without a word about the person, and not without an address', async () => {
    expect(await invite(bo, 'mail')).toMatchObject({ error: { code: 'no-email' } });
    unwrap(
      await runUseCase(app, load.maija, clients.changeContact, { clientId: bo, email: 'bo@posti.example' }),
    );
    const { code } = unwrap(await invite(bo, 'mail'));
    const letters = await asSystem(({ db }) =>
      db.selectFrom('outbox.letter').select(['address', 'language', 'kind', 'params', 'link']).execute(),
    );
    expect(letters).toEqual([
      {
        address: 'bo@posti.example',
        language: 'fi',
        kind: 'invitation',
        params: { code },
        link: `/invitation?code=${code}`,
      },
    ]);
  });

  it('tells a visitor only whether a code is in force', async () => {
    const { code } = unwrap(await invite());
    const look = async (typed: string) =>
      unwrap(await runUseCase(app, load.employer, clients.lookAtInvitation, { code: typed }));
    expect(await look(code)).toEqual({ inForce: true });
    expect(await look('2222-2222-2222')).toEqual({ inForce: false });
  });

  it('is not needed where an invented person is chosen; nobody gets two accounts', async () => {
    const first = await asSystem((system) => bindPerson(system, { clientId: bo, subject: 'one' }));
    expect(first).toBeDefined();
    expect(await asSystem((system) => bindPerson(system, { clientId: bo, subject: 'one' }))).toBe(first);
    expect(
      await asSystem((system) => bindPerson(system, { clientId: load.clientIds[0]!, subject: 'one' })),
    ).toBe(undefined);
  });
});
