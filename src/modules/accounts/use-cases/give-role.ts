import { z } from 'zod';
import { defineUseCase } from '#use-case';
import { aboutAccount, administers } from '../policies.ts';
import { give, givingFields, givingRefusals, periodFits } from './giving.ts';

/** Gives a role in an organisation (or for a company) for a period; one that two have to agree on is proposed, and waits. */
export const giveRole = defineUseCase({
  name: 'accounts.give-role',
  purpose: 'administration',
  input: z.object(givingFields).refine(...periodFits),
  policy: administers,
  audit: { kind: 'changes', subjects: aboutAccount, details: ({ role }) => ({ fields: [role] }) },
  refusals: givingRefusals,
  run: give,
});
