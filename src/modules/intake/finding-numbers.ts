/**
 * The numbers that findings have in the requirements (A0.2), by their codes. A room that finds something says its code;
 * which of the known inconsistencies it is, is said here once, for reports.
 */
const numbers: Readonly<Record<string, string>> = {
  'commitment-before-decision': 'F-15',
  'commitment-conditional': 'F-15',
  'measure-without-indicator': 'F-16',
  'review-day-missing': 'F-18',
};

/** `F-16` for a code that is one of the known inconsistencies. */
export const findingNumber = (code: string): string | undefined => numbers[code];
