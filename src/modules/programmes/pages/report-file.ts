import { orThrow, problem, requireViewer } from '#web/page.ts';
import type { Route } from './+types/report-file.ts';
import { fileAnswer, fileOf } from './file-answer.ts';

/** A report on paper for those who work in the network, drafts too. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'programmes:read');
  const name = fileOf(params.file);
  if (!name) throw problem(404, { code: 'not-found' });
  return fileAnswer(
    orThrow(await services.programmes.reportFile({ reportId: params.reportId, ...name })),
    name,
  );
}
