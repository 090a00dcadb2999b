import { z } from 'zod';
import { every, inRole } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountOfClient, responsibleFor } from '../db/accounts.db.ts';
import { findReceiver } from '../db/receivers.db.ts';
import { addRequest, findRequest, requestsOf, writeAnswer } from '../db/requests.db.ts';
import { consentFor } from '../db/sharing.db.ts';
import { keepsConsents, opensProfile, personOf, subjectOf } from '../policies.ts';
import { grant, grantRefusals } from './granting.ts';
import { Choices, OfPerson } from './inputs.ts';

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
  policy: every<{ clientId: string }>(inRole('business'), opensProfile),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['company-not-found', 'already-shared', 'already-asked'],
  async run(handle, { clientId, companyId, vacancyId, message }) {
    const company = await findReceiver(handle, { kind: 'company', id: companyId });
    if (!company) return err({ code: 'company-not-found' });
    if (await consentFor(handle, clientId, companyId)) return err({ code: 'already-shared' });
    const asked = await requestsOf(handle, clientId);
    if (asked.some((one) => one.answer === null && one.companyId === companyId))
      return err({ code: 'already-asked' });
    const requestId = await addRequest(handle, { clientId, companyId, vacancyId, message });
    const own = await accountOfClient(handle, clientId);
    const responsible = own ? undefined : await responsibleFor(handle, clientId);
    const accountId = own ?? responsible?.accountId;
    if (accountId)
      await notify(handle, {
        accountId,
        kind: 'consent-asked',
        params: { company: company.names.fi ?? '' },
        link: own ? '/my/consents' : `/clients/${clientId}/consents`,
      });
    return ok({ requestId });
  },
});

/**
 * The person's answer. A yes is a consent like any other, with its own choices; a no is written down and nothing else
 * happens: nobody is told, nothing in the ordinary service changes (requirements.md SKI-13).
 */
export const answerRequest = defineUseCase({
  name: 'consents.answer-request',
  purpose: 'own-data',
  input: OfPerson.extend({
    requestId: Id,
    answer: z.enum(['given', 'refused']),
    choices: Choices.optional(),
  }),
  policy: keepsConsents,
  audit: { kind: 'changes', subjects: subjectOf },
  refusals: ['request-not-found', 'already-answered', 'no-choices', ...grantRefusals],
  async run(handle, input) {
    const clientId = personOf(handle.viewer, input)!;
    const request = await findRequest(handle, input.requestId);
    if (!request || request.clientId !== clientId) return err({ code: 'request-not-found' });
    if (request.answer !== null) return err({ code: 'already-answered' });
    if (input.answer === 'refused') {
      await writeAnswer(handle, request.id, 'refused');
      return ok({ consentId: undefined });
    }
    if (!input.choices) return err({ code: 'no-choices' });
    const to = { kind: 'company', id: request.companyId } as const;
    const given = await grant(handle, clientId, to, input.choices, request.organisationId);
    if (!given.ok) return given;
    await writeAnswer(handle, request.id, 'given');
    await notify(handle, {
      accountId: request.askedBy,
      kind: 'consent-given',
      params: { company: request.companyName },
      link: `/people/${clientId}`,
    });
    return ok({ consentId: given.value.consentId as string | undefined });
  },
});
