import { createHash } from 'node:crypto';
import { z } from 'zod';
import { err, ok } from '#kernel/result.ts';
import { longestText } from '#kernel/typed-text.ts';
import { defineUseCase, toldWithOthers } from '#use-case';
import { addDocument, findDocument, setKind } from '../db/documents.db.ts';
import { recognise } from '../domain/recognise.ts';
import { decodeDocument } from '../domain/text/decode.ts';
import { worksHere } from '../policies.ts';
import { DocumentKind, noPersonalData } from './documents.ts';

/**
 * Takes in a file or a pasted text and keeps it as it is; nothing is imported yet. The same bytes are the same document,
 * whatever the file is called. What is no text at all is refused with what it looks like.
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
  refusals: ['document-empty', 'document-too-large', 'document-binary'],
  async run(context, { bytes: file, text = '', fileName, kind }) {
    const bytes = file ?? new TextEncoder().encode(text);
    const decoded = decodeDocument(bytes);
    if (!decoded.ok)
      return err({
        code: decoded.error.code,
        field: file === undefined ? 'text' : 'bytes',
        details: { found: decoded.error.found ?? '–' },
      });
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
      encoding: decoded.value.encoding,
      content: decoded.value.text,
      kind: kind ?? recognise(decoded.value.text).kind,
    });
    return ok({ documentId, alreadyHere: false, imported: false });
  },
});

const firstLine = (text: string): string | undefined =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 100))
    .find((line) => line !== '');
