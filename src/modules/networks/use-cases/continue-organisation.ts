import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findInRegister, setOrganisationEnd } from '../db/register.db.ts';
import { keepsOrganisations } from './organisation-fields.ts';

/** Takes an organisation's end away: it goes on, and nobody follows it. */
export const continueOrganisation = defineUseCase({
  name: 'networks.continue-organisation',
  purpose: 'administration',
  input: z.object({ organisationId: Id }),
  policy: keepsOrganisations,
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: ({ organisationId }) => ({ organisation: organisationId }),
  },
  refusals: ['organisation-not-found'],
  async run(context, { organisationId }) {
    if (!(await findInRegister(context, organisationId))) return err({ code: 'organisation-not-found' });
    await setOrganisationEnd(context, organisationId, { validTo: undefined, successorId: undefined });
    return ok({ organisationId });
  },
});
