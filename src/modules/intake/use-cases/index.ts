export * from './bring-document.ts';
export * from './choose-kind.ts';
export * from './choose-reading.ts';
export * from './discard-document.ts';
export * from './import-document.ts';
export * from './import-sheet.ts';
export * from './list-brought.ts';
export * from './open-document.ts';
