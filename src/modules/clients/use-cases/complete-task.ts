import { z } from 'zod';
import { writesPerson } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { basicsOf } from '../db/people.db.ts';
import { openCaseOf } from '../db/responsibility.db.ts';
import { completeOpenTask, hasOpenTask, openTask } from '../db/tasks.db.ts';
import { meetings } from '../domain/codes.ts';
import { dutyAfter } from '../domain/duties.ts';
import { attendances, type TaskKind } from '../domain/kinds.ts';
import { goesOn } from '../domain/searches.ts';

/**
 * Marks a duty done on the day it was held, today when no other is said. Doing one may open the next by rule, counted from
 * that day: a meeting the next meeting while the search goes on (PATH-19), the follow-up of an outcome the following one
 * (PATH-17). A meeting to which the person did not come is written down and stays to be held, by the same day and rule.
 */
export const completeTask = defineUseCase({
  name: 'clients.complete-task',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    taskId: Id,
    heldOn: Day.optional(),
    attended: z.enum(attendances).optional(),
  }),
  policy: writesPerson('tasks'),
  refusals: ['task-not-open', 'held-in-future', 'held-before-case', 'nobody-comes-to-it'],
  async run(context, { clientId, taskId, heldOn = context.today, attended }) {
    if (heldOn > context.today) return err({ code: 'held-in-future', field: 'heldOn' });
    const open = await openCaseOf(context, clientId);
    if (heldOn !== context.today && open && heldOn < open.openedOn)
      return err({ code: 'held-before-case', field: 'heldOn' });
    const came = attended === undefined ? undefined : attended === 'came';
    const done = await completeOpenTask(context, clientId, taskId, { on: heldOn, attended: came });
    if (!done) return err({ code: 'task-not-open' });
    const { kind, dueOn, ruleId, subjectId, details } = done;
    if (came === false) {
      if (!(meetings as readonly TaskKind[]).includes(kind))
        return err({ code: 'nobody-comes-to-it', field: 'attended' });
      await openTask(context, clientId, {
        kind,
        dueOn,
        ...(ruleId === undefined ? {} : { ruleId }),
        ...(subjectId === undefined ? {} : { subjectId }),
        details: { ...(details as Record<string, string | number>), after: taskId },
      });
      return ok({ kind, missed: true, opened: { kind, dueOn } });
    }
    const nothingOpened: { kind: TaskKind; missed?: boolean; opened?: { kind: TaskKind; dueOn: Day } } = {
      kind,
    };
    const next = dutyAfter(done, heldOn);
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
    details: (_input, output) =>
      output ? { task: output.kind, ...(output.missed ? { missed: true } : {}) } : {},
  },
});
