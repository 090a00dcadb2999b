import { z } from 'zod';
import type { ViewerContext } from '#access';
import { optionalText } from '#kernel/inputs.ts';
import { languages } from '#kernel/localised.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { organisationsToday } from '../db/organisations.db.ts';
import { productionModes } from '../domain/codes.ts';
import { serviceGroupCodes } from '../domain/services.ts';

/** A text in some of the languages as a form sends it: what is empty is left out. At least one, when `needed`. */
const texts = (most: number, needed: boolean) =>
  z
    .object({
      fi: z.string().trim().max(most).default(''),
      sv: z.string().trim().max(most).default(''),
      en: z.string().trim().max(most).default(''),
    })
    .prefault({})
    .transform((given) =>
      Object.fromEntries(
        languages.filter((language) => given[language] !== '').map((language) => [language, given[language]]),
      ),
    )
    .refine((given) => !needed || Object.keys(given).length > 0, { error: 'no-language' });

const some = (list: readonly unknown[]) => list.length > 0;

export const kind = {
  groups: z.array(z.enum(serviceGroupCodes)).refine(some, { error: 'required' }),
  targetGroups: z.array(z.enum(targetGroupCodes)).refine(some, { error: 'required' }),
  production: z.enum(productionModes),
};

export const words = {
  names: texts(200, true),
  summary: texts(1000, false),
  source: optionalText(300),
};

export async function existsToday(context: ViewerContext, organisationId: string): Promise<boolean> {
  return (await organisationsToday(context, [])).some(({ id }) => id === organisationId);
}
