export { anchorFiles, anchorHead, lastAnchor, readAnchors } from './anchor.ts';
export { type ChainHead, sealEntries } from './chain.ts';
export { type Entry, writeEntry } from './entry.ts';
export {
  actionsInLog,
  countOfficials,
  denialsFrom,
  entriesAbout,
  type LogEntry,
  logPage,
} from './own-log.ts';
export { type Verification, verifyChain } from './verify.ts';
