import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: who may know what of a person, and who has looked. */
export const consents = doorOf(useCases);

export { businessServices } from './db/receivers.db.ts';
export { aliasesOf, consentFor, type Sharing, sharingOf, signsFor } from './db/sharing.db.ts';
export type { PersonParts, ShareProfile } from './domain/share-profile.ts';
export { followSharing } from './use-cases/following.ts';
export type { ConsentView, ReceiverView } from './use-cases/views.ts';
