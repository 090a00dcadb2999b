import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optional } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { organisationsOfAllTimes } from '../db/organisations.db.ts';
import { findInRegister, setOrganisationEnd } from '../db/register.db.ts';
import { keepsOrganisations } from './organisation-fields.ts';

/** Ends an organisation after a last day, with the one that follows it. History keeps its name. */
export const endOrganisation = defineUseCase({
  name: 'networks.end-organisation',
  purpose: 'administration',
  input: z.object({ organisationId: Id, lastDay: Day, successorId: optional(Id) }),
  policy: keepsOrganisations,
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: ({ organisationId, lastDay }) => ({ organisation: organisationId, lastDay }),
  },
  refusals: [
    'organisation-not-found',
    'before-organisation-began',
    'successor-not-there',
    'successor-in-a-ring',
  ],
  async run(context, { organisationId, lastDay, successorId }) {
    const organisation = await findInRegister(context, organisationId);
    if (!organisation) return err({ code: 'organisation-not-found' });
    if (organisation.validFrom !== null && lastDay < organisation.validFrom)
      return err({ code: 'before-organisation-began', field: 'lastDay' });
    const all = new Map((await organisationsOfAllTimes(context)).map((one) => [one.id, one]));
    const successor = all.get(successorId ?? '');
    if (
      successorId !== undefined &&
      (!successor || (successor.validTo !== undefined && successor.validTo <= lastDay))
    )
      return err({ code: 'successor-not-there', field: 'successorId' });
    for (let next = successor; next !== undefined; next = all.get(next.successorId ?? ''))
      if (next.id === organisationId) return err({ code: 'successor-in-a-ring', field: 'successorId' });
    await setOrganisationEnd(context, organisationId, { validTo: lastDay, successorId });
    return ok({ organisationId });
  },
});
