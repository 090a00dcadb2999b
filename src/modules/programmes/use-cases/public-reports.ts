import { anybody } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { approvedReports } from '../db/board-reports.db.ts';
import { publicReportSorts } from '../domain/codes.ts';

/** Approved reports, for anybody. */
export const publicReports = defineUseCase({
  name: 'programmes.public-reports',
  purpose: 'public-information',
  input: listInput({ sorts: publicReportSorts, filters: { programme: Id } }),
  policy: anybody,
  audit: { kind: 'none', why: 'approved reports are public information' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const all = (await approvedReports(context)).map(
      ({ reportId, programmeId, period, data, approvedOn }) => ({
        reportId,
        programmeId,
        period,
        programme: data!.programme.name,
        language: data!.programme.language,
        board: data!.approval?.body,
        approvedOn,
      }),
    );
    const page = pageFromRows(
      all,
      {
        name: 'reports',
        id: ({ reportId }) => reportId,
        sorts: {
          published: ({ approvedOn, programme }) => [approvedOn, programme],
          programme: ({ programme, period }) => [programme, period],
        },
        sort: '-published',
        search: ({ programme, board, period }) => [programme, board, period],
        filters: { programme: ({ programmeId }, ids) => ids.includes(programmeId) },
      },
      asked,
    );
    if (!page.ok) return page;
    const programmes = new Map(all.map(({ programmeId, programme }) => [programmeId, programme]));
    return ok({ ...page.value, programmes: [...programmes].map(([id, name]) => ({ id, name })) });
  },
});
