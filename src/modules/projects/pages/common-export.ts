import { translatorOf } from '#web/i18n/server.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/common-export.ts';
import { commonCounts, csvOf, excelOf } from './common-export.server.ts';

/** The common indicators as a file: code, count, day and source, to be told to EURA. Hidden and unknown are words, never 0. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:read');
  const opened = orThrow(await services.projects.openCommonIndicators({ projectId: params.projectId }));
  const t = translatorOf(language).in('promises');
  const rows = commonCounts(opened, (key) => t(key), language);
  const name = `esf-plus-${opened.countedOn}`;
  const file = (body: BodyInit, type: string, ending: string) =>
    new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}.${ending}"`,
        'cache-control': 'no-store',
      },
    });
  const format = new URL(request.url).pathname.split('.').at(-1);
  if (format === 'csv') return file(csvOf(rows), 'text/csv; charset=utf-8', 'csv');
  return file(
    new Uint8Array(await excelOf(rows, t('common.sheet'))),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'xlsx',
  );
}
