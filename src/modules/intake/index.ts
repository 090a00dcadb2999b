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
export { leastScore, type Recognition, recognise } from './domain/recognise.ts';
export {
  type Cell,
  columnLetter,
  Faults,
  isWord,
  type PassedColumn,
  type SheetError,
  type SheetKind,
  sheetColumns,
  sheetKinds,
  tableOf,
  textOf,
} from './domain/sheets/table.ts';
export { type DecodingProblem, decodeDocument } from './domain/text/decode.ts';
export { isTruncated } from './domain/truncation.ts';
export { allFindings, findingNumber } from './finding-numbers.ts';
export { type Drafted, draftsOf, keyOf, type Lack } from './mapping/drafts.ts';
export { sheetRows } from './sheet-rows.ts';
export type { SheetOutcome } from './use-cases/import-sheet.ts';
export type { DocumentReport, Prospect } from './use-cases/open-document.ts';
