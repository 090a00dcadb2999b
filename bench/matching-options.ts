import type { BoardOptions } from '../src/modules/matching/kernel/board.ts';
import type { CountryRows } from './country-rows.ts';

/** Keys in each list: twenty that are promised, and a reserve, so that what is taken away seldom makes a list too short. */
export const depth = 26;

export function optionsOf({ concepts, kinds, places }: CountryRows, lists: boolean): BoardOptions {
  return { concepts, kinds, places, lists, depth };
}
