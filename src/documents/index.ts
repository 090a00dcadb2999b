/** The door: a neutral document, and the files that are made of it. */
export { toDocx } from './docx.ts';
export type { Bar, Block, Column, Document, Progress, Table } from './model.ts';
export { toPdf } from './pdf.ts';
export { withFixedTimes } from './zip-times.ts';
