import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: the organisations that take part, what they are called, and the services they give. */
export const networks = doorOf(useCases);

export {
  addOrganisation,
  type DatedOrganisation,
  organisationNames,
  organisationsOfAllTimes,
} from './db/organisations.db.ts';
export { type User, usersInRoles } from './db/users.db.ts';
export type { ProductionMode, ServiceChannel } from './domain/codes.ts';
export { organisationKinds } from './domain/kinds.ts';
export { type Service, type ServiceGroup, serviceGroupCodes } from './domain/services.ts';
export { findServicesLike, isService } from './use-cases/services-like.ts';
