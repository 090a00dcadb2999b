import { organisations } from './use-cases/organisations.ts';

/** The door of the room: the organisations that take part, and what they are called. */
export const networks = { organisations };

export {
  addOrganisation,
  type DatedOrganisation,
  organisationNames,
  organisationsOfAllTimes,
} from './db/organisations.db.ts';
export { organisationKinds } from './domain/kinds.ts';
