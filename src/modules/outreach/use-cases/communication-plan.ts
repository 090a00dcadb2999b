import { z } from 'zod';
import { holds, may } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { listBulletins } from '../db/bulletins.db.ts';
import { listActions } from '../db/plan.db.ts';
import { planSorts, planStates } from '../domain/codes.ts';
import { costsByLine, planStateOf } from '../domain/plan.ts';
import { why } from './why.ts';

/** The communication plan: what is to be told, why, to whom, how; the effect and cost that were planned and that came. */
export const communicationPlan = defineUseCase({
  name: 'outreach.communication-plan',
  purpose: 'steering',
  input: listInput({ sorts: planSorts, filters: { state: z.enum(planStates) } }),
  policy: may('communication-plan:read'),
  audit: { kind: 'none', why: why.communicationPlan },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const actions = await listActions(context);
    const write = holds(context, 'bulletins:write');
    const page = pageFromRows(
      actions.map((action) => ({ ...action, state: planStateOf(action, context.today) })),
      {
        name: 'communication-plan',
        id: ({ actionId }) => actionId,
        sorts: {
          day: ({ plannedOn, aim }) => [plannedOn, aim],
          aim: ({ aim }) => [aim],
          owner: ({ owner, aim }) => [owner, aim],
          cost: ({ costPlanned, aim }) => [costPlanned, aim],
        },
        sort: 'day',
        search: ({ aim, audience, message, owner, budgetLine }) => [
          aim,
          audience,
          message,
          owner,
          budgetLine,
        ],
        filters: { state: ({ state }, states) => states.includes(state) },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      costs: costsByLine(actions),
      bulletins: write
        ? (await listBulletins(context)).map(({ bulletinId, titles }) => ({ bulletinId, titles }))
        : [],
      may: { write },
    });
  },
});
