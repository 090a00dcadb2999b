import { type ConsentField, consentFields } from '#kernel/consent-fields.ts';

export { type ConsentField, consentFields };

/** Parts of a person's data: the fields that can be shared, and the parts that never are. */
export const parts = [
  ...consentFields,
  'basics',
  'personal-code',
  'case',
  'notes',
  'sensitive-notes',
  'tasks',
  'outcomes',
  'mapping-history',
  'consents',
] as const;
export type Part = (typeof parts)[number];

/** Can a person share this part with a receiver? */
export const isConsentField = (part: Part): part is ConsentField =>
  (consentFields as readonly Part[]).includes(part);
