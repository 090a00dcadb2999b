import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findDocument } from '../db/documents.db.ts';
import { forgetRight } from '../db/set-right.db.ts';
import { worksHere } from '../policies.ts';
import { noPersonalData } from './documents.ts';

/** Takes back what was said of a place: it is again as it was read. */
export const takeBack = defineUseCase({
  name: 'intake.take-back',
  purpose: 'steering',
  input: z.object({ documentId: Id, line: z.int().positive(), path: z.string().max(200) }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: ['not-found', 'imported-already', 'nothing-said'],
  async run(context, { documentId, ...place }) {
    const document = await findDocument(context, { id: documentId });
    if (document === undefined) return err({ code: 'not-found' });
    if (document.importedAt !== undefined) return err({ code: 'imported-already' });
    return (await forgetRight(context, documentId, place)) ? ok() : err({ code: 'nothing-said' });
  },
});
