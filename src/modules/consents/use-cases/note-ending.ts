import { z } from 'zod';
import { system } from '#access';
import { accountOf, openTask } from '#clients';
import { dayInFinland } from '#kernel/clock.ts';
import { daysBetween } from '#kernel/days.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { sharingOf } from '../db/sharing.db.ts';

/** Days before its end at which a consent becomes a duty; the two days after catch what a stopped service missed. */
const firstNotice = 14;
const lastNotice = 12;

/**
 * Background work, by the day: two weeks before a consent ends by itself the responsible adviser gets a duty, and the
 * person is told. Nothing is asked twice of the same consent while the duty is open. A consent to an event ends with it.
 */
export const noteEnding = defineUseCase({
  name: 'consents.note-ending',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: {
    kind: 'changes',
    subjects: (_input, output: { clientIds: string[] } | undefined) => output?.clientIds ?? [],
  },
  refusals: [],
  async run(context) {
    const clientIds: string[] = [];
    for (const consent of await sharingOf(context)) {
      const endsOn = dayInFinland(new Date(consent.until));
      const left = daysBetween(context.today, endsOn);
      if (consent.receiverEventId !== undefined || left > firstNotice || left < lastNotice) continue;
      const opened = await openTask(context, consent.clientId, {
        kind: 'consent-ending',
        dueOn: endsOn,
        subjectId: consent.consentId,
        details: {},
      });
      if (opened === undefined) continue;
      clientIds.push(consent.clientId);
      const accountId = await accountOf(context, consent.clientId);
      if (accountId)
        await notify(context, {
          accountId,
          kind: 'consent-ending',
          params: { day: endsOn },
          link: '/my/consents',
        });
    }
    return ok({ clientIds });
  },
});
