import { z } from 'zod';
import { holds } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { addDisclosures } from '../db/disclosures.db.ts';
import { requestsOf } from '../db/requests.db.ts';
import { opensProfile } from '../policies.ts';
import { OfOne, readShared } from './shared-profile.ts';
import { consentView } from './views.ts';

/**
 * A receiver opens a person's share profile: the fields consented to at this instant and nothing else. Each opening is a
 * disclosure and an entry in the log; without a consent in force it is denied, and the try is in the log.
 */
export const openShareProfile = defineUseCase({
  name: 'consents.open-share-profile',
  purpose: 'recruitment',
  /** `form`: on a page, or handed to the receiver's own system. */
  input: OfOne.extend({ form: z.enum(['screen', 'api']).default('screen') }),
  policy: opensProfile,
  refusals: [],
  async run(context, { clientId, form }) {
    const shared = await readShared(context, clientId);
    await addDisclosures(context, shared.openings, form, shared.profile.visible);
    const business = holds(context, 'consent:ask');
    const seconds = business ? (await consentsOf(context, clientId)).filter((row) => row.step === 2) : [];
    const requests = business ? await requestsOf(context, clientId) : [];
    return ok({
      clientId,
      profile: shared.profile,
      until: shared.until,
      /** To the business adviser: the employers that the person has agreed to. */
      agreedTo: seconds
        .map((row) => consentView(context, row, []))
        .filter((view) => view.state === 'in-force')
        .map(({ receiver, until, nameless }) => ({ receiver, until, nameless })),
      asked: requests.map((request) => ({
        companyId: request.companyId,
        company: request.companyName,
        askedAt: request.askedAt,
        answer: request.answer ?? undefined,
      })),
      actions: { print: true, askConsent: business },
    });
  },
  // After `run`, so that the type of the output is known here.
  audit: {
    kind: 'discloses',
    subjects: ({ clientId }) => [clientId],
    details: ({ form }, output) => ({
      ...(output ? { fields: output.profile.visible } : {}),
      ...(form === 'api' ? { form } : {}),
    }),
  },
});
