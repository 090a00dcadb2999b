// The quick kernel, in AssemblyScript: what is drawn in ../README.md, and nothing else. It knows no ids, no profiles and no
// words: rows, concepts and bits. The plain engine (../../domain/engine.ts) says what the answers must be.
export { setSpace, setMode, setGroup, setDepth, setCellCount } from "./space";
export { countBlocks, clearPlaces, fillBlocks, countPostings, fillPostings } from "./making";
export { open, close, reach } from "./query";
export { best, all, fittingCount } from "./asking";
export { makeLists, makeList, noteAllLeast, spread, refill, layAnnexBlock, kill, noteRow } from "./lists";
