import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs, rolesGivenByTwo } from '#access';
import { accounts, type RowFault } from '#accounts';
import { type Role, roles, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { networks } from '#networks';
import { makeAdministrator } from '#server/first-administrator.ts';
import { findSession, openSession } from '#server/sessions.ts';
import { addAccount, type TestAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { runUseCase, type UseCase } from '#use-case';
import { refreshGroupRoles } from './db/refresh-groups.db.ts';

// biome-ignore lint/suspicious/noExplicitAny: use cases of every input
type AnyUseCase = UseCase<any, any, any>;
const nameOf = ({ name }: { name: string }) => name;
const limits = { idleMinutes: 30, absoluteHours: 10 };
const today = '2026-11-20';

describe.each(databaseKinds)('accounts on the %s database', (kind) => {
  let app: TestApp;
  let one: TestAccount;
  let two: TestAccount;
  let plain: TestAccount;

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T09:00:00Z');
    one = await addAccount(app, { name: 'Kalle Koetinen', role: 'access-admin' });
    two = await addAccount(app, { name: 'Kerttu Koetinen', role: 'access-admin' });
    plain = await addAccount(app, { name: 'Tuija Koetinen', role: 'expert' });
  });
  afterAll(() => app.close());

  const as = ({ accountId, organisationId, name }: TestAccount, role: Role = 'access-admin'): Viewer => ({
    accountId,
    organisationId,
    name,
    role,
    language: 'fi',
  });
  const run = (viewer: Viewer, useCase: AnyUseCase, input: unknown) =>
    runUseCase(app, viewer, useCase, input);
  // biome-ignore lint/suspicious/noExplicitAny: outputs of every use case
  async function done(viewer: Viewer, useCase: AnyUseCase, input: unknown): Promise<any> {
    const outcome = await run(viewer, useCase, input);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.value;
  }
  const refusal = async (viewer: Viewer, useCase: AnyUseCase, input: unknown): Promise<string> => {
    const outcome = await run(viewer, useCase, input);
    return outcome.ok ? 'done' : outcome.error.code;
  };
  const opened = async (name: string, over: object = {}) =>
    (await done(as(one), accounts.addAccount, {
      name,
      knownBy: 'subject',
      key: `sub-${name}`,
      language: 'fi',
      ...over,
    })) as { accountId: string };
  const giving = (accountId: string, role: string, over: object = {}) => ({
    accountId,
    role,
    organisationId: one.organisationId,
    from: today,
    ...over,
  });
  const raw = <T>(viewer: Viewer, query: ReturnType<typeof sql<T>>) =>
    inTransactionAs(app, viewer, 'administration', async ({ db }) => (await query.execute(db)).rows);

  it('opens an account, gives it a role, and ends the role so that the next request is refused', async () => {
    const { accountId } = await opened('Uusi Ihminen');
    expect(await openSession(app, limits, accountId)).toBeUndefined();
    expect(await done(as(one), accounts.giveRole, giving(accountId, 'expert'))).toMatchObject({
      outcome: 'given',
    });
    const token = (await openSession(app, limits, accountId))!;
    expect((await findSession(app, limits, token))?.viewer).toMatchObject({
      role: 'expert',
      organisationId: one.organisationId,
    });
    const page = await done(as(two), accounts.openAccount, { accountId });
    expect(page.roles).toMatchObject([{ role: 'expert', grantedBy: 'Kalle Koetinen', state: 'in-force' }]);
    expect(page.sessions).toHaveLength(1);
    const { assignmentId } = page.roles[0]!;
    await done(as(two), accounts.endRole, { accountId, assignmentId, reason: 'Työ päättyi' });
    expect(await findSession(app, limits, token)).toBeUndefined();
    const after = await done(as(one), accounts.openAccount, { accountId });
    expect(after.roles).toMatchObject([
      { state: 'ended', to: '2026-11-19', endedBy: 'Kerttu Koetinen', endedBecause: 'Työ päättyi' },
    ]);
    expect(after.history.map(({ action }: { action: string }) => action)).toEqual([
      'accounts.end-role',
      'accounts.give-role',
      'accounts.add',
    ]);
    // ended today, the role can be given again for today
    expect(await refusal(as(one), accounts.giveRole, giving(accountId, 'expert'))).toBe('done');
    expect(
      await refusal(as(one), accounts.giveRole, giving(accountId, 'expert', { from: '2026-12-01' })),
    ).toBe('role-held-already');
  });

  it('lets nobody touch own rights, by a use case or past it', async () => {
    for (const role of ['expert', 'dpo', 'access-admin'])
      expect(
        await refusal(as(one), accounts.giveRole, giving(one.accountId, role, { reason: 'Tarvitsen' })),
      ).toBe('own-rights');
    expect(await refusal(as(one), accounts.closeAccounts, { accountIds: [one.accountId] })).toBe(
      'own-account',
    );
    expect(
      await refusal(as(one), accounts.endRole, { accountId: one.accountId, assignmentId: one.assignmentId }),
    ).toBe('own-rights');
    const self = sql`insert into access.role_assignment (id, account_id, role, organisation_id, valid_from, granted_by)
      values (gen_random_uuid(), ${one.accountId}, 'expert', ${one.organisationId}, ${today}, ${two.accountId})`;
    await expect(raw(as(one), self)).rejects.toThrow(/row-level security|policy/);
    expect(
      await raw(
        as(one),
        sql`update access.role_assignment set valid_to = '2026-11-30', ended_by = ${one.accountId} where account_id = ${one.accountId} returning id`,
      ),
    ).toEqual([]);
    expect(
      await raw(
        as(plain, 'expert'),
        sql`update access.account set name = 'x' where id = ${two.accountId} returning id`,
      ),
    ).toEqual([]);
  });

  it('gives a guarded role only by two, and neither the proposer nor the receiver is the second', async () => {
    expect([...rolesGivenByTwo].sort()).toEqual(['access-admin', 'dpo']);
    const { accountId } = await opened('Eeva Vahti');
    expect(await refusal(as(one), accounts.giveRole, giving(accountId, 'dpo'))).toBe('role-reason-needed');
    expect(
      await done(as(one), accounts.giveRole, giving(accountId, 'dpo', { reason: 'Valittu tehtävään' })),
    ).toMatchObject({ outcome: 'proposed' });
    expect(await refusal(as(two), accounts.giveRole, giving(accountId, 'dpo', { reason: 'Sama' }))).toBe(
      'role-proposed-already',
    );
    expect(await openSession(app, limits, accountId)).toBeUndefined();
    const { proposals } = await done(as(one), accounts.waitingProposals, {});
    const proposal = proposals.find((waiting: { accountId: string }) => waiting.accountId === accountId)!;
    expect(proposal).toMatchObject({ mayDecide: false, mayWithdraw: true, proposedBy: 'Kalle Koetinen' });
    const decide = (viewer: Viewer, decision: 'approved' | 'refused' | 'withdrawn') =>
      refusal(viewer, accounts.decideProposal, {
        proposalId: proposal.proposalId,
        decision,
        reason: 'Perustelu',
      });
    expect(await decide(as(one), 'approved')).toBe('own-proposal');
    expect(await decide({ ...as(one), accountId }, 'approved')).toBe('own-rights');
    expect(await decide(as(two), 'withdrawn')).toBe('not-own-proposal');
    // past the use cases: by one alone, by the proposer, without a proposal
    for (const [granter, approver] of [
      [one, null],
      [two, one],
      [one, two],
    ] as const)
      await expect(
        raw(
          as(two),
          sql`insert into access.role_assignment (id, account_id, role, organisation_id, valid_from, granted_by, approved_by, proposal_id)
            values (gen_random_uuid(), ${accountId}, 'dpo', ${one.organisationId}, ${today}, ${granter.accountId}, ${approver?.accountId ?? null}, ${proposal.proposalId})`,
        ),
      ).rejects.toThrow(/row-level security|policy/);
    expect(await decide(as(two), 'approved')).toBe('done');
    expect(await decide(as(two), 'refused')).toBe('decided-already');
    const page = await done(as(one), accounts.openAccount, { accountId });
    expect(page.roles).toMatchObject([
      { role: 'dpo', grantedBy: 'Kalle Koetinen', approvedBy: 'Kerttu Koetinen' },
    ]);
  });

  it('knows the same guarded roles in the database', async () => {
    const rows = await raw<{ role: string }>(
      systemViewer,
      sql`select r as role from unnest(${[...roles]}::text[]) r where access.given_by_two(r) order by 1`,
    );
    expect(rows.map(({ role }) => role)).toEqual([...rolesGivenByTwo].sort());
  });

  it('closes an account at once, reopens it, and names those that nobody has used', async () => {
    const { accountId } = await opened('Pois Lähtijä');
    await done(as(one), accounts.giveRole, giving(accountId, 'business'));
    const token = (await openSession(app, limits, accountId))!;
    expect(
      await done(as(one), accounts.closeAccounts, { accountIds: [accountId], reason: 'Lähti' }),
    ).toMatchObject({ sessions: 1 });
    expect(await findSession(app, limits, token)).toBeUndefined();
    expect(await openSession(app, limits, accountId)).toBeUndefined();
    expect(await refusal(as(one), accounts.giveRole, giving(accountId, 'expert'))).toBe('account-closed');
    await done(as(two), accounts.reopenAccounts, { accountIds: [accountId] });
    expect(await openSession(app, limits, accountId)).toBeDefined();
    const inactive = async () =>
      (await done(as(one), accounts.listAccounts, { filters: { state: ['inactive'] }, limit: 500 })).rows.map(
        nameOf,
      );
    expect(await inactive()).not.toContain('Pois Lähtijä');
    expect(await inactive()).toContain('Tuija Koetinen'); // a role since January, never signed in
    app.clock.moveTo('2027-02-20T09:00:00Z');
    expect(await inactive()).toContain('Pois Lähtijä');
    app.clock.moveTo('2026-11-20T09:00:00Z');
  });

  it('finds accounts by words and filters, and never a jobseeker’s', async () => {
    const client = await addAccount(app, { name: 'Aino Koetinen', role: 'client' });
    await app.database.pool.query(
      'update access.role_assignment set client_id = gen_random_uuid() where account_id = $1',
      [client.accountId],
    );
    const { rows } = await done(as(one), accounts.listAccounts, { search: 'koetinen', limit: 500 });
    expect(rows.map(nameOf)).toEqual(['Kalle Koetinen', 'Kerttu Koetinen', 'Tuija Koetinen']);
    const admins = await done(as(one), accounts.listAccounts, { filters: { role: ['access-admin'] } });
    expect(admins.rows.map(nameOf)).toEqual(['Kalle Koetinen', 'Kerttu Koetinen']);
    const there = await done(as(one), accounts.listAccounts, {
      filters: { organisation: [plain.organisationId] },
    });
    expect(there.rows.map(nameOf)).toEqual(['Tuija Koetinen']);
    expect(await refusal(as(plain, 'expert'), accounts.listAccounts, {})).toBe('not-permitted');
    expect(await refusal(as(one), accounts.openAccount, { accountId: client.accountId })).toBe(
      'account-not-found',
    );
    expect(await refusal(as(one), accounts.giveRole, giving(client.accountId, 'expert'))).toBe(
      'account-not-found',
    );
    expect(await refusal(as(one), accounts.closeAccounts, { accountIds: [client.accountId] })).toBe(
      'account-not-found',
    );
  });

  it('gives roles by groups, takes them back with their sign-ins, and never to whoever tied the group', async () => {
    const { accountId } = await opened('Ryhmän Jäsen');
    const refresh = (id: string, ...groups: string[]) =>
      inTransactionAs(app, systemViewer, 'administration', (context) =>
        refreshGroupRoles(context, id, groups),
      );
    const { groupRoleId } = await done(as(one), accounts.tieGroup, {
      group: 'asiantuntijat',
      role: 'expert',
      organisationId: one.organisationId,
    });
    expect(
      await refusal(as(one), accounts.tieGroup, {
        group: 'x',
        role: 'dpo',
        organisationId: one.organisationId,
      }),
    ).toBe('invalid-input');
    expect(await refresh(accountId, 'asiantuntijat', 'muut')).toEqual({ given: ['expert'], ended: [] });
    expect(await refresh(accountId, 'asiantuntijat')).toEqual({ given: [], ended: [] });
    expect(await refresh(one.accountId, 'asiantuntijat')).toEqual({ given: [], ended: [] });
    const token = (await openSession(app, limits, accountId))!;
    const [role] = (await done(as(two), accounts.openAccount, { accountId })).roles;
    expect(role).toMatchObject({ group: 'asiantuntijat', mayEnd: false });
    expect(await refusal(as(two), accounts.endRole, { accountId, assignmentId: role!.assignmentId })).toBe(
      'role-of-group',
    );
    expect(await refresh(accountId)).toEqual({ given: [], ended: ['expert'] });
    expect(await findSession(app, limits, token)).toBeUndefined();
    await refresh(accountId, 'asiantuntijat');
    const again = (await openSession(app, limits, accountId))!;
    await done(as(two), accounts.untieGroup, { groupRoleId });
    expect(await findSession(app, limits, again)).toBeUndefined();
    expect(await refresh(accountId, 'asiantuntijat')).toEqual({ given: [], ended: [] });
  });

  const table = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));

  it('brings users in from a table all or nothing, with faults by row and column', async () => {
    const count = async () => (await done(as(one), accounts.listAccounts, { limit: 500 })).total;
    const before = await count();
    const wrong = table(
      'Nimi;Sähköposti;Rooli;Organisaatio;Alkaa;Päättyy',
      'Taru Taulukko;taru@esimerkki.example;Asiantuntija;Koepalvelu;;',
      'Teppo Taulukko;teppo.esimerkki;Kuningas;;1.1.2026;',
      'Taru Toinen;taru@esimerkki.example;;;;',
    );
    const faulty = await done(as(one), accounts.importAccounts, { bytes: wrong, dryRun: false });
    expect(faulty.faults.map(({ row, column, code }: RowFault) => `${row}${column} ${code}`)).toEqual([
      '2D not-an-organisation',
      '3B not-an-email',
      '3C not-a-role',
      '3E day-past',
    ]);
    expect(await count()).toBe(before);
    await done(as(one), networks.registerOrganisation, {
      names: { fi: 'Taulukon talo' },
      kind: 'education',
      from: today,
    });
    const right = table(
      'Nimi;Sähköposti;Rooli;Organisaatio;Alkaa;Päättyy',
      'Taru Taulukko;taru@esimerkki.example;Asiantuntija;Taulukon talo;;31.12.2026',
      'Teppo Taulukko;teppo@esimerkki.example;Tietosuojavastaava;Taulukon talo;;',
      'Tiina Taulukko;tiina@esimerkki.example;;;;',
    );
    const tried = await done(as(one), accounts.importAccounts, { bytes: right, dryRun: true });
    expect(tried.rows.map(({ act }: { act: string }) => act)).toEqual([
      'open-and-give',
      'open-and-propose',
      'open',
    ]);
    expect(await count()).toBe(before);
    expect(await refusal(as(one), accounts.importAccounts, { bytes: right })).toBe('role-reason-needed');
    await done(as(one), accounts.importAccounts, { bytes: right, reason: 'Uudet työntekijät' });
    expect(await count()).toBe(before + 3);
    const { proposals } = await done(as(two), accounts.waitingProposals, {});
    expect(proposals.map(({ account }: { account: string }) => account)).toContain('Teppo Taulukko');
    const twice = await done(as(one), accounts.importAccounts, { bytes: right, dryRun: true });
    expect(twice.faults.map(({ code }: { code: string }) => code)).toContain('role-held-already');
  });

  it('makes, renews and revokes a credential, and none for oneself', async () => {
    const { accountId } = await opened('Järjestelmä');
    await done(as(one), accounts.giveRole, giving(accountId, 'business'));
    const ask = { accountId, name: 'Koejärjestelmä', scopes: ['business' as const], days: 30 };
    expect(await refusal(as(one), accounts.makeCredential, { ...ask, scopes: ['employer'] })).toBe(
      'scope-not-of-role',
    );
    expect(await refusal(as(one), accounts.makeCredential, { ...ask, accountId: one.accountId })).toBe(
      'own-rights',
    );
    const credential = await done(as(one), accounts.makeCredential, ask);
    expect(credential.secret).toMatch(/^polku_/);
    const renewed = await done(as(two), accounts.renewCredential, { credentialId: credential.id, days: 60 });
    expect(renewed.secret).not.toBe(credential.secret);
    await done(as(one), accounts.revokeCredential, { credentialId: credential.id });
    const { rows } = await done(as(one), accounts.credentials, {});
    expect(rows).toMatchObject([{ name: 'Koejärjestelmä', state: 'revoked' }]);
    expect(JSON.stringify(rows)).not.toContain('argon2');
    expect(await refusal(as(one), accounts.renewCredential, { credentialId: credential.id, days: 1 })).toBe(
      'credential-not-found',
    );
  });

  it('changes an account’s key and ends what the old key had opened', async () => {
    const { accountId } = await opened('Avaimen Vaihtaja', {
      knownBy: 'email',
      key: 'Avain@Esimerkki.example',
    });
    await done(as(one), accounts.giveRole, giving(accountId, 'expert'));
    const token = (await openSession(app, limits, accountId))!;
    const change = { accountId, name: 'Avaimen Vaihtaja', language: 'sv' as const };
    await done(as(one), accounts.changeAccount, {
      ...change,
      knownBy: 'email',
      key: 'avain@esimerkki.example',
    });
    expect(await findSession(app, limits, token)).toBeDefined();
    expect(
      await refusal(as(one), accounts.changeAccount, { ...change, knownBy: 'subject', key: plain.subject }),
    ).toBe('key-taken');
    await done(as(one), accounts.changeAccount, { ...change, knownBy: 'subject', key: 'toinen-avain' });
    expect(await findSession(app, limits, token)).toBeUndefined();
  });

  it('keeps the register of organisations: contact persons, changes and successors as dated rows', async () => {
    const add = (fi: string) =>
      done(as(one), networks.registerOrganisation, { names: { fi }, kind: 'state', from: '2026-01-01' });
    const old = await add('Vanha virasto');
    const next = await add('Uusi virasto');
    expect(
      await refusal(as(one), networks.registerOrganisation, {
        names: { fi: 'VANHA VIRASTO' },
        kind: 'state',
        from: today,
      }),
    ).toBe('organisation-there-already');
    const { organisationId } = old;
    expect(
      await refusal(as(one), networks.addContactPerson, { organisationId, name: 'Pirjo', from: today }),
    ).toBe('invalid-input');
    const { contactId } = await done(as(one), networks.addContactPerson, {
      organisationId,
      name: 'Pirjo Puhelin',
      phone: '015 123 456',
      from: today,
    });
    await done(as(one), networks.endContactPerson, { organisationId, contactId, lastDay: '2026-11-19' });
    await done(as(one), networks.changeOrganisation, {
      organisationId,
      names: { fi: 'Vanha virasto', sv: 'Gamla verket' },
      kind: 'state',
    });
    await done(as(one), networks.endOrganisation, {
      organisationId,
      lastDay: '2026-11-19',
      successorId: next.organisationId,
    });
    expect(
      await refusal(as(one), networks.endOrganisation, {
        organisationId: next.organisationId,
        lastDay: '2026-12-31',
        successorId: organisationId,
      }),
    ).toBe('successor-not-there');
    const page = await done(as(plain, 'expert'), networks.openOrganisation, { organisationId });
    expect(page).toMatchObject({
      ended: true,
      successor: { fi: 'Uusi virasto' },
      before: [{ names: { fi: 'Vanha virasto' } }],
    });
    expect(page.people).toMatchObject([{ name: 'Pirjo Puhelin', validTo: '2026-11-19' }]);
    expect((await done(as(one), networks.openOrganisation, next)).followed).toHaveLength(1);
    expect(
      await refusal(as(plain, 'expert'), networks.changeOrganisation, {
        organisationId,
        names: { fi: 'x' },
        kind: 'state',
      }),
    ).toBe('not-permitted');
    const { accountId } = await opened('Vanhaan Tulija');
    expect(await refusal(as(one), accounts.giveRole, giving(accountId, 'expert', { organisationId }))).toBe(
      'organisation-not-found',
    );
  });
});

