import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { setKind } from '../db/documents.db.ts';
import { keepReading } from '../db/readings.db.ts';
import { worksHere } from '../policies.ts';
import { openingRefusals, openText, readerMark } from '../read-text.ts';
import { DocumentKind, noPersonalData } from './documents.ts';

/** Says as which kind a document is read; what has been imported keeps its kind. */
export const chooseKind = defineUseCase({
  name: 'intake.choose-kind',
  purpose: 'steering',
  input: z.object({ documentId: Id, kind: DocumentKind }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: [...openingRefusals, 'imported-already'],
  beforehand: ({ documentId, kind }, look) => openText(look, documentId, kind),
  async run(context, { documentId, kind }, { whole }) {
    if (!(await setKind(context, documentId, kind))) return err({ code: 'imported-already' });
    await keepReading(context, documentId, readerMark(), whole);
    return ok();
  },
});
