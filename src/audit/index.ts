export { anchorHead, readAnchors } from './anchor.ts';
export { type ChainHead, chainHead, sealEntries } from './chain.ts';
export { type Entry, writeEntry } from './entry.ts';
export { actionsInLog, countOfficials, type LogEntry, type LogFilter, readEntries } from './own-log.ts';
export { type Verification, verifyChain } from './verify.ts';
