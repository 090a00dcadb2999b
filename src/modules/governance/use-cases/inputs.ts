import { z } from 'zod';
import { LocalisedText } from '#kernel/localised.ts';

/** A line or more that must be there. */
export const words = (most: number) => z.string().trim().min(1, { error: 'required' }).max(most);
/** A line or more that may be left empty; '' becomes absent. */
export const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => (text === '' ? undefined : text));

/** A name in one to three languages as three fields of a form. */
export const Names = z
  .object({ fi: maybe(200), sv: maybe(200), en: maybe(200) })
  .transform(
    (names): LocalisedText => ({
      ...(names.fi === undefined ? {} : { fi: names.fi }),
      ...(names.sv === undefined ? {} : { sv: names.sv }),
      ...(names.en === undefined ? {} : { en: names.en }),
    }),
  )
  .pipe(LocalisedText);
