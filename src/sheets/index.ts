export { moneyIn, type NoMoney } from './money-cell.ts';
export { readSheet, type SheetRefusal, sheetRefusals } from './read-sheet.ts';
export { readWorkbook } from './read-workbook.ts';
export { type Cell, NotASheet, plainSheet, type Workbook } from './sheet.ts';
export {
  type AskedCode,
  askedCodes,
  type Columns,
  columnLetter,
  Faults,
  isWord,
  type PassedColumn,
  type TableFault,
  type Told,
  tableOf,
  textOf,
} from './table.ts';
export { walkXml } from './xml.ts';
export { openZip } from './zip.ts';
