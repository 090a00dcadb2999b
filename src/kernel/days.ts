import { z } from 'zod';

/** A calendar day in Finland as 'YYYY-MM-DD': no time, no zone. Compares as text. */
export const Day = z.string().refine(isDay, { error: 'not-a-day' });
export type Day = string;

/** Is this text a day that exists ('2024-02-29' does, '2023-02-29' does not)? Years 1000–9999. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
