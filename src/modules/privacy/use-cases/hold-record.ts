import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addHold, recordsBefore } from '../db/retention.db.ts';
import { holdReasons } from '../domain/codes.ts';
import { reviewsRetention } from '../policies.ts';
import { beforeOn, OfClass } from './retention-parts.ts';

/** Holds a record back until a day, with a reason: an appeal, a request, research. The person may read it. */
export const holdRecord = defineUseCase({
  name: 'privacy.hold-record',
  purpose: 'supervision',
  input: OfClass.extend({
    subjectId: Id,
    reason: z.enum(holdReasons),
    note: optionalText(500),
    until: Day,
  }),
  policy: reviewsRetention,
  audit: {
    kind: 'changes',
    subjects: ({ of, subjectId }) => (of === 'client' ? [subjectId] : []),
  },
  refusals: ['not-found', 'own-record', 'hold-reason-missing', 'hold-not-ahead'],
  async run(context, { of, subjectId, reason, note, until }) {
    const [record] = await recordsBefore(context, of, beforeOn(of, context.today), [subjectId]);
    if (!record) return err({ code: 'not-found' });
    if (record.own) return err({ code: 'own-record' });
    if (reason === 'other' && note === undefined) return err({ code: 'hold-reason-missing', field: 'note' });
    if (until <= context.today) return err({ code: 'hold-not-ahead', field: 'until' });
    await addHold(context, { of, subjectId, reason, note, until });
    return ok();
  },
});
