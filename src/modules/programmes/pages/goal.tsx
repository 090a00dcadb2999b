import { Link } from 'react-router';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  Card,
  DataTable,
  Details,
  EmptyState,
  Page,
  PrintButton,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/goal.ts';
import { FigureTable } from './figure-table.tsx';
import { halfWords, programmeCrumbs, stateLook } from './words.ts';

const link = defineForm('programmes.linkPart', {
  id: 'link',
  fixed: ['programmeId', 'kind'],
  fields: {
    targetId: {
      as: 'select',
      label: 'link-target',
      empty: 'choose',
      width: 'l',
      // a choice is `project <id>` or `pilot <id>`
      read: (typed) => typed.split(' ')[1],
    },
    partId: { label: 'link-part', width: 'l' },
    reason: { label: 'link-reason', rows: 3 },
  },
  act: 'link-add',
});
const unlink = defineForm('programmes.unlinkPart', {
  id: 'unlink',
  fixed: ['programmeId'],
  hidden: ['linkId'],
  act: 'unlink',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language, may } = requireViewer(context, request, 'programmes:read');
  const opened = orThrow(await services.programmes.openGoal(params));
  const { goal, actions } = opened;
  const targets = actions.keep
    ? orThrow(await services.programmes.linkTargets({ programmeId: params.programmeId })).targets
    : [];
  const t = translatorOf(language).in('programmes');
  const linking = showForm(context, link, {
    initial: { partId: goal.id },
    choices: {
      targetId: targets.map(({ kind, id, name }) => ({
        value: `${kind} ${id}`,
        label: `${t(`link-kind.${kind}`)}: ${name}`,
      })),
      partId: [
        { value: goal.id, label: t('whole-goal') },
        ...goal.measures.map(({ id, title }) => ({ value: id, label: title })),
      ],
    },
  });
  return {
    ...opened,
    opens: { pilot: may('figures:read'), project: may('projects:read') },
    forms: {
      link: targets.length > 0 ? linking : undefined,
      unlink: showForm(context, unlink),
    },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'programmes:read');
  const { programmeId } = params;
  return submitForms(
    { context, request },
    submission({
      form: link,
      fixed: { programmeId },
      prepare: (input, { values }) => ({
        ...input,
        kind: String(values.targetId).startsWith('pilot ') ? ('pilot' as const) : ('project' as const),
      }),
      done: { say: 'programmes:linked' },
    }),
    submission({ form: unlink, fixed: { programmeId }, done: { say: 'programmes:unlinked' } }),
  );
}

/** One goal: who answers for it, its measures and figures, what carries it out, what each half-year told. */
export default function Goal({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programme, goal, above, coordinators, figures, links, reports, openPeriods, actions, forms } =
    loaderData;
  const { language, programmeId } = programme;
  const latest = reports[0];
  const stateOf = (id: string) => latest?.content.measures.find(({ measureId }) => measureId === id);
  const partName = (id: string) => goal.measures.find((measure) => measure.id === id)?.title ?? goal.title;
  return (
    <Page
      title={goal.title}
      lang={language}
      lead={goal.description && <span lang={language}>{goal.description}</span>}
      breadcrumbs={[
        ...programmeCrumbs(t, programme),
        ...above.map(({ id, title }) => ({
          to: `/programmes/${programmeId}/goals/${id}`,
          label: title,
          lang: language,
        })),
      ]}
      wide
      actions={
        <>
          {actions.write &&
            openPeriods
              .filter(({ sent }) => !sent)
              .slice(0, 1)
              .map(({ period }) => (
                <Button
                  key={period}
                  to={`/programmes/${programmeId}/reports/${period}/${goal.id}`}
                  label={t('write')}
                />
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
            {coordinators.map((coordinator) => (
              <li key={coordinator.coordinatorId}>
                <span lang={language}>{coordinator.name}</span>
                {coordinator.nowCalled !== undefined &&
                  ` (${t('now-called', { name: coordinator.nowCalled })})`}
                {': '}
                {coordinator.writers.length > 0
                  ? coordinator.writers.map(({ name }) => name).join(', ')
                  : t('nobody-writes')}
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
        <FigureTable figures={figures} before={loaderData.before} language={language} />
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
              to={
                loaderData.opens[link.kind]
                  ? link.kind === 'pilot'
                    ? `/pilot?pilot=${link.targetId}`
                    : `/projects/${link.targetId}`
                  : undefined
              }
            >
              <p>
                {t(`link-kind.${link.kind}`)} · <span lang={language}>{partName(link.partId)}</span>
              </p>
              <p lang={language}>{link.reason}</p>
              {actions.keep && (
                <UseCaseForm
                  form={forms.unlink}
                  row={link.linkId}
                  hidden={{ linkId: link.linkId }}
                  result={actionData}
                  label={t('unlink')}
                  about={link.name ?? ''}
                  look="quiet"
                  inline
                />
              )}
            </Card>
          ))}
        </div>
        {actions.keep && forms.link !== undefined && (
          <Details summary={t('link-add')} open={actionData?.form === 'link'}>
            <UseCaseForm form={forms.link} result={actionData} />
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
              {report.content.measures.map((measure) => (
                <li key={measure.measureId}>
                  <span lang={language}>{measure.title}</span>: {t(`state-of.${measure.state}`)}.{' '}
                  <span lang={language}>{measure.text}</span>
                </li>
              ))}
            </ul>
          </Details>
        ))}
      </Section>
    </Page>
  );
}
