import { may } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addStatement } from '../db/statements.db.ts';
import { AccessibilityStatement } from '../domain/statements.ts';

/** Gives the accessibility statement anew; it is public at once, and the earlier one stays. */
export const giveAccessibilityStatement = defineUseCase({
  name: 'privacy.give-accessibility-statement',
  purpose: 'administration',
  input: AccessibilityStatement,
  policy: may('statements:write'),
  audit: { kind: 'none', why: 'public: what the area says of itself' },
  refusals: [],
  async run(context, statement) {
    await addStatement(context, 'accessibility', statement);
    return ok();
  },
});
