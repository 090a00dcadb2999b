import { answerRequest, askConsent } from './use-cases/ask-consent.ts';
import { confirmDestruction, disclosures, heldBooklets } from './use-cases/booklets.ts';
import { giveConsent } from './use-cases/give-consent.ts';
import { myConsents } from './use-cases/my-consents.ts';
import { noteEnding } from './use-cases/note-ending.ts';
import { openShareProfile, printBooklet } from './use-cases/open-share-profile.ts';
import { prepareConsent, receivers } from './use-cases/prepare-consent.ts';
import { openConsent, previewShare } from './use-cases/preview-share.ts';
import { receipt } from './use-cases/receipt.ts';
import { searchLog } from './use-cases/search-log.ts';
import { sharedPeople } from './use-cases/shared-people.ts';
import { askAboutLook, whoHasLooked } from './use-cases/who-has-looked.ts';
import { withdrawAll, withdrawConsent } from './use-cases/withdraw-consent.ts';

/** The door of the room: who may know what of a person, and who has looked. */
export const consents = {
  myConsents,
  receivers,
  prepareConsent,
  previewShare,
  giveConsent,
  openConsent,
  withdrawConsent,
  withdrawAll,
  receipt,
  askConsent,
  answerRequest,
  openShareProfile,
  printBooklet,
  sharedPeople,
  heldBooklets,
  confirmDestruction,
  disclosures,
  whoHasLooked,
  askAboutLook,
  searchLog,
  noteEnding,
};

export { businessServices } from './db/receivers.db.ts';
export { aliasesOf, consentFor, type Sharing, sharingOf, signsFor } from './db/sharing.db.ts';
export type { PersonParts, ShareField, ShareProfile } from './domain/share-profile.ts';
export type { ConsentView, ReceiverView } from './use-cases/views.ts';
