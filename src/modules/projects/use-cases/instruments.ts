import { z } from 'zod';
import { anybody } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { costModels, wageMethods } from '../domain/cost-models.ts';
import { instruments } from '../domain/instruments.ts';
import { noPersonalData } from '../policies.ts';

/**
 * The funding instruments as dated templates (PJ-01), and the cost models and wage methods that they use: each with where it
 * was read, and what is still to be verified.
 */
export const openInstruments = defineUseCase({
  name: 'projects.open-instruments',
  purpose: 'public-information',
  input: z.object({}),
  policy: anybody,
  audit: noPersonalData,
  refusals: [],
  async run() {
    return ok({
      instruments: Object.entries(instruments).flatMap(([code, rows]) =>
        rows.map((row) => ({ code, ...row })),
      ),
      costModels: Object.values(costModels),
      wageMethods: Object.values(wageMethods),
    });
  },
});
