import { requiredText } from './inputs.ts';
import { hasIdentityCode, type PersonalKind, personalDataIn, personalKinds } from './personal-data.ts';

/** Words that others will read: an identity code in them is refused; `most` characters at most. */
export const wordsWithoutCodes = (most: number) =>
  requiredText(most).refine((text) => !hasIdentityCode(text), { error: 'identity-code-in-text' });

/** What never belongs to a note about a company, whose own people may be called and written to. */
export const ofAPrivatePerson: readonly PersonalKind[] = ['account-number', 'birth-date', 'health'];

/**
 * The refusal of a text that may tell of a person and that nobody has confirmed; nothing when there is none of these kinds
 * or the sender has looked and confirmed. `found` is what was found, as it was written.
 */
export function unconfirmedPersonalData(
  text: string,
  confirmed: boolean,
  kinds: readonly PersonalKind[] = personalKinds,
):
  | {
      readonly code: 'personal-data-unconfirmed';
      readonly field: 'confirmed';
      readonly details: { readonly found: string };
    }
  | undefined {
  const found = personalDataIn(text).filter(({ kind }) => kinds.includes(kind));
  if (confirmed || found.length === 0) return undefined;
  return {
    code: 'personal-data-unconfirmed',
    field: 'confirmed',
    details: { found: [...new Set(found.map((finding) => finding.text))].join(', ') },
  };
}
