import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { endHold, holdsOf, recordsBefore } from '../db/retention.db.ts';
import { reviewsRetention } from '../policies.ts';
import { beforeOn, OfClass } from './retention-parts.ts';

/** Ends a hold: the record may be proposed again. */
export const releaseHold = defineUseCase({
  name: 'privacy.release-hold',
  purpose: 'supervision',
  input: OfClass.extend({ subjectId: Id }),
  policy: reviewsRetention,
  audit: {
    kind: 'changes',
    subjects: ({ of, subjectId }) => (of === 'client' ? [subjectId] : []),
  },
  refusals: ['not-found', 'own-record'],
  async run(context, { of, subjectId }) {
    const [record] = await recordsBefore(context, of, beforeOn(of, context.today), [subjectId]);
    const hold = (await holdsOf(context, of, subjectId)).find(({ endedAt }) => endedAt === null);
    if (!record || !hold) return err({ code: 'not-found' });
    if (record.own) return err({ code: 'own-record' });
    await endHold(context, hold.id);
    return ok();
  },
});
