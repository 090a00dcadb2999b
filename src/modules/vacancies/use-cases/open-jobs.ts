import { z } from 'zod';
import { anybody } from '#access';
import { companyNames } from '#companies';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { search, vocabularyIndex } from '#vocabulary';
import { briefsOf } from '../db/queries.db.ts';
import { openVacancies } from '../db/vacancies.db.ts';
import { jobSorts } from '../domain/codes.ts';

/** Published jobs for anybody, by words and municipality. Hidden jobs are never here, whoever asks (JOB-01). */
export const openJobs = defineUseCase({
  name: 'vacancies.open-jobs',
  purpose: 'public-information',
  input: listInput({ sorts: jobSorts, filters: { place: z.string().regex(/^\d{3}$/) } }),
  policy: anybody,
  audit: { kind: 'none', why: 'Public information.' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const jobs = await openVacancies(context);
    const names = await companyNames(
      context,
      jobs.map((job) => job.companyId),
    );
    // An occupation that the words mean is as good as the words: "hitsari" finds a welder's job.
    const meant = new Set(
      asked.search === ''
        ? []
        : search(await vocabularyIndex(context), asked.search, {
            kinds: ['occupation'],
            language: context.viewer.language,
            limit: 12,
          }).map((hit) => hit.uri),
    );
    const page = pageFromRows(
      jobs,
      {
        name: 'jobs',
        id: (job) => job.id,
        sorts: {
          newest: (job) => [job.createdAt],
          title: (job) => [job.title],
          company: (job) => [names.get(job.companyId) ?? '', job.title],
          place: (job) => [job.municipality, job.title],
          until: (job) => [job.validTo, job.title],
        },
        sort: '-newest',
        search: (job) => [
          job.title,
          names.get(job.companyId),
          job.municipality,
          ...(job.occupationUri !== undefined && meant.has(job.occupationUri) ? [asked.search] : []),
        ],
        filters: { place: (job, codes) => codes.includes(job.municipalityCode) },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      rows: [...(await briefsOf(context, page.value.rows)).values()],
      places: [...new Map(jobs.map((job) => [job.municipalityCode, job.municipality]))].map(
        ([code, name]) => ({ code, name }),
      ),
    });
  },
});
