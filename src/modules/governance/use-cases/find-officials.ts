import { z } from 'zod';
import { may, rolesWith, some } from '#access';
import { ok } from '#kernel/result.ts';
import { rankOf, readSearch } from '#kernel/search.ts';
import { longestSearch } from '#kernel/typed-text.ts';
import { usersInRoles } from '#networks';
import { defineUseCase } from '#use-case';
import { writesBodies } from '../policies.ts';

/** How many are suggested at a time: with more, one types more. */
const most = 12;

/**
 * Users who can be given a seat or a decision to read, by name or organisation, the nearest first. Each with roles and
 * organisations, so that two people of one name are told apart.
 */
export const findOfficials = defineUseCase({
  name: 'governance.find-officials',
  purpose: 'steering',
  input: z.object({
    words: z.string().trim().max(longestSearch),
    /** Only those whose role can be a secretary's. */
    keepers: z.boolean().default(false),
  }),
  policy: some(writesBodies, may('bodies:name-secretary')),
  audit: { kind: 'none', why: 'officials and trustees in their office' },
  refusals: [],
  async run(context, { words, keepers }) {
    const officials = await usersInRoles(context, rolesWith(keepers ? 'bodies:write' : 'bodies:sit'));
    const search = readSearch(words);
    const found = officials
      .flatMap((official) => {
        const organisations = official.roles.flatMap(({ organisation }) => Object.values(organisation ?? {}));
        const rank = search && rankOf(search, [official.name, ...organisations].join(' '));
        return rank === undefined ? [] : [{ official, rank }];
      })
      .sort((nearer, farther) => nearer.rank - farther.rank);
    return ok({
      officials: found.slice(0, most).map(({ official }) => official),
      more: Math.max(0, found.length - most),
    });
  },
});