describe.each(databaseKinds)('an empty installation on the %s database', (kind) => {
  it('gets a first administrator, and a second by the same hand; a waiting proposal lapses', async () => {
    const app = await openTestApp(kind, '2026-11-20T09:00:00Z');
    try {
      const make = (which: 'first' | 'second', subject: string) =>
        makeAdministrator(app, which, { subject, name: subject, language: 'fi' });
      expect(await make('second', 'a')).toMatchObject({ error: { code: 'no-first-administrator' } });
      const first = await make('first', 'a');
      expect(await make('first', 'b')).toMatchObject({ error: { code: 'administrators-are-there' } });
      expect(await make('second', 'a')).toMatchObject({ error: { code: 'administers-already' } });
      const viewer: Viewer = {
        accountId: first.ok ? first.value.accountId : '',
        name: 'a',
        role: 'access-admin',
        language: 'fi',
      };
      // biome-ignore lint/suspicious/noExplicitAny: outputs of every use case
      const must = async (useCase: AnyUseCase, input: unknown): Promise<any> => {
        const outcome = await runUseCase(app, viewer, useCase, input);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
        return outcome.value;
      };
      const steps = async () =>
        (await must(accounts.takingIntoUse, {})).steps
          .filter(({ done }: { done: boolean }) => done)
          .map(({ step }: { step: string }) => step);
      expect(await steps()).toEqual([]);
      const { organisationId } = await must(networks.registerOrganisation, {
        names: { fi: 'Talo' },
        kind: 'employment-services',
        from: today,
      });
      const { accountId } = await must(accounts.addAccount, {
        name: 'b',
        knownBy: 'subject',
        key: 'b',
        language: 'fi',
      });
      await must(accounts.giveRole, {
        accountId,
        role: 'access-admin',
        organisationId,
        from: today,
        reason: 'Toinen silmäpari',
      });
      expect(await must(accounts.waitingProposals, {})).toMatchObject({
        administrators: 1,
        proposals: [{ mayDecide: false }],
      });
      expect(await make('second', 'b')).toMatchObject({ ok: true });
      expect(await make('second', 'c')).toMatchObject({ error: { code: 'administrators-are-there' } });
      expect(await must(accounts.waitingProposals, {})).toMatchObject({ administrators: 2, proposals: [] });
      const adviser = await must(accounts.addAccount, {
        name: 'c',
        knownBy: 'subject',
        key: 'c',
        language: 'fi',
      });
      await must(accounts.giveRole, {
        accountId: adviser.accountId,
        role: 'expert',
        organisationId,
        from: today,
      });
      expect(await steps()).toEqual(['organisation', 'second-administrator', 'adviser']);
      await openSession(app, limits, adviser.accountId);
      expect(await must(accounts.takingIntoUse, {})).toMatchObject({ complete: true });
    } finally {
      await app.close();
    }
  });
});
