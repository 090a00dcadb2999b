import type { Language } from './localised.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Numbers as Finnish documents print them. One page of a real application uses five styles (F-04: 000:86-93):
 * `249.400 €`, `74.000 €`, `34 000 €`, `34720`, `82 400`; elsewhere `1752,00`, `872 188,00`, `100,00`.
 *
 * The rule: spaces, or dots, in groups of three are thousands; a comma is the decimal sign. What could honestly be
 * read in two ways is `ambiguous` and the page asks, with the readings as the answers to choose from.
 */
export type NumberProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'not-a-number' }
  | { readonly code: 'ambiguous'; readonly readings: readonly number[] };

/** A number kept as digits, so that money loses nothing on the way: '872188' and '00'. */
export type PrintedDecimal = {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
};

/** A printed number, with or without `€`, `euroa`, `eur` or `%` (which is only removed: `80 %` is 80). */
export function parseFinnishNumber(text: string): Result<number, NumberProblem> {
  const parsed = parseFinnishDecimal(text);
  return parsed.ok ? ok(toNumber(parsed.value)) : parsed;
}

/** As `parseFinnishNumber`, but exact digits. Numbers beyond 2^53 are `not-a-number`: nobody means them. */
export function parseFinnishDecimal(text: string): Result<PrintedDecimal, NumberProblem> {
  const bare = text.replace(spaces, ' ').trim().replace(leadingUnit, '').replace(trailingUnit, '').trim();
  // A lone dash is how a table says "nothing here" (002:191, F-21).
  if (bare === '' || /^[-–—\u2212]$/.test(bare)) return err({ code: 'empty' });
  const signed = /^([-–\u2212+]?) ?(\d[\d ., ]*)$/.exec(bare);
  if (!signed) return err({ code: 'not-a-number' });
  const negative = signed[1] !== '' && signed[1] !== '+';
  const body = signed[2] ?? '';

  const plain = readPlain(body);
  if (plain) return within({ negative, ...plain });
  const readings = readAmbiguous(body)
    .map((reading) => toNumber({ negative, ...reading }))
    .filter((value) => Math.abs(value) <= Number.MAX_SAFE_INTEGER);
  return readings.length > 0 ? err({ code: 'ambiguous', readings }) : err({ code: 'not-a-number' });
}

type Digits = { readonly whole: string; readonly fraction: string };

const spaces = /[\s\u00a0\u2007\u2009\u202f]+/g;
const leadingUnit = /^(€|eur) ?/i;
const trailingUnit = / ?(€|euroa|euro|eur|%)$/i;

/** The forms with one reading only. */
function readPlain(body: string): Digits | undefined {
  // 34720 · 1752,00 · 1234,567 — but 1,234 may be an English thousand.
  const ungrouped = /^(\d+)(?:,(\d+))?$/.exec(body);
  if (ungrouped) {
    const [, whole = '', fraction = ''] = ungrouped;
    const englishThousand = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    return englishThousand ? undefined : { whole, fraction };
  }
  // 34 000 · 872 188,00 and 249.400 · 1.234,56
  const grouped = /^([1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(body);
  if (grouped) return { whole: onlyDigits(grouped[1]), fraction: grouped[2] ?? '' };
  return undefined;
}

/** Mixed and foreign forms: their possible readings, the likelier first; none when it is no number at all. */
function readAmbiguous(body: string): Digits[] {
  // 1.5 · 12.34 · 1752.00 · 0.500 · 1,234 : one sign that may be decimal or a thousands' mark.
  const single = /^(\d+)[.,](\d+)$/.exec(body);
  if (single) {
    const [, whole = '', fraction = ''] = single;
    return [
      { whole, fraction },
      { whole: whole + fraction, fraction: '' },
    ];
  }
  // 34 000.50 · 1 234.567 : groups of spaces with a dot.
  const spaced = /^([1-9]\d{0,2}(?: \d{3})+)\.(\d+)$/.exec(body);
  if (spaced) {
    const whole = onlyDigits(spaced[1]);
    const fraction = spaced[2] ?? '';
    const asDecimal = { whole, fraction };
    return fraction.length === 3 ? [asDecimal, { whole: whole + fraction, fraction: '' }] : [asDecimal];
  }
  // 1,234,567 · 1,234.56 : the English way.
  const english = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/.exec(body);
  if (english) return [{ whole: onlyDigits(english[1]), fraction: english[2] ?? '' }];
  // 1.234 567 : two thousands' marks in one number.
  if (/^[1-9]\d{0,2}(?:[ .]\d{3})+$/.test(body)) return [{ whole: onlyDigits(body), fraction: '' }];
  return [];
}

function onlyDigits(text = ''): string {
  return text.replace(/\D/g, '');
}

function within(decimal: PrintedDecimal): Result<PrintedDecimal, NumberProblem> {
  return Number(decimal.whole) > Number.MAX_SAFE_INTEGER ? err({ code: 'not-a-number' }) : ok(decimal);
}

function toNumber({ negative, whole, fraction }: PrintedDecimal): number {
  const value = Number(fraction === '' ? whole : `${whole}.${fraction}`);
  return negative && value !== 0 ? -value : value;
}

/** The formats of each language: Finnish and Swedish as used in Finland, English as in Britain (252,907). */
export const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/**
 * A number for reading: `252 907` with U+00A0, decimal comma, minus U+2212 (rules.md C4); English `252,907`.
 * @param decimals exactly so many; without it at most 2
 */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  return numberFormat('decimal', language, decimals).format(value === 0 ? 0 : value);
}

/**
 * A share of the whole as a percentage: 0.8001 → `80,01 %` with U+00A0.
 * @param decimals exactly so many; without it at most 2
 */
export function formatPercent(share: number, language: Language, decimals?: number): string {
  return numberFormat('percent', language, decimals).format(share === 0 ? 0 : share);
}

/**
 * Euros from whole cents: `252 907 €`, `72 259,20 €`, English `€252,907`. Full euros are printed without decimals.
 * @param decimals 2 forces `252 907,00 €`
 */
export function formatCents(cents: number, language: Language, decimals?: 0 | 2): string {
  const digits = decimals ?? (cents % 100 === 0 ? 0 : 2);
  return numberFormat('currency', language, digits).format(cents === 0 ? 0 : cents / 100);
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(style: 'decimal' | 'percent' | 'currency', language: Language, decimals?: number) {
  const key = `${style} ${language} ${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locales[language], {
      style,
      ...(style === 'currency' ? { currency: 'EUR' } : {}),
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 2,
      // sv-FI would leave four digits ungrouped in some versions of the data.
      useGrouping: 'always',
    });
    formats.set(key, format);
  }
  return format;
}
