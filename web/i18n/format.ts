import { languageName } from '#kernel/language-names.ts';
import { compareTexts } from '#kernel/letters.ts';
import type { Language } from '../language.ts';

const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const timeZone = 'Europe/Helsinki';
const hardSpace = '\u00A0';

/** Everything a language writes in its own way. Days are `YYYY-MM-DD`, instants ISO strings or Date, money whole cents. */
export type Format = {
  /** 5.12.2026 · 5 December 2026 in English */
  readonly day: (day: string | undefined) => string;
  /** marraskuu 2026 · November 2026, of a month `YYYY-MM` */
  readonly month: (month: string | undefined) => string;
  /** 5.12. · 5 Dec: inside a sentence where the year is plain */
  readonly shortDay: (day: string | undefined) => string;
  /** lauantai 5.12.2026 */
  readonly weekday: (day: string | undefined) => string;
  /** 5.12.2026 klo 14.30, in Finland's time */
  readonly instant: (instant: string | Date | undefined) => string;
  /** The Finnish day of an instant, written as a day. */
  readonly dayOf: (instant: string | Date | undefined) => string;
  /** 14.30 */
  readonly time: (instant: string | Date | undefined) => string;
  /** 1 234,5; `digits` decimals at most */
  readonly number: (value: number | undefined, digits?: number) => string;
  /** 252 907 €, from cents; cents are shown when there are any */
  readonly money: (cents: number | bigint | undefined) => string;
  /** 0.42 → 42 % */
  readonly percent: (share: number | undefined, digits?: number) => string;
  /** suomi, of the code `fi`; the code itself when nobody knows its name */
  readonly language: (code: string) => string;
  /** a, b ja c */
  readonly list: (words: readonly string[]) => string;
  /** words in the language's own order (å, ä, ö at the end) */
  readonly compare: (a: string, b: string) => number;
};

const made = new Map<Language, Format>();

/** The format of a language. An absent value is an empty text: the page decides what to call it. */
export function formatOf(language: Language): Format {
  const found = made.get(language) ?? makeFormat(language);
  made.set(language, found);
  return found;
}

function makeFormat(language: Language): Format {
  const locale = locales[language];
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const month = language === 'en' ? 'long' : 'numeric';
  const dayFormat = date({ timeZone: 'UTC', day: 'numeric', month, year: 'numeric' });
  const shortFormat = date({
    timeZone: 'UTC',
    day: 'numeric',
    month: language === 'en' ? 'short' : 'numeric',
  });
  const monthFormat = date({ timeZone: 'UTC', month: 'long', year: 'numeric' });
  const weekdayFormat = date({ timeZone: 'UTC', weekday: 'long', day: 'numeric', month, year: 'numeric' });
  const instantDay = date({ timeZone, day: 'numeric', month, year: 'numeric' });
  const clock = date({
    timeZone,
    hour: language === 'en' ? '2-digit' : 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const at = { fi: 'klo', sv: 'kl.', en: 'at' }[language];
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  const ofDay = (format: Intl.DateTimeFormat) => (day: string | undefined) => {
    const instant = day === undefined ? Number.NaN : Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(instant) ? '' : format.format(instant);
  };
  const ofInstant = (write: (instant: Date) => string) => (given: string | Date | undefined) => {
    if (given === undefined) return '';
    const instant = new Date(given);
    return Number.isNaN(instant.getTime()) ? '' : write(instant);
  };
  const number = (value: number | bigint, least: number, most: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most }).format(
      value,
    );

  return {
    day: ofDay(dayFormat),
    month: (given) => ofDay(monthFormat)(given && `${given}-01`),
    shortDay: ofDay(shortFormat),
    weekday: ofDay(weekdayFormat),
    instant: ofInstant(
      (instant) => `${instantDay.format(instant)} ${at}${hardSpace}${clock.format(instant)}`,
    ),
    dayOf: ofInstant((instant) => instantDay.format(instant)),
    time: ofInstant((instant) => clock.format(instant)),
    number: (value, digits = 2) => (value === undefined ? '' : number(value, 0, digits)),
    money: (cents) => {
      if (cents === undefined) return '';
      const whole = typeof cents === 'bigint' ? Number(cents) : cents;
      const digits = whole % 100 === 0 ? 0 : 2;
      const sum = number(whole / 100, digits, digits);
      return language === 'en' ? `€${sum}`.replace('€-', '-€') : `${sum}${hardSpace}€`;
    },
    percent: (share, digits = 0) => {
      if (share === undefined) return '';
      const hundredths = number(share * 100, 0, digits);
      return language === 'en' ? `${hundredths}%` : `${hundredths}${hardSpace}%`;
    },
    language: (code) => languageName(code, language),
    list: (words) => list.format(words),
    compare: compareTexts,
  };
}
