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

/** What a thing from outside may be too much of; each has its sentence, with how much there may be. */
export const overLimits = [
  'over-unpacked',
  'over-sheets',
  'over-rows',
  'over-columns',
  'over-cells',
  'over-cell-length',
  'over-lines',
  'over-line-length',
  'over-values',
  'over-time',
  'over-memory',
] as const;
export type OverLimitCode = (typeof overLimits)[number];

/** Thrown as soon as there is more than a reader reads. */
export class OverLimit extends CannotRead {
  /** @param most how much there may be, in the unit of the sentence */
  constructor(code: OverLimitCode, most: number) {
    super(code, { most });
  }
}
