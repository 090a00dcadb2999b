import { z } from 'zod';
import { writesPerson } from '#access';
import { addDays, Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, toldWithOthers } from '#use-case';
import { openTask } from '../db/tasks.db.ts';
import { tasksByHand } from '../domain/kinds.ts';

/** Days ahead that a duty may be put at the most: further than that is a slip of the pen. */
const furthest = 5 * 366;

/** Adds a duty by hand to a person's path: the next step that was agreed on. */
export const addTask = defineUseCase({
  name: 'clients.add-task',
  purpose: 'employment-service',
  input: z
    .object({
      clientId: Id,
      kind: z.enum(tasksByHand),
      dueOn: Day,
      what: z.string().trim().max(200).default(''),
    })
    .refine(({ kind, what }) => kind !== 'other' || what?.trim() !== '', {
      path: ['what'],
      error: 'task-needs-words',
      when: toldWithOthers,
    }),
  policy: writesPerson('tasks'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId], details: ({ kind }) => ({ task: kind }) },
  refusals: ['task-in-past', 'task-too-far'],
  async run(context, { clientId, kind, dueOn, what }) {
    if (dueOn < context.today) return err({ code: 'task-in-past', field: 'dueOn' });
    if (dueOn > addDays(context.today, furthest)) return err({ code: 'task-too-far', field: 'dueOn' });

    const details: Record<string, string> = what === '' ? {} : { what };
    return ok({ taskId: (await openTask(context, clientId, { kind, dueOn, details }))! });
  },
});
