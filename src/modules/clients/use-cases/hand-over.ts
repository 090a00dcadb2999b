import { z } from 'zod';
import { actingAsSystem, writesPerson } from '#access';
import { Day } from '#kernel/days.ts';
import { formatDay } from '#kernel/finnish-days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountOf } from '../db/people.db.ts';
import { moveResponsibility, openCaseOf, possibleWorkers } from '../db/responsibility.db.ts';

/**
 * Hands a person over to a colleague from today or a later day. There is exactly one responsible worker at every moment
 * (PATH-03); the giver's right to the file ends when the receiver's begins. Both the receiver and the person are told.
 */
export const handOver = defineUseCase({
  name: 'clients.hand-over',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    accountId: Id,
    from: Day.optional(),
    reason: z.string().trim().min(1, { error: 'required' }).max(500),
  }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['handover-in-past', 'cannot-be-responsible', 'no-open-case'],
  async run(context, { clientId, accountId, from = context.today, reason }) {
    if (from < context.today) return err({ code: 'handover-in-past', field: 'from' });
    return actingAsSystem(context, 'responsibility is kept by the house alone', async (system) => {
      const open = await openCaseOf(system, clientId, true);
      if (!open) return err({ code: 'no-open-case' });
      const receiver = (await possibleWorkers(system, clientId, from)).find(
        (worker) => worker.accountId === accountId,
      );
      if (!receiver) return err({ code: 'cannot-be-responsible', field: 'accountId' });
      const { organisationId } = receiver;
      await moveResponsibility(system, {
        caseId: open.id,
        clientId,
        accountId,
        organisationId,
        from,
        reason,
      });
      const day = formatDay(from, 'fi');
      const own = await accountOf(system, clientId);
      await notify(
        system,
        { accountId, kind: 'client-handed-over', params: { day }, link: `/clients/${clientId}` },
        ...(own === undefined
          ? []
          : [
              {
                accountId: own,
                kind: 'adviser-changed',
                params: { name: receiver.name, day },
                link: '/my',
              },
            ]),
      );
      return ok({ from, name: receiver.name });
    });
  },
});
