import { may } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addStatement } from '../db/statements.db.ts';
import { PrivacyStatement } from '../domain/statements.ts';

/** Gives the facts of the privacy notice anew; it is public at once, and the earlier one stays. */
export const givePrivacyStatement = defineUseCase({
  name: 'privacy.give-privacy-statement',
  purpose: 'administration',
  input: PrivacyStatement,
  policy: may('statements:write'),
  audit: { kind: 'none', why: 'public: what the area says of itself' },
  refusals: [],
  async run(context, statement) {
    await addStatement(context, 'privacy', statement);
    return ok();
  },
});
