import { z } from 'zod';
import { inRole } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { Cents } from '#kernel/money.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listBulletins } from '../db/bulletins.db.ts';
import { keepAction, listActions } from '../db/plan.db.ts';
import { channels, planReaders } from '../domain/codes.ts';
import { costsByLine, planStateOf } from '../domain/plan.ts';
import { isWriter, writesOut } from '../policies.ts';
import { maybe, words } from './inputs.ts';

const why = 'a plan of communication, nobody’s data';

/** The communication plan: what is to be told, why, to whom, how; the effect and cost that were planned and that came. */
export const communicationPlan = defineUseCase({
  name: 'outreach.communication-plan',
  purpose: 'steering',
  input: z.object({}).default({}),
  policy: inRole(...planReaders),
  audit: { kind: 'none', why },
  refusals: [],
  async run(handle) {
    const actions = await listActions(handle);
    const write = isWriter(handle.viewer.role);
    return ok({
      actions: actions.map((one) => ({ ...one, state: planStateOf(one, handle.today) })),
      costs: costsByLine(actions),
      bulletins: write
        ? (await listBulletins(handle)).map(({ bulletinId, titles }) => ({ bulletinId, titles }))
        : [],
      may: { write },
    });
  },
});

/** Adds an action to the plan, or changes one: also that it has been done, with the effect and cost that came. */
export const saveAction = defineUseCase({
  name: 'outreach.save-action',
  purpose: 'steering',
  input: z.object({
    actionId: Id.optional(),
    aim: words(500),
    audience: words(300),
    message: maybe(1_000),
    channel: z.enum(channels),
    plannedOn: Day,
    doneOn: Day.optional(),
    droppedWhy: maybe(500),
    owner: words(200),
    bulletinId: Id.optional(),
    effect: maybe(200),
    effectPlanned: z.number().int().min(0).max(1_000_000_000).optional(),
    effectActual: z.number().int().min(0).max(1_000_000_000).optional(),
    costPlanned: Cents.min(0).default(0),
    costActual: Cents.min(0).optional(),
    budgetLine: maybe(200),
  }),
  policy: writesOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'done-and-dropped', 'done-ahead', 'effect-unnamed'],
  async run(handle, { actionId, ...draft }) {
    if (actionId !== undefined && !(await listActions(handle)).some((one) => one.actionId === actionId))
      return err({ code: 'not-found' });
    if (draft.doneOn !== undefined && draft.droppedWhy !== undefined)
      return err({ code: 'done-and-dropped', field: 'droppedWhy' });
    if (draft.doneOn !== undefined && draft.doneOn > handle.today)
      return err({ code: 'done-ahead', field: 'doneOn' });
    if (draft.effect === undefined && (draft.effectPlanned !== undefined || draft.effectActual !== undefined))
      return err({ code: 'effect-unnamed', field: 'effect' });
    return ok({ actionId: await keepAction(handle, actionId, draft) });
  },
});
