export { anchorHead, readAnchors } from './anchor.ts';
export { type ChainHead, chainHead, sealEntries } from './chain.ts';
export { type Entry, writeEntry } from './entry.ts';
export { type Verification, verifyChain } from './verify.ts';
