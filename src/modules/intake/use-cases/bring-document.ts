import { createHash } from 'node:crypto';
import { z } from 'zod';
import { textLimits } from '#kernel/cannot-read.ts';
import { err, ok } from '#kernel/result.ts';
import { longestText } from '#kernel/typed-text.ts';
import { defineUseCase, toldWithOthers } from '#use-case';
import { addDocument, findDocument, setKind } from '../db/documents.db.ts';
import { keepReading } from '../db/readings.db.ts';
import { worksHere } from '../policies.ts';
import { documentProblems, readerMark, readText } from '../read-text.ts';
import { DocumentKind, noPersonalData } from './documents.ts';

/**
 * Takes in a file or a pasted text, reads it and keeps both; nothing is imported yet. The same bytes are the same document,
 * whatever the file is called. What is no text at all is refused with what it looks like, and what is too much to be read
 * with how much may be brought.
 */
export const bringDocument = defineUseCase({
  name: 'intake.bring-document',
  purpose: 'steering',
  input: z
    .object({
      bytes: z.instanceof(Uint8Array).optional(),
      text: z.string().max(longestText).optional(),
      /** Without it a text is known by its first line. */
      fileName: z.string().trim().max(200).optional(),
      kind: DocumentKind.optional(),
    })
    .refine(({ bytes, text }) => bytes !== undefined || (text ?? '').trim() !== '', {
      path: ['bytes'],
      error: 'document-missing',
      when: toldWithOthers,
    }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: [...documentProblems, ...textLimits],
  async beforehand({ bytes: file, text = '', kind }) {
    const bytes = file ?? new TextEncoder().encode(text);
    const answer = await readText({ bytes, kind });
    return answer.ok
      ? ok({ ...answer.value, bytes })
      : err({ ...answer.error, field: file === undefined ? 'text' : 'bytes' });
  },
  async run(context, { text = '', fileName, kind }, { bytes, ...read }) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const before = await findDocument(context, { hash });
    if (before) {
      if (kind && kind !== before.kind) await setKind(context, before.documentId, kind);
      return ok({
        documentId: before.documentId,
        alreadyHere: true,
        imported: before.importedAt !== undefined,
      });
    }
    const documentId = await addDocument(context, {
      hash,
      fileName: fileName || (firstLine(text) ?? 'teksti'),
      bytes: bytes.length,
      encoding: read.encoding,
      content: read.text,
      kind: read.kind,
    });
    await keepReading(context, documentId, readerMark(), read);
    return ok({ documentId, alreadyHere: false, imported: false });
  },
});

const firstLine = (text: string): string | undefined =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 100))
    .find((line) => line !== '');
