import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { listDocuments } from '../db/documents.db.ts';
import { documentKinds, documentSorts } from '../domain/codes.ts';
import { worksHere } from '../policies.ts';
import { noPersonalData } from './documents.ts';

/** What has been brought in: hash, who, when, and what came of it. */
export const listBrought = defineUseCase({
  name: 'intake.list',
  purpose: 'steering',
  input: listInput({
    sorts: documentSorts,
    filters: { kind: z.enum(documentKinds), state: z.enum(['waiting', 'imported']) },
  }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const page = pageFromRows(
      await listDocuments(context),
      {
        name: 'documents',
        id: ({ documentId }) => documentId,
        sorts: {
          brought: ({ receivedAt }) => [receivedAt],
          document: ({ fileName, receivedAt }) => [fileName, receivedAt],
          kind: ({ kind, receivedAt }) => [kind, receivedAt],
        },
        sort: '-brought',
        search: ({ fileName, receivedBy, importedBy, came, hash }) => [
          fileName,
          receivedBy,
          importedBy,
          ...came.map(({ name }) => name),
          hash,
        ],
        filters: {
          kind: ({ kind }, kinds) => kind !== undefined && kinds.includes(kind),
          state: ({ importedAt }, states) =>
            states.includes(importedAt === undefined ? 'waiting' : 'imported'),
        },
      },
      asked,
    );
    return page.ok ? ok(page.value) : page;
  },
});
