import { z } from 'zod';
import {
  actingAsSystem,
  type Decision,
  deny,
  holds,
  mayWrite,
  type Policy,
  permit,
  relationTo,
  type ViewerContext,
} from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, type Notice, notify } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { addHandOvers, type HandOverRow } from '../db/hand-overs.db.ts';
import { accountOf, namesOf } from '../db/people.db.ts';
import { moveResponsibility, openCaseOf, possibleWorkers, responsibleOf } from '../db/responsibility.db.ts';

/** Of how many people at once. */
export const ClientIds = z.array(Id).min(1, { error: 'choose-clients' }).max(200);

/** Whoever leads the teams may move any of these people, a worker those whom the worker answers for: never an own or a relative's file. */
export const movesClients: Policy<{ clientIds: readonly string[] }> = async (context, { clientIds }) => {
  const leads = holds(context, 'caseload:manage');
  for (const clientId of clientIds) {
    const relation = await relationTo(context, clientId);
    const decision: Decision = leads
      ? relation.conflict
        ? deny('own-or-relatives-file')
        : permit
      : mayWrite(context.viewer, 'basics', relation, context.now);
    if (!decision.permit) return decision;
  }
  if (leads) return permit;
  const responsible = await responsibleOf(context, clientIds);
  const own = clientIds.every((id) => responsible.get(id)?.accountId === context.viewer.accountId);
  return own ? permit : deny('no-relation');
};

/**
 * Hands people over to a colleague from today or a later day, one or many at once, by the worker who answers for them or by
 * whoever leads the teams. There is exactly one responsible worker at every moment (PATH-03); the giver's right to a file
 * ends when the receiver's begins. Who cannot go stays, and is named. The receiver, the giver and each person are told.
 */
export const handOver = defineUseCase({
  name: 'clients.hand-over',
  purpose: 'employment-service',
  input: z.object({ clientIds: ClientIds, accountId: Id, from: Day.optional(), reason: requiredText(500) }),
  policy: movesClients,
  audit: { kind: 'changes', subjects: ({ clientIds }) => clientIds, details: ({ reason }) => ({ reason }) },
  refusals: ['handover-in-past', 'cannot-be-responsible', 'no-open-case'],
  async run(context, { clientIds, accountId, from = context.today, reason }) {
    if (from < context.today) return err({ code: 'handover-in-past', field: 'from' });
    const by = context.viewer.accountId!;
    return actingAsSystem(context, 'responsibility is kept by the house alone', async (system) => {
      const ids = [...new Set(clientIds)];
      const receiver = (await possibleWorkers(system, ids, from)).find(
        (worker) => worker.accountId === accountId,
      );
      if (!receiver) return err({ code: 'cannot-be-responsible', field: 'accountId' });
      const before = await responsibleOf(system, ids);
      const rows: HandOverRow[] = [];
      for (const clientId of ids) {
        const open = await openCaseOf(system, clientId, true);
        const giver = before.get(clientId);
        if (!open || !giver || receiver.closedTo.includes(clientId)) continue;
        await moveResponsibility(system, {
          caseId: open.id,
          clientId,
          accountId,
          organisationId: receiver.organisationId,
          from,
          reason,
        });
        const details = { name: receiver.name };
        await addCaseStep(system, { clientId, caseId: open.id, kind: 'handed-over', onDay: from, reason, details, by }); // biome-ignore format: one line
        rows.push({
          clientId,
          caseId: open.id,
          fromAccount: giver.accountId,
          fromOrganisation: giver.organisationId,
        });
      }
      if (rows.length === 0) return err({ code: 'no-open-case' });
      const batchId = await addHandOvers(system, { toAccount: accountId, from, reason, by, rows });
      await notify(system, ...(await noticesOf(system, { rows, by, from, receiver })));
      const names = await namesOf(system, ids);
      const handed = new Set(rows.map((row) => row.clientId));
      const left = ids.filter((id) => !handed.has(id)).map((id) => names.get(id)?.full ?? '');
      return ok({ batchId, from, name: receiver.name, handed: rows.length, left });
    });
  },
});

/** One message to the receiver and to a giver who did not do it, and one to each person who has an account. */
async function noticesOf(
  system: ViewerContext,
  of: {
    rows: readonly HandOverRow[];
    by: string;
    from: Day;
    receiver: { accountId: string; name: string };
  },
): Promise<Notice[]> {
  const { rows, by, receiver } = of;
  const params = { count: rows.length, day: of.from, name: receiver.name };
  const one = rows.length === 1;
  const notices: Notice[] = [];
  if (receiver.accountId !== by)
    notices.push({
      accountId: receiver.accountId,
      kind: one ? 'client-handed-over' : 'clients-handed-over',
      params,
      link: one ? `/clients/${rows[0]!.clientId}` : '/hand-overs',
    });
  for (const [giver, given] of Map.groupBy(rows, (row) => row.fromAccount))
    if (giver !== by)
      notices.push({
        accountId: giver,
        kind: 'clients-taken',
        params: { ...params, count: given.length },
        link: '/hand-overs',
      });
  for (const { clientId } of rows) {
    const own = await accountOf(system, clientId);
    if (own !== undefined) notices.push({ accountId: own, kind: 'adviser-changed', params, link: '/my' });
  }
  return notices;
}
