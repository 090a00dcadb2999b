import { parseIdentityCode } from './identity-code.ts';

export const personalKinds = ['identity-code', 'phone', 'email'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Something in a text that may tell of a person, and where it stands. */
export interface PersonalFinding {
  readonly kind: PersonalKind;
  readonly text: string;
  /** Place in the text, from 0. */
  readonly at: number;
}

/** Letters that look alike in pasted text: other dashes and hard spaces, each one character for one. */
const plain = (text: string) =>
  text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/[\u00a0\u2007\u202f]/g, ' ');

const identity = /(?<![0-9A-Za-z])\d{6}\s?[-+A-FU-Ya-fu-y]\s?\d{3}[0-9A-Za-z](?![0-9A-Za-z])/g;
const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\(ät\))\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const phone = /(?<![\p{L}\p{N}/-])(?:\+358|00358|0)(?:[\s()-]{0,2}\d){5,11}(?![\d/-])/gu;

/** Also a code with a wrong check character: the one who typed it meant somebody. */
function isMeant(match: string): boolean {
  const parsed = parseIdentityCode(match);
  return (
    parsed.ok || parsed.error.code === 'wrong-check-character' || parsed.error.code === 'number-out-of-range'
  );
}

/** Does a text hold an identity code? */
export const hasIdentityCode = (given: string): boolean =>
  [...plain(given).matchAll(identity)].some(([match]) => isMeant(match));

/**
 * What in a text may tell of a person: identity codes (also with a wrong check character: the one who typed it meant
 * somebody), phone numbers, addresses of e-mail. Sums of money, days and register numbers are not these. A name cannot be
 * found by rule, so a person looks at the text as well.
 */
export function personalDataIn(given: string): PersonalFinding[] {
  const text = plain(given);
  const found: PersonalFinding[] = [];
  const taken = (at: number) =>
    found.some((finding) => at >= finding.at && at < finding.at + finding.text.length);
  const collect = (kind: PersonalKind, pattern: RegExp, fits: (match: string) => boolean) => {
    for (const match of text.matchAll(pattern))
      if (!taken(match.index) && fits(match[0]))
        found.push({ kind, text: given.slice(match.index, match.index + match[0].length), at: match.index });
  };
  collect('identity-code', identity, isMeant);
  collect('email', email, () => true);
  collect('phone', phone, (match) => {
    const digits = match.replace(/\D/g, '').length;
    return digits >= 6 && digits <= 14;
  });
  return found.sort((a, b) => a.at - b.at);
}
