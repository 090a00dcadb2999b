import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { choicesOf, saveChoice } from '../db/choices.db.ts';
import { askedIn, choiceProblem } from '../domain/choices.ts';
import { worksHere } from '../policies.ts';
import { openingRefusals, openText } from '../read-text.ts';
import { noPersonalData } from './documents.ts';

/**
 * Says which reading of a number holds, where the document's words have several (F-04). All or nothing; only the readings
 * themselves can be chosen. A choice that was made already and is the same is not written again.
 */
export const chooseReading = defineUseCase({
  name: 'intake.choose-reading',
  purpose: 'steering',
  input: z.object({
    documentId: Id,
    choices: z
      .array(z.object({ line: z.int().positive(), path: z.string().min(1).max(200), value: z.number() }))
      .min(1, 'choice-missing')
      .max(1_000),
  }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: [...openingRefusals, 'kind-not-known', 'choice-not-asked', 'choice-not-a-reading'],
  beforehand: ({ documentId }, look) => openText(look, documentId),
  async run(context, { documentId, choices }, { whole: { reading } }) {
    if (reading === undefined) return err({ code: 'kind-not-known' });
    for (const choice of choices) {
      const code = choiceProblem(reading, choice);
      if (code) return err({ code, details: { line: choice.line } });
    }
    const before = await choicesOf(context, documentId);
    for (const choice of choices) {
      const { line, path, value } = choice;
      if (before.some((row) => row.line === line && row.path === path && row.value === value)) continue;
      const { raw } = askedIn(reading).find((field) => field.line === line && field.path === path)!;
      await saveChoice(context, documentId, { ...choice, raw });
    }
    return ok();
  },
});
