/** Thrown by a reader of what comes from outside when it is not what it should be; the code has its sentence under `refusals`. */
export class CannotRead extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(code: string, details: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.details = details;
  }
}

/** What any reading may take too much of. */
const readingLimits = ['over-time', 'over-memory'] as const;
export type ReadingLimit = (typeof readingLimits)[number];

/** What a text from outside may be too much of; each has its sentence, with how much there may be. */
export const textLimits = ['over-lines', 'over-line-length', 'over-values', ...readingLimits] as const;

/** What a table from outside may be too much of. */
export const tableLimits = [
  'over-unpacked',
  'over-sheets',
  'over-rows',
  'over-columns',
  'over-cells',
  'over-cell-length',
  ...readingLimits,
] as const;
/** What a file with a text in it may be too much of: pages, and what it unpacks to. */
export const paperLimits = ['over-pages', 'over-unpacked'] as const;
export type TextLimit = (typeof textLimits)[number];
export type PaperLimit = (typeof paperLimits)[number];
export type TableLimit = (typeof tableLimits)[number];

/** Thrown as soon as there is more than a reader reads. */
export class OverLimit extends CannotRead {
  /** @param most how much there may be, in the unit of the sentence */
  constructor(code: TextLimit | TableLimit | PaperLimit, most: number) {
    super(code, { most });
  }
}
