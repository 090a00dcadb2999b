import { translatorOf } from '#web/i18n/server.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/realised-sheet.ts';
import { excelResponse, realisedSheet } from './excel.server.ts';

/** A project's realised costs as Excel, in the form in which they can be taken back in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:read');
  const opened = orThrow(await services.projects.openProject({ projectId: params.projectId }));
  const t = translatorOf(language).in('projects');
  return excelResponse(await realisedSheet(opened, (key, places) => t(key, places ?? {})), 'polku-realised');
}
