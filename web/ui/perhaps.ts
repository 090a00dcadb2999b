/** Something, or what a condition leaves when it does not hold: `open && { … }`. */
export type Perhaps<T> = T | false | null | undefined | '' | 0;

/** Those that are there. */
export const present = <T extends object>(of: readonly Perhaps<T>[]): T[] =>
  of.filter((one): one is T => typeof one === 'object' && one !== null);
