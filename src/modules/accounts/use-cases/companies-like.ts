import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { longestSearch } from '#kernel/typed-text.ts';
import { defineUseCase } from '#use-case';
import { companiesLike as findCompanies } from '../db/companies.db.ts';
import { administers } from '../policies.ts';

/** Companies whose name or business ID the words mean, for a role that is held for one. The register is public. */
export const companiesLike = defineUseCase({
  name: 'accounts.companies-like',
  purpose: 'administration',
  input: z.object({ words: z.string().max(longestSearch) }),
  policy: administers,
  audit: { kind: 'none', why: 'the register of companies is public' },
  refusals: ['invalid-cursor'],
  run: async (context, { words }) => {
    const found = await findCompanies(context, words);
    return found.ok
      ? ok({ companies: found.value.rows, more: found.value.total - found.value.rows.length })
      : found;
  },
});
