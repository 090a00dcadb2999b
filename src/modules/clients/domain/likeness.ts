import { type Day, daysBetween, isDay } from '#kernel/days.ts';
import { orderKey, wordsOf } from '#kernel/letters.ts';

/** What two people are compared by. A person may have one name only. */
export interface Named {
  given: string;
  family: string;
  birthDate: Day;
}

/** Days by which a day of birth may differ by a slip of the pen, when the whole name is the same. */
const slipOfDays = 31;

/**
 * May these be one person? The same day of birth and a word of the name in common, in whatever order; or the same whole
 * name and a day of birth that differs by a slip: day and month changed places, another year of the same day, some days.
 */
export function mayBeSame(one: Named, other: Named): boolean {
  const [words, others] = [nameWords(one), nameWords(other)];
  if (one.birthDate === other.birthDate) return words.some((word) => others.some((own) => isNear(word, own)));
  const sameName = words.length === others.length && words.every((word) => others.includes(word));
  return sameName && isSlip(one.birthDate, other.birthDate);
}

function nameWords({ given, family }: Named): string[] {
  return [...new Set(wordsOf(`${given} ${family}`).map(orderKey))].sort();
}

/** The same word, or one that the other begins with (Anna, Annamari), or one letter off in a long one. */
function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= 3 && long.startsWith(short)) return true;
  return short.length >= 5 && long.length - short.length <= 1 && differsByOne(short, long);
}

function differsByOne(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.length === long.length
    ? short.slice(at + 1) === long.slice(at + 1)
    : short.slice(at) === long.slice(at + 1);
}

function isSlip(one: Day, other: Day): boolean {
  const [year, month, day] = one.split('-');
  const turned = `${year}-${day}-${month}`;
  if (isDay(turned) && turned === other) return true;
  if (one.slice(5) === other.slice(5)) return true;
  return Math.abs(daysBetween(one, other)) <= slipOfDays;
}
