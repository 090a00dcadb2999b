import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findDocument, removeDocument } from '../db/documents.db.ts';
import { worksHere } from '../policies.ts';
import { noPersonalData } from './documents.ts';

/** Removes a text that nothing came of. */
export const discardDocument = defineUseCase({
  name: 'intake.discard-document',
  purpose: 'steering',
  input: z.object({ documentId: Id }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: ['not-found', 'imported-already'],
  async run(context, { documentId }) {
    if (!(await findDocument(context, { id: documentId }))) return err({ code: 'not-found' });
    return (await removeDocument(context, documentId)) ? ok() : err({ code: 'imported-already' });
  },
});
