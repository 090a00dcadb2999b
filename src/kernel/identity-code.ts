import { z } from 'zod';
import { type Day, isDay } from './days.ts';
import { err, ok, type Result } from './result.ts';

/**
 * The Finnish identity code (henkilötunnus): `ddmmyy`, a sign for the century, a number, a check character
 * (rules.md C4; dvv.fi). Since 1.1.2023 a century has several signs, and the sign is a distinguishing part: two codes
 * may differ by it alone. Gender is never derived: new codes carry none from 1.1.2027 by plan.
 */
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const centuries: Readonly<Record<string, number>> = {
  '+': 18,
  ...Object.fromEntries([...'-YXWVU'].map((sign) => [sign, 19])),
  ...Object.fromEntries([...'ABCDEF'].map((sign) => [sign, 20])),
};

export type IdentityCodeProblem = {
  readonly code: 'empty' | 'wrong-form' | 'no-such-day' | 'number-out-of-range' | 'wrong-check-character';
};

export type IdentityCodeParts = {
  /** In capitals without spaces. */
  readonly code: string;
  readonly birthDate: Day;
  /** 900–999: given for a time or made for tests, never a person's lasting code. */
  readonly isTemporary: boolean;
};

/** Reads a code; small letters and spaces around are understood. */
export function parseIdentityCode(text: string): Result<IdentityCodeParts, IdentityCodeProblem> {
  const code = text
    .replace(/[\s\u00a0]/g, '')
    .replace(/[\u2212–]/g, '-')
    .toUpperCase();
  if (code === '') return err({ code: 'empty' });
  const form = /^(\d\d)(\d\d)(\d\d)([-+YXWVUABCDEF])(\d{3})([0-9A-FHJ-NPR-Y])$/.exec(code);
  if (!form) return err({ code: 'wrong-form' });
  const [, date = '', month = '', year = '', sign = '', number = '', check = ''] = form;
  const birthDate = `${centuries[sign]}${year}-${month}-${date}`;
  if (!isDay(birthDate)) return err({ code: 'no-such-day' });
  if (Number(number) < 2) return err({ code: 'number-out-of-range' });
  if (checkCharacter(date + month + year + number) !== check) return err({ code: 'wrong-check-character' });
  return ok({ code, birthDate, isTemporary: Number(number) >= 900 });
}

/** A valid identity code in its stored form (capitals, no spaces). */
export const IdentityCode = z.string().transform((text, context) => {
  const parsed = parseIdentityCode(text);
  if (parsed.ok) return parsed.value.code;
  context.issues.push({ code: 'custom', message: parsed.error.code, input: text });
  return z.NEVER;
});
export type IdentityCode = z.infer<typeof IdentityCode>;

/** An identity code that may be left empty: then it is absent. */
export const OptionalIdentityCode = z
  .string()
  .optional()
  .transform((text, context) => {
    const parsed = parseIdentityCode(text ?? '');
    if (parsed.ok) return parsed.value.code;
    if (parsed.error.code === 'empty') return undefined;
    context.issues.push({ code: 'custom', message: parsed.error.code, input: text });
    return z.NEVER;
  });

/** Is this the code of a person who has only a temporary one, or of a test person? False for what is no code. */
export function isTemporaryIdentityCode(text: string): boolean {
  const parsed = parseIdentityCode(text);
  return parsed.ok && parsed.value.isTemporary;
}

/**
 * A temporary code for an invented person: the only way Polku ever makes one.
 * @param number 900–999
 * @param sign one of the century's signs; the oldest when absent
 */
export function makeTemporaryIdentityCode(birthDate: Day, number: number, sign?: string): IdentityCode {
  const century = Number(birthDate.slice(0, 2));
  const chosen = sign ?? Object.keys(centuries).find((text) => centuries[text] === century);
  if (!isDay(birthDate) || chosen === undefined || centuries[chosen] !== century) {
    throw new RangeError(`No sign ${sign ?? ''} for the century of ${birthDate}`);
  }
  if (!Number.isInteger(number) || number < 900 || number > 999)
    throw new RangeError(`Not temporary: ${number}`);
  const digits = birthDate.slice(8, 10) + birthDate.slice(5, 7) + birthDate.slice(2, 4);
  return `${digits}${chosen}${number}${checkCharacter(`${digits}${number}`)}`;
}

/** For places where the code must be recognised but not read: `150397-••••`. */
export function maskIdentityCode(code: IdentityCode): string {
  return `${code.slice(0, 7)}••••`;
}

function checkCharacter(nineDigits: string): string {
  return checkCharacters.charAt(Number(nineDigits) % 31);
}
