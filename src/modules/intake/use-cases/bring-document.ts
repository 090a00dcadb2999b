import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addDocument, findDocument, removeDocument, setKind } from '../db/documents.db.ts';
import { documentKinds } from '../domain/reading.ts';
import { recognise } from '../domain/recognise.ts';
import { decodeDocument } from '../domain/text/decode.ts';
import { worksHere } from '../policies.ts';

export const DocumentKind = z.enum(documentKinds);

/** Why the log of persons has no entry. */
export const nobody = {
  kind: 'none',
  why: 'documents of projects, boards and programmes; officials stand in them in their office',
} as const;

/**
 * Takes in a file or a pasted text and keeps it as it is; nothing is imported yet. The same bytes are the same document,
 * whatever the file is called. What is no text at all is refused with what it looks like.
 */
export const bringDocument = defineUseCase({
  name: 'intake.bring-document',
  purpose: 'steering',
  input: z.object({
    fileName: z.string().trim().min(1).max(200),
    bytes: z.instanceof(Uint8Array),
    kind: DocumentKind.optional(),
  }),
  policy: worksHere,
  audit: nobody,
  refusals: ['document-empty', 'document-too-large', 'document-binary'],
  async run(handle, { fileName, bytes, kind }) {
    const decoded = decodeDocument(bytes);
    if (!decoded.ok)
      return err({
        code: decoded.error.code,
        field: 'file',
        details: { found: decoded.error.found ?? '–' },
      });
    const hash = createHash('sha256').update(bytes).digest('hex');
    const before = await findDocument(handle, { hash });
    if (before) {
      if (kind && kind !== before.kind) await setKind(handle, before.documentId, kind);
      return ok({
        documentId: before.documentId,
        alreadyHere: true,
        imported: before.importedAt !== undefined,
      });
    }
    const documentId = await addDocument(handle, {
      hash,
      fileName,
      bytes: bytes.length,
      encoding: decoded.value.encoding,
      content: decoded.value.text,
      kind: kind ?? recognise(decoded.value.text).kind,
    });
    return ok({ documentId, alreadyHere: false, imported: false });
  },
});

/** Says as which kind a document is read; what has been imported keeps its kind. */
export const chooseKind = defineUseCase({
  name: 'intake.choose-kind',
  purpose: 'steering',
  input: z.object({ documentId: Id, kind: DocumentKind }),
  policy: worksHere,
  audit: nobody,
  refusals: ['not-found', 'imported-already'],
  async run(handle, { documentId, kind }) {
    if (!(await findDocument(handle, { id: documentId }))) return err({ code: 'not-found' });
    return (await setKind(handle, documentId, kind)) ? ok() : err({ code: 'imported-already' });
  },
});

/** Removes a text that nothing came of. */
export const discardDocument = defineUseCase({
  name: 'intake.discard-document',
  purpose: 'steering',
  input: z.object({ documentId: Id }),
  policy: worksHere,
  audit: nobody,
  refusals: ['not-found', 'imported-already'],
  async run(handle, { documentId }) {
    if (!(await findDocument(handle, { id: documentId }))) return err({ code: 'not-found' });
    return (await removeDocument(handle, documentId)) ? ok() : err({ code: 'imported-already' });
  },
});
