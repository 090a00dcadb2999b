import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findInRegister, updateOrganisation } from '../db/register.db.ts';
import { keepsOrganisations, organisationFields } from './organisation-fields.ts';
import { nameTaken } from './organisation-names.ts';

/** Changes what an organisation is; what it was is kept beside it. */
export const changeOrganisation = defineUseCase({
  name: 'networks.change-organisation',
  purpose: 'administration',
  input: z.object({ organisationId: Id, ...organisationFields }),
  policy: keepsOrganisations,
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: ({ organisationId, names }) => ({ organisation: organisationId, names }),
  },
  refusals: ['organisation-not-found', 'organisation-there-already'],
  async run(context, { organisationId, ...given }) {
    if (!(await findInRegister(context, organisationId))) return err({ code: 'organisation-not-found' });
    if (await nameTaken(context, given.names, organisationId))
      return err({ code: 'organisation-there-already' });
    await updateOrganisation(context, organisationId, given);
    return ok({ organisationId });
  },
});
