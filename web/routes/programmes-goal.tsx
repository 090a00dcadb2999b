import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { FigureTable } from '../programmes/figure-table.tsx';
import { halfWords, networkRoles, programmeCrumbs, stateLook } from '../programmes/words.ts';
import {
  Button,
  Card,
  DataTable,
  Details,
  EmptyState,
  Page,
  PolkuForm,
  PrintButton,
  Section,
  Select,
  StateLine,
  TextArea,
} from '../ui/index.ts';
import type { Route } from './+types/programmes-goal.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const opened = orThrow(await services.programmes.openGoal(params));
  const targets = opened.actions.keep
    ? orThrow(await services.programmes.linkTargets({ programmeId: params.programmeId })).targets
    : [];
  return { ...opened, targets };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const sent = await formValues(context, request);
  const { programmeId, goalId } = params;
  const back = `/programmes/${programmeId}/goals/${goalId}`;
  if (sent.intent === 'unlink') {
    const done = await services.programmes.unlinkPart({ programmeId, linkId: sent.text('link') });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, back, { kind: 'success', key: 'programmes:unlinked' });
  }
  const [kind, targetId = ''] = sent.text('targetId').split(' ');
  const done = await services.programmes.linkPart({
    programmeId,
    partId: sent.text('partId') || goalId,
    kind: kind as 'project' | 'pilot',
    targetId,
    reason: sent.text('reason'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, back, { kind: 'success', key: 'programmes:linked' });
}

/** One goal: who answers for it, its measures and figures, what carries it out, what each half-year told. */
export default function Goal({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programme, goal, above, coordinators, figures, links, reports, openPeriods, actions, targets } =
    loaderData;
  const { language, programmeId } = programme;
  const latest = reports[0];
  const stateOf = (id: string) => latest?.content.measures.find(({ measureId }) => measureId === id);
  const partName = (id: string) => goal.measures.find((one) => one.id === id)?.title ?? goal.title;
  return (
    <Page
      title={<span lang={language}>{goal.title}</span>}
      browserTitle={goal.title}
      lead={goal.description && <span lang={language}>{goal.description}</span>}
      breadcrumbs={[
        ...programmeCrumbs(t, programme),
        ...above.map(({ id, title }) => ({ to: `/programmes/${programmeId}/goals/${id}`, label: title })),
      ]}
      wide
      actions={
        <>
          {actions.write &&
            openPeriods
              .filter(({ sent }) => !sent)
              .slice(0, 1)
              .map(({ period }) => (
                <Button key={period} to={`/programmes/${programmeId}/reports/${period}/${goal.id}`}>
                  {t('write')}
                </Button>
              ))}
          <PrintButton />
        </>
      }
    >
      <Section id="coordinators" title={t('tabs.coordinators')}>
        {coordinators.length === 0 ? (
          <EmptyState title={t('finding.goal-without-coordinator')} />
        ) : (
          <ul>
            {coordinators.map((one) => (
              <li key={one.coordinatorId}>
                <span lang={language}>{one.name}</span>
                {one.nowCalled !== undefined && ` (${t('now-called', { name: one.nowCalled })})`}
                {': '}
                {one.writers.length > 0 ? one.writers.map(({ name }) => name).join(', ') : t('nobody-writes')}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        id="measures"
        title={t('measures')}
        lead={latest && t('measures-lead', { half: halfWords(t, latest.period) })}
      >
        <DataTable
          id="measure-table"
          caption={t('measures')}
          captionHidden
          columns={[
            {
              key: 'title',
              header: t('measure'),
              rowHeader: true,
              cell: (row) => (
                <span lang={language}>
                  {row.title}
                  {row.parts.length > 0 && (
                    <span className="board-due">{row.parts.map(({ title }) => title).join(' · ')}</span>
                  )}
                </span>
              ),
            },
            { key: 'years', header: t('years'), cell: (row) => row.years.join(', ') || t('all-years') },
            {
              key: 'state',
              header: t('state'),
              cell: (row) => {
                const told = stateOf(row.id);
                return told ? (
                  <StateLine kind={stateLook[told.state]}>{t(`state-of.${told.state}`)}</StateLine>
                ) : (
                  t('common:unknown')
                );
              },
            },
            {
              key: 'text',
              header: t('report.text'),
              cell: (row) => <span lang={language}>{stateOf(row.id)?.text ?? ''}</span>,
            },
            {
              key: 'indicators',
              header: t('indicators'),
              cell: (row) =>
                row.indicators.length === 0 ? (
                  <StateLine kind="late">{t('no-indicator')}</StateLine>
                ) : (
                  <span lang={language}>{row.indicators.map(({ name }) => name).join(', ')}</span>
                ),
            },
          ]}
          rows={goal.measures}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('finding.goal-without-measure')} />}
        />
      </Section>
      <Section id="figures" title={t('figures')}>
        <FigureTable figures={figures} before={latest?.content.figures} language={language} />
      </Section>
      {goal.goals.length > 0 && (
        <Section id="under" title={t('goals-under')}>
          <ul>
            {goal.goals.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/programmes/${programmeId}/goals/${id}`} lang={language}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="links" title={t('links')} lead={t('links-lead')}>
        {links.length === 0 && loaderData.projectsHidden === 0 && <p>{t('no-links')}</p>}
        {loaderData.projectsHidden > 0 && <p>{t('projects-hidden', { count: loaderData.projectsHidden })}</p>}
        <div className="cards">
          {links.map((link) => (
            <Card
              key={link.linkId}
              title={link.name ?? t('target-gone')}
              to={link.kind === 'pilot' ? `/pilot?pilot=${link.targetId}` : `/projects/${link.targetId}`}
            >
              <p>
                {t(`link-kind.${link.kind}`)} · <span lang={language}>{partName(link.partId)}</span>
              </p>
              <p lang={language}>{link.reason}</p>
              {actions.keep && (
                <PolkuForm id={`unlink-${link.linkId}`} result={actionData} label={t('unlink')} inline>
                  <input type="hidden" name="link" value={link.linkId} />
                  <Button look="quiet" name="intent" value="unlink" about={link.name ?? ''}>
                    {t('unlink')}
                  </Button>
                </PolkuForm>
              )}
            </Card>
          ))}
        </div>
        {actions.keep && targets.length > 0 && (
          <Details summary={t('link-add')} open={actionData?.form === 'link'}>
            <PolkuForm
              id="link"
              result={actionData}
              labels={{ targetId: t('link-target'), reason: t('link-reason') }}
            >
              <Select
                name="targetId"
                label={t('link-target')}
                choices={targets.map((one) => ({
                  value: `${one.kind} ${one.id}`,
                  label: `${t(`link-kind.${one.kind}`)}: ${one.name}`,
                }))}
                empty={t('choose')}
                width="l"
              />
              <Select
                name="partId"
                label={t('link-part')}
                choices={[
                  { value: goal.id, label: t('whole-goal') },
                  ...goal.measures.map(({ id, title }) => ({ value: id, label: title })),
                ]}
                width="l"
              />
              <TextArea
                name="reason"
                label={t('link-reason')}
                help={t('link-reason-help')}
                rows={3}
                maxLength={2000}
              />
              <div className="actions">
                <Button>{t('link-add')}</Button>
              </div>
            </PolkuForm>
          </Details>
        )}
      </Section>
      <Section id="reports" title={t('reports')}>
        {reports.length === 0 && <EmptyState title={t('no-reports')} />}
        {reports.map((report) => (
          <Details
            key={report.period}
            summary={t('report-summary', {
              half: halfWords(t, report.period),
              day: format.day(report.submittedOn),
              by: report.by ?? '',
            })}
            open={report === latest}
          >
            <p lang={language}>{report.content.summary}</p>
            <ul>
              {report.content.measures.map((one) => (
                <li key={one.measureId}>
                  <span lang={language}>{one.title}</span>: {t(`state-of.${one.state}`)}.{' '}
                  <span lang={language}>{one.text}</span>
                </li>
              ))}
            </ul>
          </Details>
        ))}
      </Section>
    </Page>
  );
}
