/** How many slips a known phrase of this length forgives: none in a short one. */
export function maxEdits(length: number): number {
  return length < 6 ? 0 : length < 10 ? 1 : length < 20 ? 2 : 3;
}
