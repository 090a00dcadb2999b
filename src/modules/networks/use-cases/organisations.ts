import { z } from 'zod';
import { anybody } from '#access';
import { compareTexts, inLanguage } from '#kernel/localised.ts';
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
  async run(handle, { kinds }) {
    const { language } = handle.viewer;
    const compare = compareTexts(language);
    const found = await organisationsToday(handle, kinds);
    return ok(
      found
        .map((one) => ({ ...one, name: inLanguage(one.names, language).text }))
        .sort((a, b) => compare(a.name, b.name)),
    );
  },
});
