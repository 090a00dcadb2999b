import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { holdsOf, namesOfRecords, recordsBefore, wouldGo } from '../db/retention.db.ts';
import { dueOn, signOf } from '../domain/retention.ts';
import { reviewsRetention } from '../policies.ts';
import { beforeOn, endOf, isHeld, keepingOf, OfClass } from './retention-parts.ts';

/** One record past its time: what would go, table by table, and why it is or was held back. Nothing of what is in it. */
export const openRecord = defineUseCase({
  name: 'privacy.open-record',
  purpose: 'supervision',
  input: OfClass.extend({ subjectId: Id }),
  policy: reviewsRetention,
  audit: {
    kind: 'reads',
    subjects: ({ of, subjectId }) => (of === 'client' ? [subjectId] : []),
  },
  refusals: ['not-found'],
  async run(context, { of, subjectId }) {
    const [record] = await recordsBefore(context, of, beforeOn(of, context.today), [subjectId]);
    if (!record) return err({ code: 'not-found' });
    const holds = await holdsOf(context, of, subjectId);
    const held = holds.find(({ endedAt, until }) => endedAt === null && until >= context.today);
    return ok({
      of,
      id: record.id,
      sign: signOf(record.id),
      name: (await namesOfRecords(context, of, [subjectId])).get(subjectId),
      since: record.since,
      due: dueOn(keepingOf(of), record.since, context.today),
      end: endOf(of),
      would: await wouldGo(context, of, [subjectId]),
      held,
      requestOpen: record.requestOpen,
      proposalId: record.proposalId ?? undefined,
      holds,
      actions: { hold: !isHeld(record) && !record.own, release: held !== undefined && !record.own },
    });
  },
});
