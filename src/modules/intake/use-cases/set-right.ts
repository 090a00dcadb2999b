import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { saveRight } from '../db/set-right.db.ts';
import { linesOfText, rightActs, rightProblem, rightRefusals, wordsRead } from '../domain/set-right.ts';
import { worksHere } from '../policies.ts';
import { openingRefusals, openText } from '../read-text.ts';
import { noPersonalData } from './documents.ts';

/**
 * Sets a place of a document right before its import: what a value is, that it is none, that it is left out, or what a line
 * is that nobody understood. The words of the document stay, and so does what had been read, with who said it and when.
 */
export const setRight = defineUseCase({
  name: 'intake.set-right',
  purpose: 'steering',
  input: z.object({
    documentId: Id,
    line: z.int().positive(),
    /** The path of a value, or the name of a place; empty for the line itself. */
    path: z.string().max(200),
    act: z.enum(rightActs),
    words: z.string().max(20_000).optional(),
  }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: [...openingRefusals, 'kind-not-known', 'imported-already', ...rightRefusals],
  beforehand: ({ documentId }, look) => openText(look, documentId),
  async run(context, { documentId, ...said }, { document, content, whole: { reading } }) {
    if (reading === undefined) return err({ code: 'kind-not-known' });
    if (document.importedAt !== undefined) return err({ code: 'imported-already' });
    const code = rightProblem(reading, linesOfText(content), said);
    if (code) {
      const field = /^said-/.test(code) ? ('words' as const) : undefined;
      return err({ code, details: { line: said.line }, ...(field ? { field } : {}) });
    }
    await saveRight(context, documentId, { ...said, was: wordsRead(reading, said.line, said.path) });
    return ok();
  },
});
