import { z } from 'zod';
import { Email, Phone } from '#kernel/field-kinds.ts';
import { Id, newId } from '#kernel/ids.ts';
import { optional, optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { contactsOf, findCompany, insertContact } from '../db/companies.db.ts';
import { takeIntoUnit } from '../db/units.db.ts';
import { isLikeAnother } from '../domain/contact.ts';
import { writesCompany } from '../policies.ts';

/** Adds a contact person, in place from today; one who could not be told from another of the same name is asked for more. */
export const addContact = defineUseCase({
  name: 'companies.add-contact',
  purpose: 'business-service',
  input: z.object({
    companyId: Id,
    name: requiredText(200),
    position: optionalText(200),
    phone: optional(Phone),
    email: optional(Email),
  }),
  policy: writesCompany,
  audit: { kind: 'none', why: 'A contact person stands in the register in an office, not as a client.' },
  refusals: ['company-not-found', 'contact-namesake'],
  async run(context, input) {
    if (!(await findCompany(context, input.companyId))) return err({ code: 'company-not-found' });
    if (isLikeAnother(input, await contactsOf(context, input.companyId)))
      return err({ code: 'contact-namesake', field: 'position' });
    const contactId = newId();
    await takeIntoUnit(context, input.companyId);
    await insertContact(context, { id: contactId, ...input });
    return ok({ contactId });
  },
});
