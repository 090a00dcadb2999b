import { z } from 'zod';
import { optionalText } from '#kernel/inputs.ts';
import { LocalisedText } from '#kernel/localised.ts';

/** Short texts, one a line of a form. */
export const lines = z.array(z.string().trim().min(1).max(300)).max(50).default([]);

/** A name in one to three languages as three fields of a form. */
export const Names = z
  .object({ fi: optionalText(200), sv: optionalText(200), en: optionalText(200) })
  .transform(
    (names): LocalisedText => ({
      ...(names.fi === undefined ? {} : { fi: names.fi }),
      ...(names.sv === undefined ? {} : { sv: names.sv }),
      ...(names.en === undefined ? {} : { en: names.en }),
    }),
  )
  .pipe(LocalisedText);
