/** What can be said of a day as text without the rest of the calendar and without schemas; pages use it in the browser. */

/** Is this text a day that exists ('2024-02-29' does, '2023-02-29' does not)? Years 1000–9999. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(Number(text.slice(0, 4)), month);
}

/** @param month 1–12 */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

const millisecondsInDay = 86_400_000;

/** The day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  const date = new Date((serialOf(day) + days) * millisecondsInDay);
  return dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** How many days later `to` is than `from`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return serialOf(to) - serialOf(from);
}

/** Which part of the days from the first to the last has gone by the end of a day: 0 before them, 1 after. */
export function partGone(first: string, last: string, day: string): number {
  return Math.min(1, Math.max(0, (daysBetween(first, day) + 1) / (daysBetween(first, last) + 1)));
}

/** Days since 1.1.1970. @throws RangeError when the text is no day: texts go through the schema `Day` first */
export function serialOf(day: string): number {
  const [year, month, date] = partsOf(day);
  return Date.UTC(year, month - 1, date) / millisecondsInDay;
}

/** @throws RangeError when the text is no day */
export function partsOf(day: string): [year: number, month: number, date: number] {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** @param month 1–12 */
export function dayFrom(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
