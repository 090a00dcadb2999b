import { z } from 'zod';
import { actingAsSystem, writesPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, sendLetter } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { addInvitation } from '../db/invitations.db.ts';
import { accountOf, basicsOf } from '../db/people.db.ts';
import { invitationWays } from '../domain/codes.ts';

/**
 * Invites a person to an own account: a code in force for `invitationDays`, by mail without a word about the person, or given
 * by hand. A new one takes the place of the one before. The code is told to the worker once.
 */
export const invite = defineUseCase({
  name: 'clients.invite',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, way: z.enum(invitationWays) }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId], details: ({ way }) => ({ way }) },
  refusals: ['client-not-found', 'has-account', 'no-email', 'no-open-case'],
  async run(context, { clientId, way }) {
    const by = context.viewer.accountId!;
    return actingAsSystem(context, 'invitations are kept by the house alone', async (system) => {
      const basics = await basicsOf(system, clientId);
      if (!basics) return err({ code: 'client-not-found' });
      if (basics.caseId === undefined) return err({ code: 'no-open-case' });
      if ((await accountOf(system, clientId)) !== undefined) return err({ code: 'has-account' });
      const address = basics.contact?.email;
      if (way === 'mail' && address === undefined) return err({ code: 'no-email', field: 'way' });
      const { code, expiresAt } = await addInvitation(system, { clientId, way, by });
      const until = expiresAt.toISOString().slice(0, 10);
      await addCaseStep(system, {
        clientId,
        caseId: basics.caseId,
        kind: 'invited',
        onDay: context.today,
        details: { until },
        by,
      });
      if (way === 'mail')
        await sendLetter(system, {
          address: address!,
          language: basics.contactLanguage,
          kind: 'invitation',
          params: { code },
          link: `/invitation?code=${code}`,
        });
      return ok({ code, until, way });
    });
  },
});
