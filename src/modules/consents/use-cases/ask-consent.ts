import { z } from 'zod';
import { every } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountOfClient, responsibleFor } from '../db/accounts.db.ts';
import { findReceiver } from '../db/receivers.db.ts';
import { addRequest, requestsOf } from '../db/requests.db.ts';
import { consentFor } from '../db/sharing.db.ts';
import { asksForConsent, opensProfile } from '../policies.ts';

/** A business adviser asks a person, who shares with the adviser's organisation, whether an employer may be told. */
export const askConsent = defineUseCase({
  name: 'consents.ask-consent',
  purpose: 'business-service',
  input: z.object({
    clientId: Id,
    companyId: Id,
    vacancyId: Id.optional(),
    message: z.string().trim().max(1000).optional(),
  }),
  policy: every<{ clientId: string }>(asksForConsent, opensProfile),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['company-not-found', 'already-shared', 'already-asked'],
  async run(context, { clientId, companyId, vacancyId, message }) {
    const company = await findReceiver(context, { kind: 'company', id: companyId });
    if (!company) return err({ code: 'company-not-found' });
    if (await consentFor(context, clientId, companyId)) return err({ code: 'already-shared' });
    const asked = await requestsOf(context, clientId);
    if (asked.some((row) => row.answer === null && row.companyId === companyId))
      return err({ code: 'already-asked' });
    const requestId = await addRequest(context, { clientId, companyId, vacancyId, message });
    const own = await accountOfClient(context, clientId);
    const responsible = own ? undefined : await responsibleFor(context, clientId);
    const accountId = own ?? responsible?.accountId;
    if (accountId)
      await notify(context, {
        accountId,
        kind: 'consent-asked',
        params: { company: company.names.fi ?? '' },
        link: own ? '/my/consents' : `/clients/${clientId}/consents`,
      });
    return ok({ requestId });
  },
});
