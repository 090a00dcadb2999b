import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { contactsOfAllTimes, setContactEnd } from '../db/register.db.ts';
import { keepsOrganisations } from './organisation-fields.ts';

/** A contact person's last day in the task; the row stays. */
export const endContactPerson = defineUseCase({
  name: 'networks.end-contact-person',
  purpose: 'administration',
  input: z.object({ organisationId: Id, contactId: Id, lastDay: Day }),
  policy: keepsOrganisations,
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: ({ organisationId }) => ({ organisation: organisationId }),
  },
  refusals: ['contact-not-found'],
  async run(context, { organisationId, contactId, lastDay }) {
    const known = (await contactsOfAllTimes(context, organisationId)).find(
      (one) => one.contactId === contactId,
    );
    if (!known || (known.validTo !== null && known.validTo < context.today))
      return err({ code: 'contact-not-found' });
    await setContactEnd(context, contactId, lastDay);
    return ok({ contactId });
  },
});
