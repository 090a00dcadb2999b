import { orThrow, problem, requireViewer } from '../page.ts';
import { fileAnswer, fileOf } from '../programmes/file-answer.ts';
import { networkRoles } from '../programmes/words.ts';
import type { Route } from './+types/programmes-report-file.ts';

/** A report on paper for those who work in the network, drafts too. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const name = fileOf(params.file);
  if (!name) throw problem(404, { code: 'not-found' });
  return fileAnswer(
    orThrow(await services.programmes.reportFile({ reportId: params.reportId, ...name })),
    name,
  );
}
