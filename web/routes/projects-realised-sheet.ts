import { projectReaders } from '#codes/projects';
import { translatorOf } from '../i18n/server.ts';
import { orThrow, requireViewer } from '../page.ts';
import { excelResponse, realisedSheet } from '../projects/excel.server.ts';
import type { Route } from './+types/projects-realised-sheet.ts';

/** A project's realised costs as Excel, in the form in which they can be taken back in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, projectReaders);
  const opened = orThrow(await services.projects.openProject({ projectId: params.projectId }));
  const t = translatorOf(language).getFixedT(language, 'projects');
  return excelResponse(await realisedSheet(opened, (key, places) => t(key, places ?? {})), 'polku-realised');
}
