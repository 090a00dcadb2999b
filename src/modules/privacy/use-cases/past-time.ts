import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { namesOfRecords, recordsBefore } from '../db/retention.db.ts';
import { recordSorts, recordStates } from '../domain/codes.ts';
import { dueOn, signOf } from '../domain/retention.ts';
import { reviewsRetention } from '../policies.ts';
import { beforeOn, endOf, isFree, isHeld, keepingOf, OfClass } from './retention-parts.ts';

/**
 * The records of a class that are past their time, the oldest first: since when, whether held or proposed. By name where the
 * viewer's role opens it, otherwise by the end of the number.
 */
export const pastTime = defineUseCase({
  name: 'privacy.past-time',
  purpose: 'supervision',
  input: listInput({ sorts: recordSorts, filters: { state: z.enum(recordStates) } }).extend(OfClass.shape),
  policy: reviewsRetention,
  refusals: ['invalid-cursor'],
  async run(context, { of, ...asked }) {
    const records = await recordsBefore(context, of, beforeOn(of, context.today));
    const names = await namesOfRecords(
      context,
      of,
      records.map(({ id }) => id),
    );
    const rows = records.map((record) => ({
      id: record.id,
      sign: signOf(record.id),
      name: names.get(record.id),
      since: record.since,
      due: dueOn(keepingOf(of), record.since, context.today),
      heldUntil: record.heldUntil ?? undefined,
      heldBecause: record.heldBecause ?? (record.requestOpen ? ('request' as const) : undefined),
      own: record.own,
      state: isHeld(record)
        ? ('held' as const)
        : record.proposalId !== null
          ? ('proposed' as const)
          : ('free' as const),
    }));
    const page = pageFromRows(
      rows,
      {
        name: 'past-time',
        id: ({ id }) => id,
        sorts: { since: ({ since }) => [since] },
        sort: 'since',
        search: ({ name, sign }) => [name, sign],
        filters: { state: ({ state }, states) => states.includes(state) },
      },
      asked,
    );
    if (!page.ok) return page;
    const free = records.filter(isFree).length;
    return ok({ ...page.value, of, end: endOf(of), free, actions: { propose: free > 0 } });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: ({ of }, output) => (of === 'client' ? (output?.rows.map(({ id }) => id) ?? []) : []),
  },
});
