export { anchorFiles, anchorHead, lastAnchor, readAnchors } from './anchor.ts';
export { type ChainHead, sealEntries } from './chain.ts';
export { type Entry, nobody, saltsFor, writeEntry } from './entry.ts';
export {
  actionsInLog,
  countOfficials,
  denialsFrom,
  entriesAbout,
  type LogEntry,
  logPage,
  matchesAbout,
} from './own-log.ts';
export { type StreamedLink, stateOfLog, streamLinks, streamWaits } from './stream.ts';
export { type Verification, verifyChain } from './verify.ts';
