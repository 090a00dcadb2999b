import { z } from 'zod';
import { isEmail, isPhone, isPostcode, readWebAddress } from './contact-details.ts';
import { Day } from './days.ts';
import { Id } from './ids.ts';

/** What a text field of a form holds, when the type alone does not tell. */
export type TextKind =
  | 'id'
  | 'day'
  | 'month'
  | 'time'
  | 'number'
  | 'integer'
  | 'hours'
  | 'euros'
  | 'percent'
  | 'email'
  | 'phone'
  | 'postcode'
  | 'web'
  | 'identity-code';

/**
 * What people type for a value, by its schema. A form finds it here: it writes the value as people do, reads what they
 * type, and knows which sentence an error needs.
 */
export const fieldKinds = z.registry<{ readonly kind: TextKind }>();

Day.register(fieldKinds, { kind: 'day' });
Id.register(fieldKinds, { kind: 'id' });

/** A time of day as `HH:MM`. */
export const Time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time')
  .register(fieldKinds, { kind: 'time' });

/** A month as `YYYY-MM`. */
export const Month = z
  .string()
  .regex(/^(?:19|20)\d\d-(0[1-9]|1[0-2])$/, 'not-a-month')
  .register(fieldKinds, { kind: 'month' });

/** Hours; people type `7,5`, `7:30` or `7 h 30 min`. */
export const Hours = z.number().min(0).max(100_000).register(fieldKinds, { kind: 'hours' });

/** Money as whole cents from 0 to ten thousand million euros; people type euros. */
export const Euros = z.int().min(0).max(1_000_000_000_000).register(fieldKinds, { kind: 'euros' });

/** Money that may also be below zero, as whole cents. */
export const SignedEuros = z
  .int()
  .min(-1_000_000_000_000)
  .max(1_000_000_000_000)
  .register(fieldKinds, { kind: 'euros' });

/** A rate in hundredths of a per cent (4000 = 40 %); people type per cents. */
export const Percent = z.int().min(0).max(10_000).register(fieldKinds, { kind: 'percent' });

/** A number that people may type with a comma. */
export const Decimal = z.number().register(fieldKinds, { kind: 'number' });

export const Email = z
  .string()
  .trim()
  .refine(isEmail, 'not-an-email')
  .register(fieldKinds, { kind: 'email' });
export const Phone = z.string().trim().refine(isPhone, 'not-a-phone').register(fieldKinds, { kind: 'phone' });
export const Postcode = z
  .string()
  .trim()
  .refine(isPostcode, 'not-a-postcode')
  .register(fieldKinds, { kind: 'postcode' });

/** A web address; `www.esimerkki.fi` is completed to `https://www.esimerkki.fi`. */
export const WebAddress = z
  .string()
  .trim()
  .transform((text, context) => {
    const address = readWebAddress(text);
    if (address !== undefined) return address;
    context.addIssue({ code: 'custom', message: 'not-a-web-address', input: text });
    return z.NEVER;
  })
  .register(fieldKinds, { kind: 'web' });

/**
 * For an input with two days, `.refine(...daysInOrder('validFrom', 'validTo'))`: the last is not before the first. It is
 * told with the other errors, beside the last day.
 */
export const daysInOrder = (first: string, last: string) =>
  [
    (input: Readonly<Record<string, unknown>>) => {
      const [from, to] = [input[first], input[last]];
      return typeof from !== 'string' || typeof to !== 'string' || to === '' || from <= to;
    },
    { path: [last] as PropertyKey[], error: 'ends-before-it-begins', when: () => true },
  ] as const;
