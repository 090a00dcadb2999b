import { readWorkbook, type Workbook } from '#sheets';

/** Reads the bytes of a table of users. @throws NotASheet, OverLimit */
export const read = ({ bytes }: { readonly bytes: Uint8Array }): Workbook => readWorkbook(bytes);
