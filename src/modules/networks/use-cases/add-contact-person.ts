import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Email, Phone } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { optional, optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, toldWithOthers } from '#use-case';
import { findInRegister, insertContactPerson } from '../db/register.db.ts';
import { keepsOrganisations } from './organisation-fields.ts';

/** Names whom to call in an organisation from a day on; a telephone number or an e-mail address at least. */
export const addContactPerson = defineUseCase({
  name: 'networks.add-contact-person',
  purpose: 'administration',
  input: z
    .object({
      organisationId: Id,
      name: requiredText(200),
      task: optionalText(200),
      phone: optional(Phone),
      email: optional(Email),
      from: Day,
    })
    .refine(({ phone, email }) => Boolean(phone) || Boolean(email), {
      path: ['phone'] as PropertyKey[],
      error: 'phone-or-email',
      when: toldWithOthers,
    }),
  policy: keepsOrganisations,
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: ({ organisationId }) => ({ organisation: organisationId }),
  },
  refusals: ['organisation-not-found'],
  async run(context, given) {
    if (!(await findInRegister(context, given.organisationId)))
      return err({ code: 'organisation-not-found' });
    return ok({ contactId: await insertContactPerson(context, given) });
  },
});
