/** The one list of the house, on the side of the server: search, filters, order, pages and counts said once. */
export { type Asked, type ListPage, listInput, mostRowsOfPage, rowsOfPage } from './input.ts';
export { hitsFromRows, type MemoryKey, type MemoryList, pageFromRows } from './memory.ts';
export { sealPositionsWith } from './position.ts';
export { hitsFromSql, inOrder, inViewersLanguage, pageFromSql, type SqlKey, type SqlList } from './sql.ts';
