import { z } from 'zod';
import { rolesWith } from '#access';
import { ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { peopleInRoles, signedInWith } from '../db/steps.db.ts';
import type { FirstStep } from '../domain/codes.ts';
import { administers } from '../policies.ts';

/** How far an installation has come on its way to "an adviser opens a new client": each step, done or not, in order. */
export const takingIntoUse = defineUseCase({
  name: 'accounts.taking-into-use',
  purpose: 'administration',
  input: z.object({}),
  policy: administers,
  audit: { kind: 'none', why: 'counts of staff by role; nobody’s data' },
  refusals: [],
  async run(context) {
    const advisers = rolesWith('clients:register');
    const done: Readonly<Record<FirstStep, boolean>> = {
      organisation: (await organisationsOfAllTimes(context)).some(
        ({ validTo }) => validTo === undefined || validTo >= context.today,
      ),
      'second-administrator': (await peopleInRoles(context, rolesWith('accounts:write'))) > 1,
      adviser: (await peopleInRoles(context, advisers)) > 0,
      'adviser-signs-in': await signedInWith(context, advisers),
    };
    const steps = (Object.entries(done) as [FirstStep, boolean][]).map(([step, is]) => ({ step, done: is }));
    return ok({ steps, complete: steps.every((step) => step.done) });
  },
});
