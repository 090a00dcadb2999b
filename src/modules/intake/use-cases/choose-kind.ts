import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findDocument, setKind } from '../db/documents.db.ts';
import { worksHere } from '../policies.ts';
import { DocumentKind, noPersonalData } from './documents.ts';

/** Says as which kind a document is read; what has been imported keeps its kind. */
export const chooseKind = defineUseCase({
  name: 'intake.choose-kind',
  purpose: 'steering',
  input: z.object({ documentId: Id, kind: DocumentKind }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: ['not-found', 'imported-already'],
  async run(context, { documentId, kind }) {
    if (!(await findDocument(context, { id: documentId }))) return err({ code: 'not-found' });
    return (await setKind(context, documentId, kind)) ? ok() : err({ code: 'imported-already' });
  },
});
