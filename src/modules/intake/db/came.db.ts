/** What an import has brought and what has been built on it since, whichever room it is in. */
export {
  keepRows,
  marksThatDiffer,
  marksUnder,
  type Root,
  type RowsKept,
  removeRows,
  restoreRows,
} from '#db/rows-under.ts';
