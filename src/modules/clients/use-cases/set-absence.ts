import { z } from 'zod';
import { actingAsSystem, deny, holds, type Policy, permit } from '#access';
import { addYears, Day, isDay } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, type Notice, notify, toldWithOthers } from '#use-case';
import { addAbsence, clientsOfWorker, hindranceOf, worksThrough } from '../db/absences.db.ts';
import { accountNames } from '../db/people.db.ts';

/** A worker for oneself; whoever leads the teams for anybody. */
const ownOrLeads: Policy<{ accountId: string }> = (context, { accountId }) => {
  if (holds(context, 'caseload:manage')) return permit;
  if (!holds(context, 'caseload:read')) return deny('role-may-not');
  return accountId === context.viewer.accountId ? permit : deny('no-relation');
};

/**
 * Says that a worker is away on these days and who stands in. On them the substitute sees and works with the worker's
 * clients, those too who come meanwhile; the worker goes on answering for them. Nobody asks why. Told to both and to each
 * client who has an account; how many files stay closed to the substitute (own or a relative's) is said.
 */
export const setAbsence = defineUseCase({
  name: 'clients.set-absence',
  purpose: 'employment-service',
  input: z
    .object({ accountId: Id, substituteId: Id, from: Day, until: Day })
    .refine(({ from, until }) => !isDay(from) || !isDay(until) || until >= from, {
      path: ['until'],
      error: 'absence-ends-before',
      when: toldWithOthers,
    })
    .refine(({ from, until }) => !isDay(from) || !isDay(until) || until < addYears(from, 1), {
      path: ['until'],
      error: 'absence-too-long',
      when: toldWithOthers,
    }),
  policy: ownOrLeads,
  refusals: [
    'absence-in-past',
    'cannot-stand-in',
    'not-a-worker',
    'absence-overlaps',
    'stands-in-then',
    'substitute-is-away',
  ],
  async run(context, { accountId, substituteId, from, until }) {
    if (from < context.today) return err({ code: 'absence-in-past', field: 'from' });
    const by = context.viewer.accountId!;
    return actingAsSystem(context, 'absences are kept by the house alone', async (system) => {
      if (!(await worksThrough(system, accountId, from, from)))
        return err({ code: 'not-a-worker', field: 'accountId' });
      if (substituteId === accountId || !(await worksThrough(system, substituteId, from, until)))
        return err({ code: 'cannot-stand-in', field: 'substituteId' });
      const hindrance = await hindranceOf(system, { accountId, substituteId, from, until });
      if (hindrance !== undefined)
        return err({ code: hindrance, field: hindrance === 'substitute-is-away' ? 'substituteId' : 'from' });
      const absenceId = await addAbsence(system, { accountId, substituteId, from, until, by });
      const names = await accountNames(system, [accountId, substituteId]);
      const clients = await clientsOfWorker(system, { accountId, substituteId, from });
      const params = {
        name: names.get(accountId) ?? '',
        substitute: names.get(substituteId) ?? '',
        from,
        until,
        count: clients.all - clients.closed,
      };
      const notices: Notice[] = [
        { accountId: substituteId, kind: 'you-stand-in', params, link: '/absences' },
        { accountId, kind: 'absence-set-for-you', params, link: '/absences' },
        ...clients.accounts.map((own) => ({ accountId: own, kind: 'adviser-away', params, link: '/my' })),
      ];
      await notify(system, ...notices.filter((notice) => notice.accountId !== by));
      return ok({
        absenceId,
        from,
        until,
        name: params.substitute,
        clients: params.count,
        closed: clients.closed,
        clientIds: clients.open,
      });
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'changes', subjects: (_input, output) => output?.clientIds ?? [] },
});
