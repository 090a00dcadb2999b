import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import { namesOf } from '#clients';
import { aliasesOf, consentFor, sharingOf } from '#consents';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { vacancyBriefs } from '#vacancies';
import { isIntroduced } from '../db/introductions.db.ts';
import { introducesPeople } from '../policies.ts';

/**
 * Before an introduction: whom, to whose need, what that employer will see of the person at this instant, and what
 * stands in the way, if anything does.
 */
export const prepareIntroduction = defineUseCase({
  name: 'introductions.prepare',
  purpose: 'recruitment',
  input: z.object({ clientId: Id, vacancyId: Id }),
  policy: introducesPeople,
  audit: {
    kind: 'reads',
    subjects: ({ clientId }) => [clientId],
    details: ({ vacancyId }) => ({ vacancyId }),
  },
  refusals: ['vacancy-not-found'],
  async run(context, { clientId, vacancyId }) {
    const vacancy = (await vacancyBriefs(context, [vacancyId])).get(vacancyId);
    if (!vacancy) return err({ code: 'vacancy-not-found' });
    const consent = await consentFor(context, clientId, vacancy.companyId);
    const introduced = await actingAsSystem(
      context,
      'another organisation may have introduced the person already',
      (system) => isIntroduced(system, clientId, vacancyId),
    );
    const closed = vacancy.state === 'filled' || vacancy.state === 'lapsed';
    const obstacle = closed
      ? ('vacancy-not-open' as const)
      : introduced
        ? ('already-introduced' as const)
        : consent
          ? undefined
          : ('consent-missing' as const);
    const employerSees = consent ? await sharedWith(context, clientId, vacancy.companyId) : undefined;
    return ok({
      clientId,
      vacancy,
      name: (await namesOf(context, [clientId])).get(clientId)?.full,
      alias: (await aliasesOf(context, [clientId])).get(clientId),
      employerSees,
      obstacle,
      actions: { introduce: obstacle === undefined },
    });
  },
});

/** Every field that the company sees of the person, by all its consents together, and until when the longest is. */
async function sharedWith(context: ViewerContext, clientId: string, companyId: string) {
  const open = (await sharingOf(context, [clientId])).filter(
    (sharing) =>
      sharing.step === 2 &&
      (sharing.receiverCompanyId === companyId || sharing.attendingCompanyIds.includes(companyId)),
  );
  return {
    fields: [...new Set(open.flatMap((sharing) => sharing.fields))],
    until: open
      .map((sharing) => sharing.until)
      .sort()
      .at(-1)!,
  };
}
