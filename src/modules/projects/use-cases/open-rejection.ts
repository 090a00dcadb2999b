import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { failing, stateOfItem, thingsOf } from '../domain/promises-readiness.ts';
import { aboutProjects, mayWriteProject, readsProjects } from '../policies.ts';
import { promisesBesideServices } from './readiness.ts';

/** What the funder said no to, criticism by criticism: its state, what still makes it true, and what answers it (FND-10). */
export const openRejection = defineUseCase({
  name: 'projects.open-rejection',
  ...aboutProjects,
  input: z.object({ projectId: Id }),
  policy: readsProjects,
  refusals: ['project-not-found'],
  async run(context, { projectId }) {
    const head = await findHead(context, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const { promises } = await promisesBesideServices(context, head);
    const things = thingsOf(promises);
    const improves = head.improvesId === undefined ? undefined : await findHead(context, head.improvesId);
    return ok({
      head,
      improves: improves && { projectId: improves.projectId, name: improves.name },
      items: promises.rejection.map((item) => ({
        ...item,
        state: stateOfItem(promises, item),
        stillTrue: failing(promises, item.check),
        evidence: item.evidence.map((id) => ({ id, label: things.get(id) })),
      })),
      things: [...things].map(([id, label]) => ({ id, label })),
      actions: { change: await mayWriteProject(context, projectId) },
    });
  },
});
