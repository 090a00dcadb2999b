import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { setReadiness } from '../db/promises-write.db.ts';
import { reasonsOf } from '../domain/promises-readiness.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { promisesBesideServices } from './readiness.ts';

/** Calls the plan ready. While one reason blocks, it is refused with all of them. */
export const callReady = defineUseCase({
  name: 'projects.call-ready',
  ...aboutProjects,
  input: z.object({ projectId: Id }),
  policy: writesProject,
  refusals: ['project-not-found', 'plan-not-ready'],
  async run(context, { projectId }) {
    const head = await findHead(context, projectId, 'for-change');
    if (!head) return err({ code: 'project-not-found' });
    const blocking = reasonsOf((await promisesBesideServices(context, head)).promises).filter(
      ({ grade }) => grade === 'blocks',
    );
    if (blocking.length > 0)
      return err({ code: 'plan-not-ready', details: { count: blocking.length, reasons: blocking } });
    await setReadiness(context, projectId, true);
    return ok();
  },
});
