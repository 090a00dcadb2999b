import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import { isEmail } from '#kernel/contact-details.ts';
import { Email } from '#kernel/field-kinds.ts';
import { optional, requiredText } from '#kernel/inputs.ts';
import { languages } from '#kernel/localised.ts';
import { toldWithOthers } from '#use-case';
import { accountKnownAs } from '../db/accounts.db.ts';
import { keyKinds } from '../domain/codes.ts';

/** What an account is: the name, how the identity provider knows the person, where notices go, and the language. */
export const accountFields = {
  name: requiredText(200),
  knownBy: z.enum(keyKinds),
  /** The provider's subject ("sub") or the address that it vouches for, by `knownBy`. */
  key: requiredText(300),
  email: optional(Email),
  language: z.enum(languages),
};

/** An address must look like one. */
export const keyFits = [
  ({ knownBy, key }: { knownBy?: unknown; key?: unknown }) =>
    knownBy !== 'email' || typeof key !== 'string' || key.trim() === '' || isEmail(key.trim()),
  { path: ['key'] as PropertyKey[], error: 'not-an-email', when: toldWithOthers },
] as const;

/** The columns of a key. An address is compared in small letters. */
export const keyOf = ({ knownBy, key }: { knownBy: (typeof keyKinds)[number]; key: string }) =>
  knownBy === 'email' ? { signInEmail: key.toLowerCase() } : { subject: key };

/** Is there another account with this key? Also one that the administrator does not see (a jobseeker's). */
export async function keyTaken(
  context: ViewerContext,
  key: { subject?: string | undefined; signInEmail?: string | undefined },
  but?: string,
): Promise<boolean> {
  const found = await actingAsSystem(
    context,
    'a key of the provider is one account’s, whoever may see it',
    (system) => accountKnownAs(system, key),
  );
  return found !== undefined && found.id !== but;
}
