import { z } from 'zod';
import { anybody } from '#access';
import { compareTexts } from '#kernel/letters.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { organisationsToday } from '../db/organisations.db.ts';
import { organisationKinds } from '../domain/kinds.ts';

/** Who is in the network today, by name in the reader's language. */
export const organisations = defineUseCase({
  name: 'networks.organisations',
  purpose: 'public-information',
  input: z.object({ kinds: z.array(z.enum(organisationKinds)).default([]) }),
  policy: anybody,
  audit: { kind: 'none', why: 'organisations are public information' },
  refusals: [],
  async run(context, { kinds }) {
    const { language } = context.viewer;
    const found = await organisationsToday(context, kinds);
    return ok(
      found
        .map((one) => ({ ...one, name: inLanguage(one.names, language).text }))
        .sort((a, b) => compareTexts(a.name, b.name)),
    );
  },
});
