import { z } from 'zod';
import { writesPerson } from '#access';
import type { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { basicsOf } from '../db/people.db.ts';
import { completeOpenTask, hasOpenTask, openTask } from '../db/tasks.db.ts';
import { dutyAfter } from '../domain/duties.ts';
import type { TaskKind } from '../domain/kinds.ts';
import { goesOn } from '../domain/searches.ts';

/**
 * Marks a duty done today. Doing one may open the next by rule: a meeting the next meeting while the search goes on
 * (PATH-19), the follow-up of an outcome the following one (PATH-17).
 */
export const completeTask = defineUseCase({
  name: 'clients.complete-task',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, taskId: Id }),
  policy: writesPerson('tasks'),
  refusals: ['task-not-open'],
  async run(context, { clientId, taskId }) {
    const done = await completeOpenTask(context, clientId, taskId);
    if (!done) return err({ code: 'task-not-open' });
    const nothingOpened: { kind: TaskKind; opened?: { kind: TaskKind; dueOn: Day } } = { kind: done.kind };
    const next = dutyAfter(done, context.today);
    if (!next) return ok(nothingOpened);
    if (next.kind === 'job-search-meeting') {
      const basics = await basicsOf(context, clientId);
      if (!goesOn(basics, context.today) || (await hasOpenTask(context, clientId, ['job-search-meeting']))) {
        return ok(nothingOpened);
      }
    }
    await openTask(context, clientId, { ...next, details: { ...next.details, after: taskId } });
    return ok({ ...nothingOpened, opened: { kind: next.kind, dueOn: next.dueOn } });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'changes',
    subjects: ({ clientId }) => [clientId],
    details: (_input, output) => (output ? { task: output.kind } : {}),
  },
});
