import { z } from 'zod';
import { holds } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { registerPage } from '../db/register.db.ts';
import { organisationSorts, organisationStates } from '../domain/codes.ts';
import { organisationKinds } from '../domain/kinds.ts';
import { contactsAtWork, readsRegister } from './organisation-fields.ts';

/** Who is in the network, with contact persons and successors (NET-33). */
export const listOrganisations = defineUseCase({
  name: 'networks.list-organisations',
  purpose: 'administration',
  input: listInput({
    sorts: organisationSorts,
    filters: { kind: z.enum(organisationKinds), state: z.enum(organisationStates) },
  }),
  policy: readsRegister,
  audit: contactsAtWork,
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const page = await registerPage(context, asked);
    return page.ok
      ? ok({
          ...page.value,
          kinds: organisationKinds,
          actions: { add: holds(context, 'organisations:write') },
        })
      : page;
  },
});
