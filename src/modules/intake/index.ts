export { readDocument } from './domain/read-document.ts';
export { type DocumentKind, documentKinds, type ReadDocument } from './domain/reading.ts';
export { recognise } from './domain/recognise.ts';
export { decodeDocument } from './domain/text/decode.ts';
