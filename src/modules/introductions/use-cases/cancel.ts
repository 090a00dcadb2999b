import { z } from 'zod';
import { actingAsSystem, may } from '#access';
import { closeTasks } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { findIntroduction, moveIntroduction } from '../db/introductions.db.ts';
import { mayMove } from '../domain/introduction.ts';

/** The person steps back from an introduction; nothing else changes for the person. */
export const cancel = defineUseCase({
  name: 'introductions.cancel',
  purpose: 'own-data',
  input: z.object({ introductionId: Id }),
  policy: may('own-page:use'),
  audit: {
    kind: 'changes',
    subjects: (_input, _output, viewer) => (viewer.clientId ? [viewer.clientId] : []),
  },
  refusals: ['not-found', 'answered-already'],
  async run(context, { introductionId }) {
    const found = await findIntroduction(context, introductionId);
    if (!found) return err({ code: 'not-found' });
    if (!mayMove(found.state, 'withdrawn')) return err({ code: 'answered-already' });
    if (!(await moveIntroduction(context, found, { state: 'withdrawn', reason: 'client-withdrew' })))
      return err({ code: 'answered-already' });
    await actingAsSystem(context, 'nobody waits for the employer any more', (system) =>
      closeTasks(system, 'employer-silent', introductionId),
    );
    await notify(context, {
      accountId: found.introducedBy,
      kind: 'introduction-cancelled',
      params: {},
      link: '/introductions',
    });
    return ok();
  },
});
