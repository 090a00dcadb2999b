import { dayInFinland } from '#kernel/clock.ts';
/** The first lines of a text, for a list. */
export const beginningOf = (text: string, most = 160) =>
  text.length <= most ? text : `${text.slice(0, wholeWords(text, most))} …`;

/** Where the last whole word ends; a word longer than the place is cut. */
const wholeWords = (text: string, most: number) => {
  const end = text.lastIndexOf(' ', most);
  return end < most / 2 ? most : end;
};

/** The day of an instant in Finland, YYYY-MM-DD. */
export const dayOf = (instant: string | undefined) =>
  instant === undefined ? undefined : dayInFinland(new Date(instant));
