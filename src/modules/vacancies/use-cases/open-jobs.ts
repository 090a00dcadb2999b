import { z } from 'zod';
import { anybody } from '#access';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { search, vocabularyIndex } from '#vocabulary';
import { briefsOf } from '../db/queries.db.ts';
import { openVacancies } from '../db/vacancies.db.ts';

const Place = z.object({ rank: z.int(), at: z.iso.datetime(), id: Id });

/** Published jobs for anybody, by words and municipality. Hidden jobs are never here, whoever asks (JOB-01). */
export const openJobs = defineUseCase({
  name: 'vacancies.open-jobs',
  purpose: 'public-information',
  input: z.object({
    text: z.string().max(100).default(''),
    municipalityCode: z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
    cursor: z.string().max(400).optional(),
    limit: z.int().min(1).max(200).default(100),
  }),
  policy: anybody,
  audit: { kind: 'none', why: 'Public information.' },
  refusals: ['invalid-cursor'],
  async run(handle, { text, municipalityCode, cursor, limit }) {
    const place = cursor === undefined ? undefined : decodeCursor(cursor, Place);
    if (place && !place.ok) return err({ code: 'invalid-cursor' });
    const words = text.trim().toLocaleLowerCase('fi');
    const hits =
      words === ''
        ? []
        : search(await vocabularyIndex(handle), words, {
            kinds: ['occupation'],
            language: handle.viewer.language,
            limit: 12,
          });
    const rows = await openVacancies(handle, {
      words,
      occupationUris: hits.map((hit) => hit.uri),
      municipalityCode,
      after: place?.value,
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, ({ rank, createdAt, id }) => ({ rank, at: createdAt, id }));
    return ok({ jobs: [...(await briefsOf(handle, items)).values()], next });
  },
});
