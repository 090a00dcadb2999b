import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optional } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findInRegister } from '../db/register.db.ts';
import { setServed } from '../db/served.db.ts';
import { keepsOrganisations } from './organisation-fields.ts';

const Code = z.string().regex(/^\d{3}$/, 'required');

/** Says which municipalities an organisation serves from a day on: the whole of it at once. What was stays (NET-13). */
export const setServedMunicipalities = defineUseCase({
  name: 'networks.set-served-municipalities',
  purpose: 'administration',
  input: z.object({
    organisationId: Id,
    served: z.array(Code).max(400),
    another: optional(Code),
    from: Day,
  }),
  policy: keepsOrganisations,
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: ({ organisationId, served, another }) => ({
      organisation: organisationId,
      fields: [...served, another].filter(Boolean),
    }),
  },
  refusals: ['organisation-not-found'],
  async run(context, { organisationId, served, another, from }) {
    if (!(await findInRegister(context, organisationId))) return err({ code: 'organisation-not-found' });
    await setServed(context, organisationId, from, another === undefined ? served : [...served, another]);
    return ok({ organisationId });
  },
});
