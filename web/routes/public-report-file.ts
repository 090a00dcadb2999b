import { orThrow, page, problem } from '../page.ts';
import { fileAnswer, fileOf } from '../programmes/file-answer.ts';
import type { Route } from './+types/public-report-file.ts';

/** An approved report on paper, for anybody. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const name = fileOf(params.file);
  if (!name) throw problem(404, { code: 'not-found' });
  return fileAnswer(
    orThrow(await page(context).services.programmes.publicReportFile({ reportId: params.reportId, ...name })),
    name,
  );
}
