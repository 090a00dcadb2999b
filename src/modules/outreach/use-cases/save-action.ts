import { z } from 'zod';
import { may } from '#access';
import { Day } from '#kernel/days.ts';
import { Euros } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listActions, upsertAction } from '../db/plan.db.ts';
import { channels } from '../domain/codes.ts';
import { why } from './why.ts';

/** Adds an action to the plan, or changes one: also that it has been done, with the effect and cost that came. */
export const saveAction = defineUseCase({
  name: 'outreach.save-action',
  purpose: 'steering',
  input: z.object({
    actionId: Id.optional(),
    aim: requiredText(500),
    audience: requiredText(300),
    message: optionalText(1_000),
    channel: z.enum(channels),
    plannedOn: Day,
    doneOn: Day.optional(),
    droppedWhy: optionalText(500),
    owner: requiredText(200),
    bulletinId: Id.optional(),
    effect: optionalText(200),
    effectPlanned: z.int().min(0).max(1_000_000_000).optional(),
    effectActual: z.int().min(0).max(1_000_000_000).optional(),
    costPlanned: Euros.default(0),
    costActual: Euros.optional(),
    budgetLine: optionalText(200),
  }),
  policy: may('bulletins:write'),
  audit: { kind: 'none', why: why.communicationPlan },
  refusals: ['not-found', 'done-and-dropped', 'done-ahead', 'effect-unnamed'],
  async run(context, { actionId, ...draft }) {
    if (
      actionId !== undefined &&
      !(await listActions(context)).some((action) => action.actionId === actionId)
    )
      return err({ code: 'not-found' });
    if (draft.doneOn !== undefined && draft.droppedWhy !== undefined)
      return err({ code: 'done-and-dropped', field: 'droppedWhy' });
    if (draft.doneOn !== undefined && draft.doneOn > context.today)
      return err({ code: 'done-ahead', field: 'doneOn' });
    if (draft.effect === undefined && (draft.effectPlanned !== undefined || draft.effectActual !== undefined))
      return err({ code: 'effect-unnamed', field: 'effect' });
    return ok({ actionId: await upsertAction(context, actionId, draft) });
  },
});
