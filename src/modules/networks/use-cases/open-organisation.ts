import { z } from 'zod';
import { holds } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { organisationsOfAllTimes } from '../db/organisations.db.ts';
import { beforeChanges, contactsOfAllTimes, findInRegister, rolesInOrganisation } from '../db/register.db.ts';
import { servedBy, servedMunicipalities } from '../db/served.db.ts';
import { contactsAtWork, readsRegister } from './organisation-fields.ts';

/** One organisation: what it is and was, whom to call, what it followed and what follows it. */
export const openOrganisation = defineUseCase({
  name: 'networks.open-organisation',
  purpose: 'administration',
  input: z.object({ organisationId: Id }),
  policy: readsRegister,
  audit: contactsAtWork,
  refusals: ['organisation-not-found'],
  async run(context, { organisationId }) {
    const organisation = await findInRegister(context, organisationId);
    if (!organisation) return err({ code: 'organisation-not-found' });
    const all = await organisationsOfAllTimes(context);
    const ended = organisation.validTo !== null && organisation.validTo < context.today;
    const keeps = holds(context, 'organisations:write');
    return ok({
      ...organisation,
      ended,
      /** Municipalities served today, by code. */
      served: await servedBy(context, organisationId, context.today),
      /** Those that somebody of the network serves. */
      servedByAny: await servedMunicipalities(context, context.today),
      people: await contactsOfAllTimes(context, organisationId),
      before: await beforeChanges(context, organisationId),
      followed: all
        .filter(({ successorId }) => successorId === organisationId)
        .map(({ id, names }) => ({ id, names })),
      /** Who could follow it. */
      others: all
        .filter(
          ({ id, validTo }) => id !== organisationId && (validTo === undefined || validTo >= context.today),
        )
        .map(({ id, names }) => ({ id, names })),
      roles: keeps ? await rolesInOrganisation(context, organisationId) : undefined,
      today: context.today,
      actions: { keep: keeps, goOn: keeps && organisation.validTo !== null },
    });
  },
});
