import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { insertOrganisation } from '../db/register.db.ts';
import { keepsOrganisations, organisationFields } from './organisation-fields.ts';
import { nameTaken } from './organisation-names.ts';

/** Takes an organisation into the register of the network. */
export const registerOrganisation = defineUseCase({
  name: 'networks.register-organisation',
  purpose: 'administration',
  input: z.object({ ...organisationFields, from: Day }),
  policy: keepsOrganisations,
  audit: { kind: 'changes', subjects: () => [], details: ({ names }) => ({ names }) },
  refusals: ['organisation-there-already'],
  async run(context, { from, ...given }) {
    if (await nameTaken(context, given.names)) return err({ code: 'organisation-there-already' });
    return ok({ organisationId: await insertOrganisation(context, given, from) });
  },
});
