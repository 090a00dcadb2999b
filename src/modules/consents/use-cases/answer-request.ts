import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { findRequest, writeAnswer } from '../db/requests.db.ts';
import { personOf, subjectOf, writesConsents } from '../policies.ts';
import { grant, grantRefusals } from './granting.ts';
import { Choices, OfPerson } from './inputs.ts';

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
  policy: writesConsents,
  audit: { kind: 'changes', subjects: subjectOf },
  refusals: ['request-not-found', 'already-answered', 'no-choices', ...grantRefusals],
  async run(context, input) {
    const clientId = personOf(context.viewer, input)!;
    const request = await findRequest(context, input.requestId);
    if (!request || request.clientId !== clientId) return err({ code: 'request-not-found' });
    if (request.answer !== null) return err({ code: 'already-answered' });
    if (input.answer === 'refused') {
      await writeAnswer(context, request.id, 'refused');
      return ok({ consentId: undefined });
    }
    if (!input.choices) return err({ code: 'no-choices' });
    const to = { kind: 'company', id: request.companyId } as const;
    const given = await grant(context, clientId, to, input.choices, request.organisationId);
    if (!given.ok) return given;
    await writeAnswer(context, request.id, 'given');
    await notify(context, {
      accountId: request.askedBy,
      kind: 'consent-given',
      params: { company: request.companyName },
      link: `/people/${clientId}`,
    });
    return ok({ consentId: given.value.consentId as string | undefined });
  },
});
