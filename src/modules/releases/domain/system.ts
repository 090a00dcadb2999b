/**
 * What can be known of counts of people, as a reader who keeps every published figure knows it: numbers that were told,
 * sums that must hold, and that a count is whole and never below nothing. Counts are named by a key of the caller.
 */
export interface Known {
  /** Every count of the system; a number was told, undefined was not. */
  readonly counts: ReadonlyMap<string, number | undefined>;
  readonly relations: readonly Relation[];
}

/** Factors of counts, by key: `[['total', 1], ['here', -1]]` is the total less what is here. */
export type Terms = readonly (readonly [key: string, factor: number])[];

/** The sum of the terms is nothing (`equal`), or nothing at the most (`at-most`). Everybody knows it of the kind of count. */
export interface Relation {
  readonly terms: Terms;
  readonly is: 'equal' | 'at-most';
}

/** Something that nobody is to find out: a count, or a difference of counts (who came between two releases). */
export interface Secret {
  readonly key: string;
  readonly terms: Terms;
  /** A secret only while it may be small: a difference that is known to be large is nobody's. */
  readonly onlySmall?: true;
  /** So many numbers are enough when what everybody knows leaves no more: of one person in all, a class has 0 or 1. */
  readonly enough?: number;
}

/** What is left open of a secret, both ends in. Infinity where nothing bounds it. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A whole and its parts. */
export const sumOf = (total: string, parts: readonly string[]): Relation => ({
  terms: [[total, -1], ...parts.map((part) => [part, 1] as const)],
  is: 'equal',
});

/** The first is never more than the second. */
export const notMoreThan = (part: string, whole: string): Relation => ({
  terms: [
    [part, 1],
    [whole, -1],
  ],
  is: 'at-most',
});

/** A count by itself as a secret. */
export const countOf = (key: string): Secret => ({ key, terms: [[key, 1]] });

/** A difference of two counts as a secret: who is in the first and not in the second. */
export const differenceOf = (key: string, first: string, second: string): Secret => ({
  key,
  terms: [
    [first, 1],
    [second, -1],
  ],
  onlySmall: true,
});

/** Is enough left open of a secret? At least `limit` whole numbers: under five is 0, 1, 2, 3 or 4, which are five. */
export function isOpen(
  { low, high }: Range,
  limit: number,
  { onlySmall, enough = limit }: Partial<Secret> = {},
): boolean {
  return high - low + 1 >= enough || (onlySmall === true && (low >= limit || high <= -limit));
}
