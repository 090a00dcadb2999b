import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { accessibilityBases, accessibilityLevels } from './codes.ts';

/** The same words in the three languages; those that are missing are shown in Finnish. */
const inLanguages = (most: number) =>
  z.object({ fi: requiredText(most), sv: optionalText(most), en: optionalText(most) });

/** What the privacy notice says besides what Polku itself knows (GDPR 13). */
export const PrivacyStatement = z.object({
  controller: requiredText(200),
  address: requiredText(300),
  contact: requiredText(300),
  officer: requiredText(300),
  receivers: inLanguages(3_000),
});

/** What the accessibility statement says (Act 306/2019, 9 §): on what basis, how well, what fails. A line a failing part. */
export const AccessibilityStatement = z.object({
  checkedOn: Day,
  basis: z.enum(accessibilityBases),
  level: z.enum(accessibilityLevels),
  failing: z.object({ fi: optionalText(4_000), sv: optionalText(4_000), en: optionalText(4_000) }),
});
export type PrivacyStatement = z.output<typeof PrivacyStatement>;
export type AccessibilityStatement = z.output<typeof AccessibilityStatement>;
