import { z } from 'zod';
import { actingAsSystem, every } from '#access';
import { accountOf, undoOutcomeOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { freePlace } from '#vacancies';
import { findIntroduction, moveIntroduction, stepsOf } from '../db/introductions.db.ts';
import type { IntroductionState } from '../domain/introduction.ts';
import { followsIntroductions, personTriedFor, stillShared } from '../policies.ts';

/**
 * Takes back a hire that came to nothing or was recorded by mistake, with everything that it led to: the introduction is
 * where it was before, the outcome is taken back, a search that ended because of it goes on with its duties, the place of
 * the need is free, and a need closed as full is open. Each of these keeps a trace.
 */
export const undoHire = defineUseCase({
  name: 'introductions.undo-hire',
  purpose: 'recruitment',
  input: z.object({ introductionId: Id }),
  policy: every<{ introductionId: string }>(followsIntroductions, stillShared),
  audit: {
    kind: 'changes',
    subjects: (input, output: { clientId: string } | undefined) =>
      output ? [output.clientId] : personTriedFor(input),
  },
  refusals: ['introduction-not-found', 'not-hired'],
  async run(context, { introductionId }) {
    const found = await findIntroduction(context, introductionId);
    if (!found) return err({ code: 'introduction-not-found' });
    if (found.state !== 'hired') return err({ code: 'not-hired' });
    const by = context.viewer.accountId;
    const undone = await actingAsSystem(
      context,
      'what a hire led to stands in many rooms',
      async (system) => {
        const steps = await stepsOf(system, introductionId);
        const before = steps.map(({ state }) => state).findLast((state) => state !== 'hired') ?? 'waiting';
        const state = before as IntroductionState;
        if (!(await moveIntroduction(system, found, { state, note: found.answerNote, hiredOn: null }, by)))
          return false;
        await undoOutcomeOf(system, introductionId, by);
        await freePlace(system, { vacancyId: found.vacancyId, introductionId });
        const person = await accountOf(system, found.clientId);
        if (person !== undefined)
          await notify(system, {
            accountId: person,
            kind: 'hire-undone',
            params: {},
            link: '/my/introductions',
          });
        return true;
      },
    );
    return undone ? ok({ clientId: found.clientId }) : err({ code: 'not-hired' });
  },
});
