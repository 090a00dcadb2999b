import { z } from 'zod';
import { anybody, holds } from '#access';
import { ruleOn } from '#kernel/dated-rules.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { classes } from '../db/retention-classes.ts';
import { statementOf } from '../db/statements.db.ts';
import type { AccessibilityStatement, PrivacyStatement } from '../domain/statements.ts';

/** What the area says of itself in public: the privacy notice and the accessibility statement, and who may change them. */
export const statements = defineUseCase({
  name: 'privacy.statements',
  purpose: 'public-information',
  input: z.object({}).default({}),
  policy: anybody,
  audit: { kind: 'none', why: 'public: what the area says of itself' },
  refusals: [],
  async run(context) {
    return ok({
      privacy: await statementOf<PrivacyStatement>(context, 'privacy'),
      accessibility: await statementOf<AccessibilityStatement>(context, 'accessibility'),
      /** Every class of records: how long it is kept and what happens then. */
      kept: classes.map(({ code, end, keeping }) => ({
        code,
        end,
        years: keeping && ruleOn(keeping.versions, context.today).value.years,
      })),
      actions: { change: holds(context, 'statements:write') },
    });
  },
});
