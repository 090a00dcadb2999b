import { z } from 'zod';
import { system } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { askedBackNow, carryOut, leaveRecord, nextToCarryOut, noteStays } from '../db/retention.db.ts';

/** Is there a record that two people have decided for? */
export const carryingOutWaits = defineUseCase({
  name: 'privacy.carrying-out-waits',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: 'is there work' },
  refusals: [],
  async run(context) {
    return ok({ next: await nextToCarryOut(context) });
  },
});

/**
 * Carries out one record, whole or not at all: a transaction each, so that a process that dies takes nothing half, and the
 * next one goes on. Papers and copies that are still out are asked back. The log is told numbers: the person is gone.
 */
export const carryOutNext = defineUseCase({
  name: 'privacy.carry-out-next',
  purpose: 'upkeep',
  input: z.object({ proposalId: Id, subjectId: Id }),
  policy: system,
  refusals: [],
  async run(context, { proposalId, subjectId }) {
    const outcome = await carryOut(context, proposalId, subjectId);
    if (outcome.stays) await noteStays(context, proposalId, outcome.stays);
    if (outcome.class === 'client' && !outcome.left)
      await notify(
        context,
        ...(await askedBackNow(context)).map(({ id, form, holderId }) => ({
          accountId: holderId,
          kind: form === 'print' ? 'destroy-booklet-kept' : 'destroy-copy',
          params: { number: id.slice(-6).toUpperCase() },
          link: '/people',
        })),
      );
    return ok({ outcome });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: (_input, output) => ({ ...output?.outcome }),
  },
});

/** Leaves a record that something points to which no class takes with it; the proposal says how many were left. */
export const leaveOne = defineUseCase({
  name: 'privacy.leave-one',
  purpose: 'upkeep',
  input: z.object({ proposalId: Id, subjectId: Id, why: z.string().max(200) }),
  policy: system,
  audit: { kind: 'changes', subjects: () => [], details: ({ why }) => ({ why }) },
  refusals: [],
  async run(context, { proposalId, subjectId }) {
    await leaveRecord(context, proposalId, subjectId);
    return ok();
  },
});
