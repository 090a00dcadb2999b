import { Link } from 'react-router';
import { projectReaders } from '#codes/projects';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { CarriedOut } from '../programmes/carried-out.tsx';
import { AtAGlance } from '../projects/at-a-glance.tsx';
import { FindingList } from '../projects/finding-list.tsx';
import { IdentitySection } from '../projects/identity-section.tsx';
import { FundingTable, MoneyTable } from '../projects/money-table.tsx';
import { MonthsSection } from '../projects/months-section.tsx';
import { OtherFigures } from '../projects/other-figures.tsx';
import { FilesSection, LifeSection, VersionsSection } from '../projects/project-history.tsx';
import {
  AreaSection,
  PartsSection,
  ReportSection,
  StaffSection,
  TextsSection,
} from '../projects/project-parts.tsx';
import { PromiseTabs } from '../projects/promise-tabs.tsx';
import { ReadyNote } from '../projects/ready-note.tsx';
import { WorkSection } from '../projects/work-section.tsx';
import { Button, Page, PrintButton, Section } from '../ui/index.ts';
import type { Route } from './+types/projects-project.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language, viewer } = requireViewer(context, request, projectReaders);
  const late = Object.fromEntries(
    [...new URL(request.url).searchParams]
      .filter(([name, value]) => name.startsWith('late-') && /^\d{1,4}$/.test(value) && Number(value) <= 2000)
      .map(([name, value]) => [name.slice(5), Number(value)]),
  );
  // A funder reads projects but not programmes.
  const carries =
    viewer.role === 'funder'
      ? { parts: [] }
      : orThrow(await services.programmes.carriedOutBy({ kind: 'project', targetId: params.projectId }));
  return {
    late,
    language,
    carries: carries.parts,
    opened: orThrow(await services.projects.openProject({ projectId: params.projectId, late })),
    indicators: orThrow(await services.projects.openIndicators({ projectId: params.projectId })).indicators,
  };
}

/** The sections of the page in their order. */
const pageParts = [
  'glance',
  'identity',
  'findings',
  'money',
  'funding',
  'work',
  'months',
  'people',
  'area',
  'overlaps',
  'parts',
  'texts',
  'report',
  'results',
  'versions',
  'files',
  'life',
] as const;

/** One project as one page: what it is, its money, its work, its people, its versions, and what does not add up. */
export default function Project({ loaderData }: Route.ComponentProps) {
  const t = useT('projects');
  const format = useFormat();
  const { opened, indicators, late, carries, language } = loaderData;
  const { project, plan, actions, findings } = opened;
  const at = `/projects/${project.projectId}`;
  const edit = actions.keep ? `${at}/edit` : undefined;
  return (
    <Page
      title={plan.identity.name}
      lead={t('state-since', { state: t(`state.${project.state}`), day: format.day(project.stateSince) })}
      wide
      breadcrumbs={[{ to: '/projects', label: t('title') }]}
      actions={
        <>
          {edit !== undefined && actions.moves.length > 0 && (
            <Button to={`${edit}/move`}>{t('act.move')}</Button>
          )}
          {actions.keep && project.state === 'rejected' && (
            <Button to={`/projects/new?improves=${project.projectId}`}>{t('act.improve')}</Button>
          )}
          <Button to={`${at}/one-page`} look="secondary">
            {t('one-page-link')}
          </Button>
          <PrintButton />
        </>
      }
    >
      <PromiseTabs projectId={project.projectId} />
      <ReadyNote opened={opened} />
      <nav className="page-parts no-print" aria-label={t('on-page')}>
        <ul>
          {pageParts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`open.${part}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <AtAGlance opened={opened} indicators={indicators} />
      <IdentitySection opened={opened} edit={edit} />
      <Section id="findings" title={`${t('open.findings')} (${findings.length})`}>
        <FindingList
          id="finding-list"
          caption={t('open.findings')}
          findings={findings}
          splitTo={edit && `${edit}/split`}
        />
      </Section>
      <Section
        id="money"
        title={t('open.money')}
        lead={t('open.money-lead')}
        actions={
          edit !== undefined && (
            <>
              <Button to={`${edit}/cost-line`} look="secondary">
                {t('act.add-line')}
              </Button>
              <Button to={`${edit}/budget`} look="secondary">
                {t('act.settings')}
              </Button>
            </>
          )
        }
      >
        <MoneyTable opened={opened} edit={edit} />
        <p className="no-print">
          <Link to="/projects/instruments">{t('instruments-link')}</Link>
        </p>
        <OtherFigures opened={opened} />
      </Section>
      <Section
        id="funding"
        title={t('open.funding')}
        actions={
          edit !== undefined && (
            <Button to={`${edit}/share`} look="secondary">
              {t('act.add-share')}
            </Button>
          )
        }
      >
        <FundingTable opened={opened} edit={edit} />
      </Section>
      <WorkSection opened={opened} edit={edit} late={late} />
      <MonthsSection opened={opened} edit={edit} />
      <StaffSection opened={opened} edit={edit} />
      <AreaSection opened={opened} edit={edit} />
      <CarriedOut parts={carries} />
      <PartsSection opened={opened} edit={edit} />
      <TextsSection opened={opened} edit={edit} />
      <ReportSection opened={opened} edit={edit} />
      <VersionsSection opened={opened} edit={edit} />
      <FilesSection opened={opened} edit={edit} />
      <LifeSection opened={opened} />
      {opened.instrument.footer !== undefined && (
        <p className="source">{opened.instrument.footer[language]}</p>
      )}
    </Page>
  );
}
