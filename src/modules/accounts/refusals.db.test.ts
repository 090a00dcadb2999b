import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { addAccount, type TestAccount } from '#test/fixtures/accounts.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type AnyUseCase, expectRefused, type Refusing } from '#test/fixtures/refusals.ts';
import { runUseCase } from '#use-case';
import { accounts } from './index.ts';

const today = '2026-11-20';

describe('what the keeping of accounts refuses', () => {
  let app: TestApp;
  let one: TestAccount;
  let two: TestAccount;
  let plain: TestAccount;
  let ended: TestAccount;
  let closed: TestAccount;
  let own: Viewer;
  let other: Viewer;

  // biome-ignore lint/suspicious/noExplicitAny: the outcome of whichever use case
  const done = async (name: keyof typeof accounts, input: object, viewer = own): Promise<any> =>
    unwrap(await runUseCase(app, viewer, accounts[name] as never, input));
  const row = (name: keyof typeof accounts, input: object, refusal: string, viewer = own): Refusing => [
    accounts[name] as unknown as AnyUseCase,
    viewer,
    input,
    refusal,
  ];
  const account = (key: string) => ({ name: 'Uusi', knownBy: 'subject', key, language: 'fi' });

  beforeAll(async () => {
    app = await openTestApp('embedded', `${today}T09:00:00Z`);
    one = await addAccount(app, { name: 'Eka', role: 'access-admin' });
    two = await addAccount(app, { name: 'Toka', role: 'access-admin' });
    plain = await addAccount(app, { name: 'Tavallinen', role: 'expert', validTo: '2027-01-31' });
    ended = await addAccount(app, { name: 'Päättynyt', role: 'expert', validTo: '2026-11-19' });
    closed = await addAccount(app, { name: 'Suljettu', role: 'expert', disabled: true });
    const as = ({ accountId, organisationId }: TestAccount): Viewer => ({
      accountId,
      organisationId,
      name: '',
      role: 'access-admin',
      language: 'fi',
    });
    [own, other] = [as(one), as(two)];
  });
  afterAll(() => app.close());

  it('accounts that are there already, not there, closed, or one’s own', async () => {
    const gone = newId();
    await expectRefused(app, [
      row('addAccount', account(plain.subject), 'key-taken'),
      row('changeAccount', { accountId: gone, ...account('uusi') }, 'account-not-found'),
      row('changeAccount', { accountId: one.accountId, ...account('uusi') }, 'own-account'),
      row('changeAccount', { accountId: closed.accountId, ...account('uusi') }, 'account-closed'),
      row('changeAccount', { accountId: plain.accountId, ...account(ended.subject) }, 'key-taken'),
      row('closeAccounts', { accountIds: [one.accountId] }, 'own-account'),
      row('closeAccounts', { accountIds: [plain.accountId, one.accountId] }, 'own-account'),
      row('closeAccounts', { accountIds: [closed.accountId] }, 'account-not-found'),
      row('reopenAccounts', { accountIds: [one.accountId] }, 'own-account'),
      row('reopenAccounts', { accountIds: [plain.accountId] }, 'account-not-found'),
      row('openAccount', { accountId: gone }, 'account-not-found'),
      row('endAccountSessions', { accountId: gone }, 'account-not-found'),
      row('endAccountSessions', { accountId: plain.accountId }, 'session-ended'),
    ]);
  });

  it('roles that cannot be given, or ended', async () => {
    const give = (more: object, refusal: string) =>
      row(
        'giveRole',
        {
          accountId: plain.accountId,
          role: 'comms',
          organisationId: plain.organisationId,
          from: today,
          ...more,
        },
        refusal,
      );
    const end = (of: TestAccount, more: object, refusal: string) =>
      row('endRole', { accountId: of.accountId, assignmentId: of.assignmentId, ...more }, refusal);
    await expectRefused(app, [
      give({ accountId: one.accountId }, 'own-rights'),
      give({ accountId: newId() }, 'account-not-found'),
      give({ accountId: closed.accountId }, 'account-closed'),
      give({ from: '2026-11-19' }, 'day-past'),
      give({ organisationId: '' }, 'organisation-needed'),
      give({ organisationId: newId() }, 'organisation-not-found'),
      give({ role: 'employer', organisationId: '' }, 'company-needed'),
      give({ role: 'employer', organisationId: '', companyId: newId() }, 'company-not-found'),
      give({ role: 'expert' }, 'role-held-already'),
      give({ role: 'access-admin' }, 'role-reason-needed'),
      end(plain, { assignmentId: newId() }, 'role-not-found'),
      end(one, {}, 'own-rights'),
      end(ended, {}, 'role-ended'),
      end(plain, { lastDay: '2026-11-19' }, 'day-past'),
      end(plain, { lastDay: '2027-02-01' }, 'role-not-longer'),
    ]);
  });

  it('proposals that are one’s own, of oneself, or too old', async () => {
    const propose = async (accountId: string, to?: string): Promise<string> => {
      await done('giveRole', {
        accountId,
        role: 'access-admin',
        organisationId: plain.organisationId,
        from: today,
        ...(to === undefined ? {} : { to }),
        reason: 'Sijainen',
      });
      const { rows } = await app.database.pool.query<{ id: string }>(
        'select id from access.role_proposal where account_id = $1 order by id desc limit 1',
        [accountId],
      );
      return rows[0]!.id;
    };
    const decide = (proposalId: string, decision: string, refusal: string, viewer = other) =>
      row('decideProposal', { proposalId, decision, reason: 'x' }, refusal, viewer);
    const [waiting, old] = [await propose(plain.accountId), await propose(ended.accountId, '2026-11-25')];
    await expectRefused(app, [
      row('giveRole', { accountId: plain.accountId, role: 'access-admin', organisationId: plain.organisationId, from: today, reason: 'x' }, 'role-proposed-already'), // biome-ignore format: one line
      decide(newId(), 'approved', 'proposal-not-found'),
      decide(waiting, 'approved', 'own-proposal', own),
      decide(waiting, 'withdrawn', 'not-own-proposal'),
      decide(waiting, 'approved', 'own-rights', { ...other, accountId: plain.accountId }),
    ]);
    app.clock.moveTo('2026-11-26T09:00:00Z');
    await expectRefused(app, [decide(old, 'approved', 'proposal-too-old')]);
    app.clock.moveTo(`${today}T09:05:00Z`);
    await app.database.pool.query('update access.account set disabled_at = now() where id = $1', [
      plain.accountId,
    ]);
    await expectRefused(app, [decide(waiting, 'approved', 'account-closed')]);
    await done('decideProposal', { proposalId: waiting, decision: 'refused', reason: 'x' }, other);
    await expectRefused(app, [decide(waiting, 'approved', 'decided-already')]);
    await app.database.pool.query('update access.account set disabled_at = null where id = $1', [
      plain.accountId,
    ]);
  });

  it('credentials and groups', async () => {
    const { organisationId } = plain;
    const scope = ['steering'];
    const make = (accountId: string, scopes: string[], refusal: string) =>
      row('makeCredential', { accountId, name: 'Järjestelmä', scopes, days: 30 }, refusal);
    const tie = { group: 'ryhmä', role: 'expert', organisationId };
    await done('tieGroup', tie);
    await expectRefused(app, [
      make(one.accountId, scope, 'own-rights'),
      make(newId(), scope, 'account-not-found'),
      make(closed.accountId, scope, 'account-closed'),
      make(ended.accountId, scope, 'scope-not-of-role'),
      row('renewCredential', { credentialId: newId(), days: 30 }, 'credential-not-found'),
      row('revokeCredential', { credentialId: newId() }, 'credential-not-found'),
      row('tieGroup', { ...tie, organisationId: newId() }, 'organisation-not-found'),
      row('tieGroup', tie, 'group-tied-already'),
      row('untieGroup', { groupRoleId: newId() }, 'group-not-found'),
    ]);
  });
});
