import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: documents that people have, read into Polku. */
export const intake = doorOf(useCases);

export type { BroughtDocument, Came } from './db/documents.db.ts';
export { askedIn, type Choice, choiceOf, withChoices } from './domain/choices.ts';
export { type DocumentKind, documentKinds } from './domain/codes.ts';
export { readDocument } from './domain/read-document.ts';
export {
  mattersOf,
  type ReadDocument,
  type ReadField,
  type ReadFinding,
} from './domain/reading.ts';
export { leastScore, type Recognition } from './domain/recognise.ts';
export { isTruncated } from './domain/truncation.ts';
export { allFindings, findingNumber } from './finding-numbers.ts';
export { type Drafted, draftsOf, keyOf, type Lack } from './mapping/drafts.ts';
export { readText } from './read-text.ts';
export type { SheetOutcome } from './use-cases/import-sheet.ts';
export type { DocumentReport, Prospect } from './use-cases/open-document.ts';
export type { DocumentLine } from './use-cases/open-line.ts';
