import type { z } from 'zod';
import { may } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addStatement, type StatementKind } from '../db/statements.db.ts';
import { AccessibilityStatement, PrivacyStatement } from '../domain/statements.ts';

/** The facts of the privacy notice. */
export const givePrivacyStatement = giving('privacy.give-privacy-statement', 'privacy', PrivacyStatement);

/** The accessibility statement. */
export const giveAccessibilityStatement = giving(
  'privacy.give-accessibility-statement',
  'accessibility',
  AccessibilityStatement,
);

/** Gives a statement of the area anew; it is public at once, and the earlier one stays. */
function giving<S extends z.ZodType<object>>(name: string, kind: StatementKind, input: S) {
  return defineUseCase({
    name,
    purpose: 'administration',
    input,
    policy: may('statements:write'),
    audit: { kind: 'none', why: 'public: what the area says of itself' },
    refusals: [],
    async run(context, statement) {
      await addStatement(context, kind, statement);
      return ok();
    },
  });
}
