import { projectReaders } from '#codes/projects';
import { TraceChart } from '../charts/trace-chart.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { AtAGlance } from '../projects/at-a-glance.tsx';
import { ClosingList } from '../projects/closing-list.tsx';
import { FindingList } from '../projects/finding-list.tsx';
import { IndicatorOverview } from '../projects/indicator-overview.tsx';
import { FundingTable, MoneyTable } from '../projects/money-table.tsx';
import type { Value } from '../projects/opened.ts';
import { PromisePage } from '../projects/promise-page.tsx';
import { ReadyNote } from '../projects/ready-note.tsx';
import { Button, DataTable, DefinitionList, EmptyState, Section, StateLine } from '../ui/index.ts';
import type { Route } from './+types/projects-one-page.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, projectReaders);
  const { projects } = services;
  const { projectId } = params;
  return {
    language,
    opened: orThrow(await projects.openProject({ projectId })),
    promises: orThrow(await projects.openPromises({ projectId })),
    indicators: orThrow(await projects.openIndicators({ projectId })),
    rejection: orThrow(await projects.openRejection({ projectId })),
  };
}

/**
 * What a funder or a leadership group reads of a project: where it stands, its money by the funder's table, what does not
 * add up, what was promised and reached, what leads to what, and what was answered to the criticism. One page, to be printed.
 */
export default function ProjectOnOnePage({ loaderData }: Route.ComponentProps) {
  const t = useT('projects');
  const p = useT('promises');
  const { opened, promises, indicators, rejection, language } = loaderData;
  const { head } = promises;
  const at = `/projects/${head.projectId}`;
  return (
    <PromisePage
      title={t('one-page.title')}
      head={head}
      wide
      actions={
        <Button to={at} look="secondary">
          {t('one-page.whole')}
        </Button>
      }
    >
      <Standing opened={opened} />
      <AtAGlance opened={opened} indicators={indicators.indicators} />
      <Section id="money" title={t('open.money')} lead={t('open.money-lead')}>
        <MoneyTable opened={opened} />
        <FundingTable opened={opened} />
      </Section>
      <Section id="findings" title={`${t('one-page.findings')} (${opened.findings.length})`}>
        <FindingList id="finding-list" caption={t('open.findings')} findings={opened.findings} />
      </Section>
      <Section id="indicators" title={t('one-page.indicators')}>
        {indicators.indicators.length === 0 ? (
          <EmptyState title={t('one-page.no-indicators')} />
        ) : (
          <IndicatorOverview indicators={indicators.indicators} to={`${at}/indicators`} />
        )}
      </Section>
      <Section id="trace" title={t('one-page.trace')} lead={p('trace.lead')}>
        {promises.matrix.length === 0 ? (
          <EmptyState title={p('trace.none')} />
        ) : (
          <TraceChart
            picture={promises.picture}
            matrix={promises.matrix}
            caption={p('trace.caption', { name: head.name })}
          />
        )}
      </Section>
      <Section id="answers" title={t('one-page.answers')}>
        <Answers items={rejection.items} />
      </Section>
      {['running', 'ended', 'closed'].includes(opened.project.state) && (
        <Section id="closing" title={t('closing.title')}>
          <ClosingList opened={opened} />
        </Section>
      )}
      {opened.instrument.footer !== undefined && (
        <p className="source">{opened.instrument.footer[language]}</p>
      )}
    </PromisePage>
  );
}

/** Where the project stands: one sentence, then the figures that everybody asks for. */
function Standing({ opened }: { readonly opened: Value<'openProject'> }) {
  const t = useT('projects');
  const format = useFormat();
  const { plan, project, summary, usedSoFar } = opened;
  const money = (cents: number | undefined) => (cents === undefined ? t('not-stated') : format.money(cents));
  const applicant = plan.parts.find((one) => one.role === 'applicant')?.name ?? plan.identity.name;
  const hasMoney = ['granted', 'running', 'ended', 'closed'].includes(project.state);
  const words = {
    applicant,
    instrument: t(`instrument.${plan.identity.instrument}`),
    total: money(summary.total),
    grant: money(summary.grant),
    used: money(summary.realised),
  };
  const days = [format.day(plan.identity.startsOn), format.day(plan.identity.endsOn)].filter(Boolean);
  return (
    <Section id="standing" title={t('one-page.key')}>
      <p>{t(hasMoney ? 'one-page.running' : 'one-page.sentence', words)}</p>
      <ReadyNote opened={opened} />
      <DefinitionList
        items={[
          {
            term: t('column.state'),
            value: t('state-since', {
              state: t(`state.${project.state}`),
              day: format.day(project.stateSince),
            }),
          },
          { term: t('field.applicant'), value: applicant },
          {
            term: `${t('field.startsOn')} – ${t('field.endsOn').toLowerCase()}`,
            value: [days.join(' – '), opened.duration && t('duration', opened.duration)]
              .filter(Boolean)
              .join('; '),
          },
          { term: t('one-page.total'), value: money(summary.total) },
          ...(hasMoney
            ? [
                { term: t('one-page.granted'), value: money(summary.granted) },
                { term: t('one-page.used'), value: money(summary.realised) },
              ]
            : []),
          ...(hasMoney && usedSoFar !== undefined && usedSoFar.behind > 0
            ? [{ term: t('one-page.behind'), value: money(usedSoFar.behind) }]
            : []),
        ]}
      />
    </Section>
  );
}

/** Each criticism in the funder's words, what was answered, and what in the plan shows it. */
function Answers({ items }: { readonly items: Value<'openRejection'>['items'] }) {
  const t = useT('projects');
  const p = useT('promises');
  return (
    <DataTable
      id="criticism-answers"
      caption={t('one-page.answers')}
      captionHidden
      columns={[
        {
          key: 'criticism',
          header: t('one-page.criticism'),
          rowHeader: true,
          cell: (row) => (
            <>
              {p(`check.${row.check}`)}
              <span className="finding-hint computed" lang="fi">
                {row.text}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          header: t('column.state'),
          cell: (row) => (
            <StateLine kind={row.state === 'answered' ? 'done' : 'stopped'}>
              {t(row.state === 'answered' ? 'one-page.answered' : 'one-page.open')}
            </StateLine>
          ),
        },
        { key: 'answer', header: t('one-page.answer'), cell: (row) => row.answer ?? '–' },
        {
          key: 'shown',
          header: t('one-page.shown-by'),
          cell: (row) => row.evidence.map(({ label }) => label ?? p('rejection.gone')).join('; ') || '–',
        },
      ]}
      rows={items}
      rowKey={(row) => row.id}
      empty={t('one-page.no-criticism')}
    />
  );
}
