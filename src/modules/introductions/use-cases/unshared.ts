import type { ViewerContext } from '#access';
import { accountOf, closeTasks, reopenTasks, responsibleOf, workersWith } from '#clients';
import { companyNames, employerAccounts } from '#companies';
import { followSharing, sharingOf } from '#consents';
import { type Notice, notify } from '#use-case';
import { vacancyBriefs } from '#vacancies';
import {
  endedWithConsent,
  type Introduction,
  moveIntroduction,
  openIntroductions,
  stepsOf,
} from '../db/introductions.db.ts';
import type { IntroductionState } from '../domain/introduction.ts';

/** Those of whose person nothing is shared with the company any more. Ask as the house. */
export async function unsharedAmong<I extends Introduction>(
  system: ViewerContext,
  all: readonly I[],
): Promise<I[]> {
  const sharing = await sharingOf(system, [...new Set(all.map((each) => each.clientId))]);
  return all.filter(
    (each) =>
      !sharing.some(
        (consent) =>
          consent.clientId === each.clientId &&
          (consent.receiverCompanyId === each.companyId ||
            consent.attendingCompanyIds.includes(each.companyId)),
      ),
  );
}

/** Ends introductions whose consent is no longer in force, interviews too, and tells each party in its own words. */
export async function endUnshared(
  system: ViewerContext,
  all: readonly Introduction[],
  by: string | undefined,
): Promise<string[]> {
  const clientIds: string[] = [];
  for (const each of await unsharedAmong(system, all)) {
    if (!(await moveIntroduction(system, each, { state: 'withdrawn', reason: 'consent-withdrawn' }, by)))
      continue;
    await closeTasks(system, 'employer-silent', each.introductionId);
    await tell(system, each, by, 'ended');
    clientIds.push(each.clientId);
  }
  return clientIds;
}

/** Puts back those that ended with a withdrawal that was taken back: each where it was, with a step of its own. */
async function putBack(
  system: ViewerContext,
  clientId: string,
  withdrawnAt: string,
  by: string | undefined,
): Promise<number> {
  const ended = await endedWithConsent(system, clientId, withdrawnAt);
  const unshared = new Set((await unsharedAmong(system, ended)).map((each) => each.introductionId));
  let count = 0;
  for (const each of ended.filter(({ introductionId }) => !unshared.has(introductionId))) {
    const steps = await stepsOf(system, each.introductionId);
    const state = (steps.findLast((step) => step.state !== 'withdrawn')?.state ??
      'waiting') as IntroductionState;
    if (!(await moveIntroduction(system, each, { state }, by))) continue;
    await reopenTasks(system, 'employer-silent', each.introductionId, withdrawnAt);
    await tell(system, { ...each, state }, by, 'back');
    count += 1;
  }
  return count;
}

/** The employer, who introduced, the person's own workers, the person: all but who did it. Nothing of the person to the employer. */
async function tell(
  system: ViewerContext,
  of: Introduction,
  by: string | undefined,
  what: 'ended' | 'back',
): Promise<void> {
  const interview = of.interviewOn !== undefined && of.state === 'interview';
  const params = {
    company: (await companyNames(system, [of.companyId])).get(of.companyId) ?? '',
    vacancy: (await vacancyBriefs(system, [of.vacancyId])).get(of.vacancyId)?.title ?? '',
    ...(interview ? { day: of.interviewOn! } : {}),
  };
  const kind = (who: string) => `${who}-${interview ? 'interview' : 'introduction'}-${what}`;
  const notices: Notice[] = (await employerAccounts(system, of.companyId)).map((accountId) => ({
    accountId,
    kind: kind('employer'),
    params,
    link: '/employer',
  }));
  const workers = workersWith((await responsibleOf(system, [of.clientId])).get(of.clientId));
  for (const accountId of new Set([of.introducedBy, ...workers]))
    notices.push({
      accountId,
      kind: kind('services'),
      params,
      link: workers.includes(accountId) ? `/clients/${of.clientId}/introductions` : '/introductions',
    });
  const own = await accountOf(system, of.clientId);
  if (own !== undefined)
    notices.push({ accountId: own, kind: kind('own'), params, link: '/my/introductions' });
  await notify(system, ...notices.filter(({ accountId }) => accountId !== by));
}

followSharing({
  ended: async (system, clientId, by) => {
    await endUnshared(system, await openIntroductions(system, clientId), by);
  },
  restored: putBack,
});
