import { useT } from '#web/i18n/use.ts';
import type { Route } from './+types/reports.ts';
import { headOf, openedProject } from './opened-project.ts';
import { FilesSection, LifeSection, VersionsSection } from './project-history.tsx';
import { ReportSection } from './project-parts.tsx';
import { PromisePage } from './promise-page.tsx';

export const loader = (given: Route.LoaderArgs) => openedProject(given);

/** What a project tells of itself at its end, its results and their owners, and how its plan has changed. */
export default function ProjectReports({ loaderData }: Route.ComponentProps) {
  const t = useT('projects');
  const { opened, edit } = loaderData;
  return (
    <PromisePage title={t('open.reports')} head={headOf(opened)} wide>
      <ReportSection opened={opened} edit={edit} />
      <VersionsSection opened={opened} edit={edit} />
      <FilesSection opened={opened} edit={edit} />
      <LifeSection opened={opened} />
    </PromisePage>
  );
}
