import { type Day, isDay } from '#kernel/days.ts';
import { parseFinnishDay } from '#kernel/finnish-days.ts';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { fold, plainLetters } from '#kernel/fold.ts';
import { type Cents, parseEuros } from '#kernel/money.ts';
import type { Place, Reading } from './reading.ts';

const months = [
  'tammi',
  'helmi',
  'maalis',
  'huhti',
  'touko',
  'kesä',
  'heinä',
  'elo',
  'syys',
  'loka',
  'marras',
  'joulu',
].map(plainLetters);

/** A day as documents print it: `1.9.2023`, `01.09.2023`, `2023-09-01`, `3. heinäkuuta 2023`. */
export function dayIn(text: string): Day | undefined {
  const bare = text.trim().replace(/[.,;]$/, '');
  const plain = parseFinnishDay(bare);
  if (plain.ok) return plain.value;
  const words = /^(\d{1,2})\.\s*([a-zäö]+)kuuta\s+(\d{4})$/.exec(bare.toLowerCase());
  const month = words ? months.indexOf(plainLetters(words[2]!)) + 1 : 0;
  if (!words || month === 0) return undefined;
  const day = `${words[3]}-${String(month).padStart(2, '0')}-${words[1]!.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** All days printed within a text, with the words they stand as. */
export function daysWithin(text: string): { day: Day; raw: string; at: number }[] {
  return [
    ...text.matchAll(/(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\d)|(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g),
  ].flatMap((match) => {
    const day = dayIn(match[0]);
    return day === undefined ? [] : [{ day, raw: match[0], at: match.index }];
  });
}

/** Two ends of a period: `Alkaa 2.1.2019 ja päättyy 31.5.2022`, `1.8.2022-31.12.2024`, `1.1.–31.12.2024`. */
export function periodIn(text: string): { from: Day; to: Day } | undefined {
  const [from, to, more] = daysWithin(text);
  if (from && to && !more) return { from: from.day, to: to.day };
  const short = /(?<!\d)(\d{1,2}\.\s?\d{1,2}\.)\s*[-–—]\s*(\d{1,2}\.\s?\d{1,2}\.\s?(\d{4}))(?!\d)/.exec(text);
  if (!short) return undefined;
  const start = dayIn(short[1]! + short[3]!);
  const end = dayIn(short[2]!);
  return start && end ? { from: start, to: end } : undefined;
}

/** A number as it is printed within a text. A dot ends a sentence unless three digits follow it. */
export const numberPattern = String.raw`\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?`;

/** Sums of money within a text: number, then its unit. `raw` is both. */
export function sumsWithin(
  text: string,
): { raw: string; number: string; at: number; qualifier: string | undefined }[] {
  const pattern = new RegExp(
    String.raw`(?:\b(noin|n\.|enintään|vähintään|arviolta)\s+)?(?<![\d.,])(${numberPattern}|\d+\.\d+)\s?(?:€|euroa|euron|euroon|euro|eur\b)`,
    'giu',
  );
  return [...text.matchAll(pattern)].map((match) => ({
    raw: match[0],
    number: match[2]!,
    at: match.index,
    qualifier: match[1]?.toLowerCase(),
  }));
}

/** Keeps a printed sum of money under its path: in cents, asked when it has two readings, null for a blank. */
export function keepCents(
  reading: Reading,
  path: string,
  printed: string,
  place: Place,
  options: { confidence?: 'certain' | 'likely'; qualifier?: string | undefined } = {},
): Cents | undefined {
  const { loosened, rest } = loosen(printed);
  const qualifier = options.qualifier ?? loosened;
  const given = { ...place, raw: place.raw ?? printed };
  const [, bare, unit] =
    /^(.*\d)\s?(t ?€|teur|milj\.?(?:oonaa)?(?:\s?(?:€|euroa))?)$/iu.exec(rest.trim()) ?? [];
  const factor = unit === undefined ? 1 : /^t/i.test(unit) ? 1_000 : 1_000_000;
  const parsed = parseEuros(bare ?? rest);
  if (parsed.ok) {
    reading.cents(path, parsed.value * factor, given, {
      ...options,
      qualifier,
      // What stands in thousands is no exact sum.
      ...(factor === 1 ? {} : { confidence: 'likely' as const }),
    });
    return parsed.value * factor;
  }
  if (parsed.error.code === 'empty') reading.cents(path, null, given, options);
  else if (parsed.error.code === 'ambiguous')
    ask(
      reading,
      'cents',
      path,
      given,
      parsed.error.readings.map((value) => Math.round(value * 100)),
    );
  else misread(reading, 'not-a-number', given);
  return undefined;
}

/** Keeps a printed number: a count of people, a score. */
export function keepCount(
  reading: Reading,
  path: string,
  printed: string,
  place: Place,
  options: { confidence?: 'certain' | 'likely'; qualifier?: string | undefined } = {},
): number | undefined {
  const { loosened, rest } = loosen(printed);
  const qualifier = options.qualifier ?? loosened;
  const given = { ...place, raw: place.raw ?? printed };
  const parsed = parseFinnishNumber(
    rest.replace(/\s*(?:kpl|henkilöä|hlöä|hlö|henkeä|yritystä|kappaletta)\.?$/iu, ''),
  );
  if (parsed.ok) {
    reading.count(path, parsed.value, given, { ...options, qualifier });
    return parsed.value;
  }
  if (parsed.error.code === 'empty') reading.count(path, null, given, options);
  else if (parsed.error.code === 'ambiguous') ask(reading, 'count', path, given, parsed.error.readings);
  else misread(reading, 'not-a-number', given);
  return undefined;
}

/** Keeps a printed percentage as hundredths of a per cent. */
export function keepShare(
  reading: Reading,
  path: string,
  printed: string,
  place: Place,
  options: { confidence?: 'certain' | 'likely' } = {},
): number | undefined {
  const given = { ...place, raw: place.raw ?? printed };
  const parsed = parseFinnishNumber(printed);
  if (parsed.ok) {
    const value = Math.round(parsed.value * 100);
    reading.share(path, value, given, options);
    return value;
  }
  if (parsed.error.code === 'empty') reading.share(path, null, given, options);
  else if (parsed.error.code === 'ambiguous')
    ask(
      reading,
      'share',
      path,
      given,
      parsed.error.readings.map((value) => Math.round(value * 100)),
    );
  else misread(reading, 'not-a-number', given);
  return undefined;
}

/** Keeps a printed day; words that are no day stay unread with a finding. */
export function keepDay(
  reading: Reading,
  path: string,
  printed: string,
  place: Place,
  options: { confidence?: 'certain' | 'likely' } = {},
): Day | undefined {
  if (/^[-–—]?$/.test(printed.trim())) {
    reading.day(path, null, place, options);
    return undefined;
  }
  const day = dayIn(printed);
  if (day === undefined) {
    misread(reading, 'not-a-day', { ...place, raw: printed });
    return undefined;
  }
  reading.day(path, day, { ...place, raw: place.raw ?? printed }, options);
  return day;
}

/** `Kyllä`, `Ei`; undefined for anything else. */
export function yesNoIn(text: string): boolean | undefined {
  const folded = fold(text);
  if (/^(?:kylla|on|x|ja|joo|yes)$/.test(folded)) return true;
  if (/^(?:ei|ei ole|nej|no)$/.test(folded)) return false;
  return undefined;
}

function ask(
  reading: Reading,
  type: 'cents' | 'count' | 'share',
  path: string,
  place: Place,
  readings: readonly number[],
): void {
  reading[type](path, null, place, { confidence: 'asked', readings });
  reading.find({
    code: 'number-has-two-readings',
    grade: 'error',
    ref: 'F-04',
    printed: { kind: 'text', value: (place.raw ?? '').trim() },
    hint: {
      code: 'readings',
      values: Object.fromEntries(
        readings.map((value, at) => [
          `reading${at + 1}`,
          type === 'cents'
            ? { kind: 'cents', value }
            : { kind: 'number', value: type === 'share' ? value / 100 : value },
        ]),
      ),
    },
    line: place.lines[0]!.from,
  });
}

function misread(reading: Reading, code: 'not-a-number' | 'not-a-day', place: Place): void {
  reading.find({
    code,
    grade: 'error',
    printed: { kind: 'text', value: (place.raw ?? '').trim().slice(0, 200) },
    line: place.lines[0]!.from,
  });
}

function loosen(printed: string): { loosened: string | undefined; rest: string } {
  const match = /^\s*(noin|n\.|enintään|vähintään|arviolta|yli|alle|~)\s*/iu.exec(printed);
  return match
    ? { loosened: match[1]!.toLowerCase(), rest: printed.slice(match[0].length) }
    : { loosened: undefined, rest: printed };
}
