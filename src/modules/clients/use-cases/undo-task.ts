import { z } from 'zod';
import { writesPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { reopenTask } from '../db/tasks.db.ts';

/** Takes back, within the same day, that a duty was marked done; what doing it had opened goes too. */
export const undoTask = defineUseCase({
  name: 'clients.undo-task',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, taskId: Id }),
  policy: writesPerson('tasks'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['task-not-done-today'],
  async run(context, { clientId, taskId }) {
    const reopened = await reopenTask(context, clientId, taskId);
    return reopened ? ok() : err({ code: 'task-not-done-today' });
  },
});
