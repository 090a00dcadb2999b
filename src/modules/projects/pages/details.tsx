import { CarriedOut } from '#modules/programmes/pages/carried-out.tsx';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/details.ts';
import { IdentitySection } from './identity-section.tsx';
import { headOf, openedProject } from './opened-project.ts';
import { AreaSection, PartsSection, StaffSection, TextsSection } from './project-parts.tsx';
import { PromisePage } from './promise-page.tsx';

export async function loader(given: Route.LoaderArgs) {
  const { services, may } = requireViewer(given.context, given.request, 'projects:read');
  // A funder reads projects but not programmes.
  const carries = may('programmes:read')
    ? orThrow(await services.programmes.carriedOutBy({ kind: 'project', targetId: given.params.projectId }))
    : { parts: [] };
  return { carries: carries.parts, ...(await openedProject(given)) };
}

/** Who carries a project out, for whom, where and in which words. */
export default function ProjectDetails({ loaderData }: Route.ComponentProps) {
  const t = useT('projects');
  const { opened, edit, carries } = loaderData;
  return (
    <PromisePage title={t('open.details')} head={headOf(opened)} wide>
      <IdentitySection opened={opened} edit={edit} />
      <StaffSection opened={opened} edit={edit} />
      <AreaSection opened={opened} edit={edit} />
      <CarriedOut parts={carries} />
      <PartsSection opened={opened} edit={edit} />
      <TextsSection opened={opened} edit={edit} />
    </PromisePage>
  );
}
