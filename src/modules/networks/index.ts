import {
  addService,
  addServiceRole,
  changeService,
  endService,
  endServiceRole,
  setServicePlaces,
} from './use-cases/keep-services.ts';
import { organisations } from './use-cases/organisations.ts';
import { openService, serviceGaps, services } from './use-cases/services.ts';

/** The door of the room: the organisations that take part, what they are called, and the services they give. */
export const networks = {
  addService,
  addServiceRole,
  changeService,
  endService,
  endServiceRole,
  openService,
  organisations,
  serviceGaps,
  services,
  setServicePlaces,
};

export {
  addOrganisation,
  type DatedOrganisation,
  organisationNames,
  organisationsOfAllTimes,
} from './db/organisations.db.ts';
export type { ProductionMode, ServiceChannel } from './domain/codes.ts';
export { organisationKinds } from './domain/kinds.ts';
export { type Service, type ServiceGroup, serviceGroupCodes } from './domain/services.ts';
export { findServicesLike, isService } from './use-cases/services.ts';
