import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

export {
  type CompanyBrief,
  companyBriefs,
  companyNames,
  employerAccounts,
  recordVisit,
} from './db/queries.db.ts';
export { actionKinds, sizeClasses, visitChannels } from './domain/company.ts';
export { placeName } from './places.ts';
export { writesCompany } from './policies.ts';

/** The door of the room. */
export const companies = doorOf(useCases);
