import { format, getFormatInfo, isValidFormat } from 'numfmt';

/** What a person sees of a number, and how it differs from what is held. */
export interface Shown {
  readonly text: string;
  readonly code?: 'percent' | 'unit-in-cell' | 'shown-differs';
}

/** Words of money and signs of filling that say nothing of how a number is read. */
const plainUnits = /€|\beuro(?:a|n)?\b|\beur\b|\be\b/giu;

/** Forms that a workbook names by a number alone (ECMA-376, 18.8.30), as a Finnish program shows them. */
const ownForms: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'd.m.yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'd.m.yyyy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '#,##0 €;-#,##0 €;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '#,##0.00 €;-#,##0.00 €;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The form of a number by its id, when the workbook tells no form of its own for it. */
export const formOfId = (id: number): string => ownForms[id] ?? 'General';

/** Is a number of this form a day? Hours alone are none. */
export const isDayForm = (form: string): boolean =>
  isValidFormat(form) &&
  getFormatInfo(form).isDate &&
  /[dy]/i.test(form.replaceAll(/"[^"]*"|\[[^\]]*\]/g, ''));

/** What is seen of a day in its form. */
export const shownDay = (serial: number, form: string): string =>
  isValidFormat(form) ? trimmed(format(form, serial, { locale: 'fi', nbsp: false, throws: false })) : '';

/**
 * What is seen of a number in its form, as a Finnish program shows it. A percentage, and a unit that is no euro, change
 * what is meant; every other difference of more than the dust of computing is `shown-differs`.
 */
export function shownNumber(value: number, form: string): Shown {
  if (!isValidFormat(form)) return { text: String(value), code: 'shown-differs' };
  const text = trimmed(format(form, value, { locale: 'fi', nbsp: false, throws: false }));
  return getFormatInfo(form).isPercent ? { text, code: 'percent' } : seenNumber(value, text);
}

/** A held number beside the text that is seen of it. */
export function seenNumber(value: number, text: string): Shown {
  if (/%/.test(text)) return { text, code: 'percent' };
  const left = text.replaceAll(plainUnits, '').trim();
  const number = numberOf(left);
  if (number === undefined && /[\p{L}\p{Sc}]/u.test(left.replace(/\d[eE][+-]?\d/, '')))
    return { text, code: 'unit-in-cell' };
  return number !== undefined && isSame(number, value) ? { text } : { text, code: 'shown-differs' };
}

const trimmed = (text: unknown): string => String(text).replaceAll(/\s+/gu, ' ').trim();

const isSame = (shown: number, held: number): boolean =>
  Math.abs(shown - held) <= Math.max(1e-9, Math.abs(held) * 1e-12);

/** The number that a reader sees: `1 200`, `(500)`, `-5,50`, `1,2E+05`; a lone dash is nothing. */
function numberOf(text: string): number | undefined {
  const inBrackets = /^\((.*)\)$/.exec(text);
  const bare = (inBrackets?.[1] ?? text).replaceAll(/[\s\u00a0\u202f]/gu, '').replace('\u2212', '-');
  if (/^[-–]$/.test(bare)) return 0;
  if (!/^-?\d+(?:,\d+)?(?:E[+-]?\d+)?$/i.test(bare)) return undefined;
  const number = Number(bare.replace(',', '.'));
  return inBrackets ? -number : number;
}
