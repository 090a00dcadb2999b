import { z } from 'zod';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findCompany, insertContact } from '../db/companies.db.ts';
import { optionalText } from '../domain/company.ts';
import { keepsCompanies } from '../policies.ts';

/** Adds a contact person, in place from today. */
export const addContact = defineUseCase({
  name: 'companies.add-contact',
  purpose: 'business-service',
  input: z.object({
    companyId: Id,
    name: z.string().trim().min(1, 'required').max(200),
    position: optionalText(200),
    phone: optionalText(50),
    email: optionalText(200),
  }),
  policy: keepsCompanies,
  audit: { kind: 'none', why: 'A contact person stands in the register in an office, not as a client.' },
  refusals: ['company-not-found'],
  async run(handle, input) {
    if (!(await findCompany(handle, input.companyId))) return err({ code: 'company-not-found' });
    const contactId = newId();
    await insertContact(handle, { id: contactId, ...input });
    return ok({ contactId });
  },
});
