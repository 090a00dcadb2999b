import { z } from 'zod';
import { may } from '#access';
import { BusinessId } from '#kernel/business-id.ts';
import { optional } from '#kernel/inputs.ts';
import { languages } from '#kernel/localised.ts';
import { organisationKinds } from '../domain/kinds.ts';

/** What an organisation is: names in one language at least, kind, business ID and home municipality. */
export const organisationFields = {
  names: z
    .object({
      fi: z.string().trim().max(200).default(''),
      sv: z.string().trim().max(200).default(''),
      en: z.string().trim().max(200).default(''),
    })
    .transform((given) =>
      Object.fromEntries(
        languages.filter((language) => given[language] !== '').map((language) => [language, given[language]]),
      ),
    )
    .refine((given) => Object.keys(given).length > 0, { error: 'no-language' }),
  kind: z.enum(organisationKinds),
  businessId: z
    .union([z.literal(''), BusinessId])
    .optional()
    .transform((text) => text || undefined),
  municipalityCode: optional(z.string().regex(/^\d{3}$/, 'required')),
};

/** Whoever keeps the register of organisations. */
export const keepsOrganisations = may('organisations:write');
/** Whoever works in the network reads it, with the contact persons. */
export const readsRegister = may('colleagues:read');

export const contactsAtWork = {
  kind: 'none',
  why: 'whom to call at work, told by the organisation itself; no client is among them',
} as const;
