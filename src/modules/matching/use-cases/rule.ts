import { z } from 'zod';
import { anybody } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { exampleNeed, exampleProfile, ruleVersions, workedExample } from '../domain/rule.ts';
import { scoreOfPoint, weightsOn } from '../domain/weights.ts';

/** The rule by which a person and a need are compared: the weights in force, the versions, and a worked example. */
export const rule = defineUseCase({
  name: 'matching.rule',
  purpose: 'public-information',
  input: z.object({}),
  policy: anybody,
  audit: { kind: 'none', why: 'the rule is the same for everybody and names nobody' },
  refusals: [],
  async run({ today }) {
    const weights = weightsOn(today);
    const { points, parts } = workedExample(weights);
    const tenths = (score: number) => Math.round((score * 10) / scoreOfPoint) / 10;
    return ok({
      weights,
      versions: ruleVersions(today),
      example: {
        points,
        parts: parts.map(({ part, got, of }) => ({ part, got: tenths(got), of: tenths(of) })),
        need: exampleNeed,
        profile: exampleProfile,
      },
    });
  },
});
