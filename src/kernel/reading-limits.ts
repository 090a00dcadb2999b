/**
 * The limits of what is read from outside. A budget has some hundreds of rows, a list of users some thousands, a plan of a
 * hundred pages 300 kB of text; ten times that is read in seconds.
 */
export const limits = {
  /** Seconds for one reading, in its own thread. */
  seconds: 20,
  /** Megabytes of the thread that reads. */
  megabytes: 256,
  /** Megabytes of a workbook when its parts are unpacked. */
  unpacked: 32,
  sheets: 50,
  rows: 5_000,
  columns: 200,
  cells: 50_000,
  cellLength: 5_000,
  /** Pages of a PDF. */
  pages: 300,
  lines: 6_000,
  lineLength: 10_000,
  /** Values that one document gives. */
  values: 6_000,
} as const;
