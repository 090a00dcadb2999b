import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { isDay } from './days.ts';
import { healthWords } from './health-words.ts';
import { parseIdentityCode } from './identity-code.ts';

export const personalKinds = [
  'identity-code',
  'account-number',
  'email',
  'birth-date',
  'phone',
  'street-address',
  'health',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Something in a text that may tell of a person, and where it stands. */
export interface PersonalFinding {
  readonly kind: PersonalKind;
  readonly text: string;
  /** Place in the text, from 0. */
  readonly at: number;
}

/** Letters that look alike in pasted text, each one character for one: other dashes, hard spaces, wide digits. */
const plain = (text: string) =>
  text
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48));

const identity =
  /(?<![0-9A-Za-z])\d{2}[. ]?\d{2}[. ]?(?:19|20)?\d{2}\s?[-+A-FU-Ya-fu-y]\s?\d{3}\s?[0-9A-Za-z](?![0-9A-Za-z])/g;
/** Nine digits and a letter, the sign of the century left out. */
const signless = /(?<![0-9A-Za-z])\d{6}\s?\d{3}[A-FHJ-NPR-Y](?![0-9A-Za-z])/gi;

const account =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/giu;

const at = String.raw`(?:\s{0,2}@\s{0,2}|\s{0,2}[([{<]\s?(?:at|a|ät|@|miukumauku)\s?[)\]}>]\s{0,2}|\s{1,2}(?:miukumauku|ät-merkki|ät|snabel-a)\s{1,2})`;
const dot = String.raw`(?:\.|\s?[([{<]\s?(?:dot|piste|punkt|\.)\s?[)\]}>]\s?|\s(?:dot|piste|punkt)\s)`;
const mailName = String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-]{1,64}(?:${dot}[\p{L}\p{N}_%+-]{1,64}){0,4}`;
const email = new RegExp(
  String.raw`${mailName}${at}[\p{L}\p{N}-]{1,63}(?:${dot}[\p{L}\p{N}-]{2,63}){1,4}`,
  'giu',
);
/** “aino at posti piste fi”: the bare word only where the dot is a word as well. */
const spokenEmail = new RegExp(
  String.raw`${mailName}\sat\s[\p{L}\p{N}-]{1,63}(?:\s(?:dot|piste|punkt)\s[\p{L}\p{N}-]{2,63}){1,4}`,
  'giu',
);

const born =
  /(?<![\p{L}\p{N}])(?:syntymä\p{L}*|syntyn\p{L}*|syntyi|synt?\.|s\.|född|fött|födelse\p{L}*|f\.|born(?: on)?|birth ?da(?:y|te)|date of birth|dob)[\s:]{1,3}(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d{2})(?!\d)/giu;
const bornIso =
  /(?<![\p{L}\p{N}])(?:syntymä\p{L}*|syntyn\p{L}*|född|födelse\p{L}*|born(?: on)?|birth ?da(?:y|te)|date of birth|dob)[\s:]{1,3}((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/giu;

/** Words after which digits are a telephone number, however they stand. */
const phoneWord =
  /(?<![\p{L}\p{N}])(?:puh(?:elin\p{L}*)?|p|gsm|tel(?:efon\p{L}*|ephone)?|matkapuhelin\p{L}*|soita\p{L}*|soittaa|numero(?:on|sta|ni)|ring|call|phone|mobile|whatsapp)[.:]?\s{1,2}(\+?\d(?:[\s()-]{0,2}\d){4,14})(?![\d/,]|\.\d)/giu;
const withCountry = /(?<![\p{L}\p{N}+])\+\d(?:[\s().-]{0,2}\d){6,14}(?!\d)/gu;

const street =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{1,40}(?:katu|tie|kuja|väylä|raitti|kaari|rinne|penger|gatan|vägen|gränd(?:en)?|stigen)\s\d{1,4}(?:\s?[a-zA-Z](?![\p{L}\p{N}]))?(?:\s(?:as\.?\s?)?\d{1,4}(?![\d.,-]))?(?![\p{L}\d]|[.,]\d|\s?€)/gu;

/** Also a code with a wrong check character: the one who typed it meant somebody. */
function isMeant(match: string): boolean {
  const code = match.replace(/[. ]/g, '').replace(/^(\d{4})(?:19|20)(\d{2}[-+A-FU-Y])/i, '$1$2');
  const parsed = parseIdentityCode(code);
  return (
    parsed.ok || parsed.error.code === 'wrong-check-character' || parsed.error.code === 'number-out-of-range'
  );
}

const isMeantWithoutSign = (match: string): boolean => {
  const digits = match.replace(/\s/g, '');
  return ['-', 'A'].some((sign) => parseIdentityCode(digits.slice(0, 6) + sign + digits.slice(6)).ok);
};

/** ISO 13616: the letters as numbers, the first four moved to the end, the remainder by 97 is 1. Finnish ones also when mistyped. */
function isAccount(match: string): boolean {
  const number = match.replace(/[ -]/g, '').toUpperCase();
  if (number.length < 15 || number.length > 34) return false;
  if (/^FI\d{16}$/.test(number)) return true;
  let rest = 0;
  for (const sign of number.slice(4) + number.slice(0, 4))
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** Written as a day, as hours from–to, as money or as a register number, and not as a telephone number. */
const isOtherNumber = (match: string, after: string): boolean =>
  /,/.test(match) ||
  /^\s?(?:€|eur|%|\/)/i.test(after) ||
  /^\d{1,2}[. -]\d{1,2}[. -](?:19|20)\d{2}$/.test(match) ||
  /^\d{1,2}[.:]\d{2}\s?-\s?\d{1,2}[.:]\d{2}$/.test(match);

/** Does a text hold an identity code? */
export const hasIdentityCode = (given: string): boolean =>
  personalDataIn(given).some(({ kind }) => kind === 'identity-code');

/**
 * What in a text may tell of a person: identity codes in all their forms (also with a wrong check character: the one who
 * typed it meant somebody), numbers of accounts (IBAN), addresses of e-mail however hidden, days of birth, telephone numbers
 * of all countries, addresses of streets, and words of illness. Sums of money, days, hours and register numbers are not
 * these. A name cannot be found by rule, so a person looks at the text as well. In the order of the text; nothing is found
 * twice: what stands first in `personalKinds` is taken.
 */
export function personalDataIn(given: string): PersonalFinding[] {
  const text = plain(given);
  const found: PersonalFinding[] = [];
  const add = (kind: PersonalKind, from: number, length: number) => {
    const isTaken = found.some((other) => from < other.at + other.text.length && other.at < from + length);
    if (!isTaken && length > 0) found.push({ kind, text: given.slice(from, from + length), at: from });
  };
  const collect = (
    kind: PersonalKind,
    pattern: RegExp,
    fits: (match: RegExpMatchArray) => boolean = () => true,
  ) => {
    for (const match of text.matchAll(pattern)) if (fits(match)) add(kind, match.index, match[0].length);
  };
  collect('identity-code', identity, ([match]) => isMeant(match));
  collect('identity-code', signless, ([match]) => isMeantWithoutSign(match));
  collect('account-number', account, ([match]) => isAccount(match));
  if (/@|[([{<]\s?(?:at|a|ät)\s?[)\]}>]|miukumauku|ät|snabel/i.test(text)) collect('email', email);
  collect('email', spokenEmail);
  collect('birth-date', born, ([, day = '', month = '', year = '']) =>
    isDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
  );
  collect('birth-date', bornIso, ([, year = '', month = '', day = '']) => isDay(`${year}-${month}-${day}`));
  for (const [match, number = ''] of text.matchAll(phoneWord).map((hit) => [hit, hit[1]] as const))
    add('phone', match.index + match[0].length - number.length, number.length);
  collect('phone', withCountry);
  for (const { startsAt, endsAt } of findPhoneNumbersInText(text, 'FI')) {
    const match = text.slice(startsAt, endsAt);
    const isWhole = !/[\p{L}\p{N}/-]/u.test(text.charAt(startsAt - 1)) && !/[\d/-]/.test(text.charAt(endsAt));
    const isDialled = /^\(?(?:\+|00|0\d)/.test(match) && match.replace(/\D/g, '').length >= 7;
    if (isWhole && isDialled && !isOtherNumber(match, text.slice(endsAt, endsAt + 4)))
      add('phone', startsAt, endsAt - startsAt);
  }
  collect('street-address', street);
  collect('health', healthWords);
  return found.sort((a, b) => a.at - b.at);
}
