import { projectReaders } from '#codes/projects';
import { formatOf } from '../i18n/format.ts';
import { translatorOf } from '../i18n/server.ts';
import { orThrow, requireViewer } from '../page.ts';
import { excelResponse, portfolioSheet } from '../projects/excel.server.ts';
import { portfolioQuery } from '../projects/portfolio-query.ts';
import type { Route } from './+types/projects-export.ts';

/** The portfolio that the search finds, as Excel: at most 1 000 projects. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, projectReaders);
  const query = { ...portfolioQuery(new URL(request.url)), cursor: undefined, limit: 1000 };
  const { projects, today } = orThrow(await services.projects.portfolio(query));
  const t = translatorOf(language).getFixedT(language, 'projects');
  return excelResponse(
    await portfolioSheet(projects, (key, places) => t(key, places ?? {}), formatOf(language)),
    `polku-${today}`,
  );
}
