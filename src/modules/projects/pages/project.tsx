import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { planLanguage } from '#codes/projects';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, Details, EmptyState, Page, PrintButton, Section } from '#web/ui/index.ts';
import type { Route } from './+types/project.ts';
import { AtAGlance } from './at-a-glance.tsx';
import { FindingList, needsDecision } from './finding-list.tsx';
import { IndicatorOverview } from './indicator-overview.tsx';
import { openedProject } from './opened-project.ts';
import { PromiseTabs } from './promise-tabs.tsx';
import { ReadyNote } from './ready-note.tsx';
import { movedSection } from './sides.ts';

export async function loader(given: Route.LoaderArgs) {
  const { services, language } = requireViewer(given.context, given.request, 'projects:read');
  const { projectId } = given.params;
  return {
    language,
    ...(await openedProject(given)),
    indicators: orThrow(await services.projects.openIndicators({ projectId })).indicators,
  };
}

/** How a project stands: a verdict and what is next, its indicators in one table, and what needs a decision. */
export default function Project({ loaderData }: Route.ComponentProps) {
  const t = useT('projects');
  const format = useFormat();
  const { opened, edit, indicators, language } = loaderData;
  const { project, plan, actions, findings } = opened;
  const at = `/projects/${project.projectId}`;
  const open = findings.filter(needsDecision);
  const told = findings.filter((finding) => !needsDecision(finding));
  useFormerSections(project.projectId);
  return (
    <Page
      title={plan.identity.name}
      lang={planLanguage}
      lead={t('state-since', { state: t(`state.${project.state}`), day: format.day(project.stateSince) })}
      wide
      breadcrumbs={[{ to: '/projects', label: t('title') }]}
      actions={
        <>
          {edit !== undefined && actions.moves.length > 0 && (
            <Button to={`${edit}/move`} look="secondary" label={t('act.move')} />
          )}
          {actions.keep && project.state === 'rejected' && (
            <Button to={`/projects/new?improves=${project.projectId}`} label={t('act.improve')} />
          )}
          <PrintButton />
        </>
      }
    >
      <PromiseTabs projectId={project.projectId} />
      <ReadyNote opened={opened} />
      <AtAGlance opened={opened} indicators={indicators} edit={edit} />
      <Section id="indicators" title={t('one-page.indicators')}>
        {indicators.length === 0 ? (
          <EmptyState title={t('one-page.no-indicators')} />
        ) : (
          <IndicatorOverview indicators={indicators} to={`${at}/indicators`} brief today={opened.today} />
        )}
      </Section>
      <Section id="findings" title={t('open.to-decide', { count: open.length })}>
        <FindingList
          id="finding-list"
          caption={t('open.findings')}
          findings={open}
          splitTo={edit && `${edit}/split`}
        />
        {told.length > 0 && (
          <Details summary={t('open.told', { count: told.length })}>
            <FindingList id="told-list" caption={t('open.told', { count: told.length })} findings={told} />
          </Details>
        )}
      </Section>
      {opened.instrument.footer !== undefined && (
        <p className="source">{opened.instrument.footer[language]}</p>
      )}
    </Page>
  );
}

/** A link to a section of the former one long page goes to the side on which it stands now. */
function useFormerSections(projectId: string): void {
  const { hash } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const to = movedSection(projectId, hash);
    if (to !== undefined) void navigate(to, { replace: true });
  }, [hash, navigate, projectId]);
}
