import { orThrow, page, problem } from '#web/page.ts';
import type { Route } from './+types/public-report-file.ts';
import { fileAnswer, fileOf } from './file-answer.ts';

/** An approved report on paper, for anybody. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const name = fileOf(params.file);
  if (!name) throw problem(404, { code: 'not-found' });
  return fileAnswer(
    orThrow(await page(context).services.programmes.publicReportFile({ reportId: params.reportId, ...name })),
    name,
  );
}
