import { addContact } from './use-cases/add-contact.ts';
import { addNote } from './use-cases/add-note.ts';
import { logAction } from './use-cases/log-action.ts';
import { openCompany } from './use-cases/open-company.ts';
import { registerCompany } from './use-cases/register-company.ts';
import { searchCompanies } from './use-cases/search-companies.ts';

export {
  type CompanyBrief,
  companyBriefs,
  companyNames,
  employerAccounts,
  recordVisit,
} from './db/queries.db.ts';
export { actionKinds, sizeClasses, visitChannels } from './domain/company.ts';
export { placeName } from './places.ts';

/** The door of the room. */
export const companies = { addContact, addNote, logAction, openCompany, registerCompany, searchCompanies };
