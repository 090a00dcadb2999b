import type { Day } from '#kernel/days.ts';

/** Words that tell the time of the year, and the months in which somebody would write them. */
const seasons: readonly (readonly [RegExp, readonly number[]])[] = [
  [/joulunaja/, [10, 11, 12]],
  [/tammikuu/, [9, 10, 11, 12]],
  [/huhtikuu/, [9, 10, 11, 12, 1, 2]],
  [/elokuussa/, [4, 5, 6, 7]],
  [/hakee keväällä|kevääseen asti/, [7, 8, 9, 10, 11, 12, 1]],
  [/kevättalvella|talven yli|talven varalle|Talveksi|talveksi/, [9, 10, 11, 12]],
  [/Kesäsesonki/, [8, 9, 10, 11]],
  [/[Kk]elirikon|kelirikko/, [3, 4, 5, 10, 11]],
  [/pakkasiin/, [10, 11, 12]],
  [/pakkaset/, [10, 11, 12]],
  [/kevätlukukauden/, [5, 6, 7, 8]],
  [/Toivoo jatkoa syksyllä/, [5, 6, 7, 8]],
  [/ennen kesää|uusittava keväällä/, [10, 11, 12, 1, 2, 3]],
  [/hakuaika osuu talveen/, [8, 9, 10, 11]],
];

/** Could the text be written on the day, as far as it speaks of the time of the year? */
export function isInSeason(text: string, day: Day): boolean {
  const month = Number(day.slice(5, 7));
  return seasons.every(([words, months]) => !words.test(text) || months.includes(month));
}
