import { z } from 'zod';
import { keepsPerson } from '#access';
import { addDays, Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { openTask } from '../db/tasks.db.ts';
import { tasksByHand } from '../domain/kinds.ts';

/** Days ahead that a duty may be put at the most: further than that is a slip of the pen. */
const furthest = 5 * 366;

/** Adds a duty by hand to a person's path: the next step that was agreed on. */
export const addTask = defineUseCase({
  name: 'clients.add-task',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    kind: z.enum(tasksByHand),
    dueOn: Day,
    what: z.string().trim().max(200).default(''),
  }),
  policy: keepsPerson('tasks'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId], details: ({ kind }) => ({ task: kind }) },
  refusals: ['task-in-past', 'task-too-far', 'task-needs-words'],
  async run(handle, { clientId, kind, dueOn, what }) {
    if (dueOn < handle.today) return err({ code: 'task-in-past', field: 'dueOn' });
    if (dueOn > addDays(handle.today, furthest)) return err({ code: 'task-too-far', field: 'dueOn' });
    if (kind === 'other' && what === '') return err({ code: 'task-needs-words', field: 'what' });
    const details: Record<string, string> = what === '' ? {} : { what };
    return ok({ taskId: (await openTask(handle, clientId, { kind, dueOn, details }))! });
  },
});
