import { z } from 'zod';
import { actingAsSystem } from '#access';
import { accountOf, responsibleOf, workersWith } from '#clients';
import { companyNames, employerAccounts } from '#companies';
import { consentFor } from '#consents';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { storeResult } from '#matching';
import { defineUseCase, notify } from '#use-case';
import { vacancyBriefs } from '#vacancies';
import { addIntroduction, isIntroduced } from '../db/introductions.db.ts';
import { introducesPeople } from '../policies.ts';

/**
 * An adviser introduces a person to an employer's need. Needs the person's step 2 consent to that employer, in force
 * at this instant (requirements SKI-04, SKI-12).
 */
export const introduce = defineUseCase({
  name: 'introductions.introduce',
  purpose: 'recruitment',
  input: z.object({ clientId: Id, vacancyId: Id, message: z.string().trim().max(1_000).optional() }),
  policy: introducesPeople,
  audit: {
    kind: 'discloses',
    subjects: ({ clientId }) => [clientId],
    details: ({ vacancyId }) => ({ vacancyId }),
  },
  refusals: ['vacancy-not-open', 'consent-missing', 'already-introduced'],
  async run(context, { clientId, vacancyId, message }) {
    const vacancy = (await vacancyBriefs(context, [vacancyId])).get(vacancyId);
    if (!vacancy || vacancy.state === 'filled' || vacancy.state === 'lapsed')
      return err({ code: 'vacancy-not-open' });
    const consent = await consentFor(context, clientId, vacancy.companyId);
    if (!consent) return err({ code: 'consent-missing' });
    const already = await actingAsSystem(
      context,
      'another organisation may have introduced the person already',
      (system) => isIntroduced(system, clientId, vacancyId),
    );
    if (already) return err({ code: 'already-introduced' });
    const introductionId = await addIntroduction(context, {
      clientId,
      vacancyId,
      companyId: vacancy.companyId,
      consentId: consent.consentId,
      organisationId: context.viewer.organisationId!,
      message: message || undefined,
    });
    await storeResult(context, { introductionId, clientId, vacancyId });
    const told = await actingAsSystem(context, 'who is to be told', async (system) => ({
      company: (await companyNames(system, [vacancy.companyId])).get(vacancy.companyId) ?? '',
      employers: await employerAccounts(system, vacancy.companyId),
      person: await accountOf(system, clientId),
      workers: workersWith((await responsibleOf(system, [clientId])).get(clientId)),
    }));
    const params = { vacancy: vacancy.title, company: told.company };
    await notify(
      context,
      ...told.employers.map((accountId) => ({
        accountId,
        kind: 'introduced-to-you',
        params,
        link: `/employer/introductions/${introductionId}`,
      })),
      ...(told.person
        ? [{ accountId: told.person, kind: 'you-were-introduced', params, link: '/my/introductions' }]
        : []),
      ...told.workers
        .filter((worker) => worker !== context.viewer.accountId)
        .map((accountId) => ({
          accountId,
          kind: 'client-was-introduced',
          params,
          link: `/clients/${clientId}`,
        })),
    );
    return ok({ introductionId });
  },
});
