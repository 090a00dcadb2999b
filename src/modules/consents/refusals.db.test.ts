import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type People, settlePeople } from '#test/fixtures/consents.ts';
import { expectRefused, refuses } from '#test/fixtures/refusals.ts';
import { runUseCase } from '#use-case';
import { consents } from './index.ts';

const noticeIds = {
  organisation: '018a4d00-0000-7000-8000-000000000001',
  company: '018a4d00-0000-7000-8000-000000000002',
  event: '018a4d00-0000-7000-8000-000000000003',
};

describe('what consents refuse', () => {
  let app: TestApp;
  let people: People;
  let neighbour: Viewer;
  const requests = { open: newId(), refused: '', neighbours: newId() };

  const choices = (more = {}) => ({
    fields: ['skills' as const],
    until: '2027-03-01',
    noticeId: noticeIds.company,
    noticeLanguage: 'fi' as const,
    ...more,
  });

  beforeAll(async () => {
    app = await openTestApp('embedded', '2026-11-20T10:00:00Z');
    people = await settlePeople(app);
    const { ids, client, adviser } = people;
    neighbour = { ...client, clientId: ids.neighbour };
    const give = async (kind: 'organisation' | 'company', id: string) =>
      unwrap(
        await runUseCase(app, client, consents.giveConsent, {
          to: { kind, id },
          ...choices({ noticeId: noticeIds[kind] }),
        }),
      );
    await give('organisation', ids.business);
    const ask = async (companyId: string) =>
      unwrap(await runUseCase(app, adviser, consents.askConsent, { clientId: ids.client, companyId }))
        .requestId;
    requests.refused = await ask(ids.otherCompany);
    unwrap(
      await runUseCase(app, client, consents.answerRequest, {
        requestId: requests.refused,
        answer: 'refused',
      }),
    );
    requests.open = await ask(ids.company);
    await give('company', ids.otherCompany);
    await app.database.pool.query(
      `insert into consents.request (id, client_id, company_id, asked_by, organisation_id, asked_at)
       values ($1, $2, $3, $4, $5, '2026-11-19')`,
      [requests.neighbours, ids.neighbour, ids.company, ids.accounts.adviser, ids.business],
    );
  });
  afterAll(() => app.close());

  it('a consent that is not as it must be', async () => {
    const { client, expert, ids } = people;
    const { giveConsent } = consents;
    const to = { kind: 'company' as const, id: ids.company };
    await expectRefused(app, [
      refuses(giveConsent, client, { to, ...choices({ fields: [] }) }, 'no-fields'),
      refuses(
        giveConsent,
        client,
        { to: { kind: 'event', id: newId() }, ...choices() },
        'receiver-not-available',
      ),
      refuses(giveConsent, client, { to, ...choices({ until: '' }) }, 'until-missing'),
      refuses(giveConsent, client, { to, ...choices({ until: '2026-11-19' }) }, 'until-past'),
      refuses(giveConsent, client, { to, ...choices({ until: '2027-11-21' }) }, 'until-too-far'),
      refuses(giveConsent, client, { to, ...choices({ noticeId: noticeIds.event }) }, 'notice-changed'),
      refuses(giveConsent, neighbour, { to, ...choices() }, 'step-one-needed'),
      refuses(giveConsent, expert, { clientId: ids.client, to, ...choices() }, 'given-how-missing'),
      refuses(
        giveConsent,
        expert,
        { clientId: ids.client, to, ...choices({ givenHow: 'mandate' }) },
        'mandate-note-missing',
      ),
    ]);
  });

  it('an answer to a question that was answered, is another’s, or is not whole', async () => {
    const { client, expert, ids } = people;
    const { answerRequest } = consents;
    const given = (more = {}) => ({
      requestId: requests.open,
      answer: 'given' as const,
      choices: choices(more),
    });
    const forClient = (more = {}) => ({ clientId: ids.client, ...given(more) });
    await expectRefused(app, [
      refuses(answerRequest, client, { ...given(), requestId: newId() }, 'request-not-found'),
      refuses(answerRequest, client, { ...given(), requestId: requests.neighbours }, 'request-not-found'),
      refuses(answerRequest, client, { ...given(), requestId: requests.refused }, 'already-answered'),
      refuses(answerRequest, client, { requestId: requests.refused, answer: 'refused' }, 'already-answered'),
      refuses(answerRequest, client, { requestId: requests.open, answer: 'given' }, 'no-choices'),
      refuses(answerRequest, client, given({ fields: [] }), 'no-fields'),
      refuses(answerRequest, client, given({ until: undefined }), 'until-missing'),
      refuses(answerRequest, client, given({ until: '2026-11-19' }), 'until-past'),
      refuses(answerRequest, client, given({ until: '2027-11-21' }), 'until-too-far'),
      refuses(answerRequest, client, given({ noticeId: noticeIds.organisation }), 'notice-changed'),
      refuses(answerRequest, neighbour, { ...given(), requestId: requests.neighbours }, 'step-one-needed'),
      refuses(answerRequest, expert, forClient(), 'given-how-missing'),
      refuses(answerRequest, expert, forClient({ givenHow: 'mandate' }), 'mandate-note-missing'),
    ]);
  });

  it('asking anew what is shared or asked already, and asking why where nobody would answer', async () => {
    const { client, adviser, ids } = people;
    const clientId = ids.client;
    const { rows } = await app.database.pool.query<{ id: string }>(
      `select id from audit.entry where subjects @> array[$1::uuid] limit 1`,
      [clientId],
    );
    await app.database.pool.query(
      `update access.role_assignment set valid_to = '2026-11-01' where role = 'dpo'`,
    );
    const asking = { entryId: rows[0]!.id, message: 'Miksi?' };
    await expectRefused(app, [
      refuses(consents.askConsent, adviser, { clientId, companyId: ids.company }, 'already-asked'),
      refuses(consents.askConsent, adviser, { clientId, companyId: ids.otherCompany }, 'already-shared'),
      refuses(consents.askConsent, adviser, { clientId, companyId: newId() }, 'company-not-found'),
      refuses(consents.askAboutLook, client, { ...asking, entryId: newId() }, 'entry-not-found'),
      refuses(consents.askAboutLook, client, asking, 'nobody-to-answer'),
      refuses(consents.undoWithdrawal, client, {}, 'nothing-to-restore'),
      refuses(consents.withdrawConsent, client, { consentId: newId() }, 'consent-not-found'),
      refuses(consents.receipt, client, { consentId: newId() }, 'consent-not-found'),
      refuses(consents.openConsent, client, { consentId: newId() }, 'consent-not-found'),
      refuses(
        consents.prepareConsent,
        client,
        { to: { kind: 'organisation', id: ids.services } },
        'receiver-not-available',
      ),
      refuses(consents.confirmDestruction, people.employer, { disclosureId: newId() }, 'booklet-not-found'),
    ]);
  });
});
