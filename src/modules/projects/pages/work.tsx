import { useT } from '#web/i18n/use.ts';
import type { Route } from './+types/work.ts';
import { headOf, openedProject } from './opened-project.ts';
import { PromisePage } from './promise-page.tsx';
import { WorkSection } from './work-section.tsx';

/** What if a work package is late: days by its code, from the address. */
function latenessOf(request: Request): Record<string, number> {
  return Object.fromEntries(
    [...new URL(request.url).searchParams]
      .filter(([name, value]) => name.startsWith('late-') && /^\d{1,4}$/.test(value) && Number(value) <= 2000)
      .map(([name, value]) => [name.slice(5), Number(value)]),
  );
}

export async function loader(given: Route.LoaderArgs) {
  const late = latenessOf(given.request);
  return { late, ...(await openedProject(given, late)) };
}

/** The work packages of a project in time, and what each buys. */
export default function ProjectWork({ loaderData }: Route.ComponentProps) {
  const t = useT('projects');
  const { opened, edit, late } = loaderData;
  return (
    <PromisePage title={t('open.work')} head={headOf(opened)} wide>
      <WorkSection opened={opened} edit={edit} late={late} />
    </PromisePage>
  );
}
