import { Link } from 'react-router';
import { CurveChart } from '../charts/curve-chart.tsx';
import { TimelineChart } from '../charts/timeline-chart.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { AtAGlance } from '../projects/at-a-glance.tsx';
import { FindingList } from '../projects/finding-list.tsx';
import { FundingTable, MoneyTable } from '../projects/money-table.tsx';
import type { Opened } from '../projects/opened.ts';
import { FilesSection, LifeSection, VersionsSection } from '../projects/project-history.tsx';
import {
  AreaSection,
  PartsSection,
  ReportSection,
  StaffSection,
  TextsSection,
} from '../projects/project-parts.tsx';
import { PromiseTabs } from '../projects/promise-tabs.tsx';
import { projectReaders } from '../projects/roles.ts';
import {
  Button,
  DataTable,
  DefinitionList,
  Details,
  Page,
  PolkuForm,
  PrintButton,
  Section,
  StateLine,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/projects-project.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectReaders);
  const late = Object.fromEntries(
    [...new URL(request.url).searchParams]
      .filter(([name, value]) => name.startsWith('late-') && /^\d{1,4}$/.test(value) && Number(value) <= 2000)
      .map(([name, value]) => [name.slice(5), Number(value)]),
  );
  return {
    late,
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
  const { opened, indicators, late } = loaderData;
  const { project, plan, summary, actions, findings } = opened;
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
          <PrintButton />
        </>
      }
    >
      <PromiseTabs projectId={project.projectId} />
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
      <Section
        id="months"
        title={t('open.months')}
        lead={
          summary.granted !== undefined && summary.granted > 0 && summary.realised !== undefined
            ? t('months.used', {
                used: format.money(summary.realised),
                granted: format.money(summary.granted),
                share: format.percent(summary.realised / summary.granted, 2),
                left: format.money(summary.granted - summary.realised),
              })
            : t('months.none')
        }
        actions={
          edit !== undefined && (
            <>
              <Button to={`${edit}/realised`} look="secondary">
                {t('act.add-realised')}
              </Button>
              <Button to={`${at}/realised.xlsx`} look="secondary" download>
                {t('months.excel')}
              </Button>
            </>
          )
        }
      >
        {opened.months.length > 1 && (
          <CurveChart
            caption={t('months.caption')}
            placeName={t('months.month')}
            places={opened.months.map(({ month }) => `${Number(month.slice(5, 7))}/${month.slice(2, 4)}`)}
            curves={[
              {
                key: 'planned',
                label: t('months.planned'),
                values: opened.months.map((one) => thousands(one.plannedSoFar)),
              },
              {
                key: 'realised',
                label: t('months.realised'),
                values: opened.months.map((one) =>
                  one.month > opened.today ? 'unknown' : thousands(one.realisedSoFar),
                ),
              },
            ]}
            source={t('months.source')}
            hidden=""
          />
        )}
        <RealisedTable opened={opened} />
      </Section>
      <StaffSection opened={opened} edit={edit} />
      <AreaSection opened={opened} edit={edit} />
      <PartsSection opened={opened} edit={edit} />
      <TextsSection opened={opened} edit={edit} />
      <ReportSection opened={opened} edit={edit} />
      <VersionsSection opened={opened} edit={edit} />
      <FilesSection opened={opened} edit={edit} />
      <LifeSection opened={opened} />
      {opened.instrument.footer !== undefined && <p className="source">{opened.instrument.footer}</p>}
    </Page>
  );
}

/** Thousands of euros with one decimal, so that an axis can be read. */
const thousands = (cents: number) => Math.round(cents / 10_000) / 10;

type PartProps = { readonly opened: Opened; readonly edit?: string | undefined };

function IdentitySection({ opened, edit }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  const { plan, project } = opened;
  const { identity } = plan;
  const party = (role: string) => plan.parts.find((one) => one.role === role);
  const days = [identity.startsOn, identity.endsOn].map((day) => format.day(day)).filter(Boolean);
  return (
    <Section
      id="identity"
      title={t('open.identity')}
      actions={
        edit !== undefined && (
          <Button to={`${edit}/identity`} look="secondary">
            {t('act.change')}
          </Button>
        )
      }
    >
      <DefinitionList
        items={[
          { term: t('field.instrument'), value: t(`instrument.${identity.instrument}`) },
          ...(identity.verdict === undefined
            ? []
            : [{ term: t('column.state'), value: t(`verdict.${identity.verdict}`) }]),
          {
            term: t('field.applicant'),
            value: [party('applicant')?.name, party('applicant')?.details.businessId]
              .filter(Boolean)
              .join(', '),
          },
          { term: t('field.authority'), value: party('authority')?.name },
          {
            term: t('field.registerNumbers').split(',')[0]!,
            value: plan.registerNumbers.map((one) => one.text).join(' · '),
          },
          { term: `${t('field.startsOn')} – ${t('field.endsOn').toLowerCase()}`, value: days.join(' – ') },
          ...(['programme', 'priority', 'objective', 'call', 'callCode', 'aidForm'] as const)
            .filter((key) => identity[key] !== undefined)
            .map((key) => ({ term: t(`field.${key}`), value: identity[key] })),
          ...(identity.arrivedOn === undefined
            ? []
            : [{ term: t('field.arrivedOn'), value: format.day(identity.arrivedOn) }]),
          { term: t('field.reportDueOn'), value: project.reportDueOn && format.day(project.reportDueOn) },
        ]}
      />
      {opened.improves && (
        <p>
          {t('improves')}: <Link to={`/projects/${opened.improves.projectId}`}>{opened.improves.name}</Link>
        </p>
      )}
      {opened.documents.length > 0 && (
        <p className="source">
          {t('documents', { keys: opened.documents.map((one) => one.key).join(', ') })}
        </p>
      )}
      {edit !== undefined && (
        <p className="no-print">
          <Link to={`${edit}/report-day`}>{t('act.report-day')}</Link>
        </p>
      )}
    </Section>
  );
}

function OtherFigures({ opened }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  const { otherFigures } = opened.money;
  return (
    <>
      {otherFigures.length > 0 && (
        <DataTable
          id="other-figures"
          caption={t('money.figures')}
          columns={[
            {
              key: 'what',
              header: t('money.figure'),
              rowHeader: true,
              cell: (row) => t(`figure.${row.kind}`),
            },
            {
              key: 'year',
              header: t('money.year'),
              cell: (row) => [row.year, row.toYear].filter(Boolean).join('–'),
            },
            {
              key: 'cents',
              header: t('months.amount'),
              number: true,
              cell: (row) => format.money(row.cents),
            },
            { key: 'source', header: t('money.source'), cell: (row) => row.source ?? '' },
          ]}
          rows={otherFigures}
          rowKey={(row) => `${row.kind}-${row.year}`}
          empty=""
        />
      )}
      {opened.unitPrices.length > 0 && (
        <DataTable
          id="unit-prices"
          caption={t('money.unit-prices')}
          columns={[
            { key: 'name', header: t('money.unit'), rowHeader: true, cell: (row) => row.name },
            { key: 'count', header: t('money.count'), number: true, cell: (row) => format.number(row.count) },
            { key: 'price', header: t('money.price'), number: true, cell: (row) => format.money(row.cents) },
          ]}
          rows={opened.unitPrices}
          rowKey={(row) => row.name}
          empty=""
        />
      )}
    </>
  );
}

function WorkSection({
  opened,
  edit,
  late,
}: PartProps & { readonly late: Readonly<Record<string, number>> }) {
  const t = useT('projects');
  const format = useFormat();
  const { plan, timeline } = opened;
  return (
    <Section
      id="work"
      title={t('open.work')}
      actions={
        edit !== undefined && (
          <Button to={`${edit}/work-package`} look="secondary">
            {t('act.add-package')}
          </Button>
        )
      }
    >
      {plan.workPackages.length === 0 && <p>{t('work.none')}</p>}
      {plan.workPackages.length > 0 && timeline.length === 0 && <p>{t('work.no-dates')}</p>}
      {timeline.length > 0 && (
        <TimelineChart
          caption={t('work.timeline')}
          bars={timeline.map((one) => ({
            ...one,
            note: one.pushedBy > 0 ? t('work.pushed', { count: one.pushedBy }) : undefined,
          }))}
          columns={{
            name: t('work.package'),
            starts: t('work.starts'),
            ends: t('work.ends'),
            needs: t('work.needs'),
          }}
          assumed={t('work.assumed')}
        />
      )}
      {timeline.some((one) => one.pushedBy > 0) && (
        <p>
          <StateLine kind="waiting">
            {format.list(
              timeline
                .filter((one) => one.pushedBy > 0)
                .map((one) => `${one.code} ${t('work.pushed', { count: one.pushedBy })}`),
            )}
          </StateLine>
        </p>
      )}
      {timeline.length > 1 && (
        <Details summary={t('work.late')}>
          <PolkuForm
            id="late"
            method="get"
            inline
            label={t('work.late')}
            values={Object.fromEntries(
              Object.entries(late).map(([code, value]) => [`late-${code}`, String(value)]),
            )}
          >
            {plan.workPackages.map((one) => (
              <TextField
                key={one.code}
                name={`late-${one.code}`}
                label={`${one.code} ${one.name}`}
                unit={t('work.late-days')}
                width="s"
                keyboard="numeric"
                optional
              />
            ))}
            <Button look="secondary">{t('work.show')}</Button>
          </PolkuForm>
        </Details>
      )}
      {plan.workPackages.map((one) => (
        <Section
          key={one.code}
          id={`package-${one.code}`}
          level={3}
          title={`${one.code} ${one.name}`}
          lead={one.words === '' ? undefined : one.words}
          actions={
            edit !== undefined && (
              <>
                <Button to={`${edit}/work-package?id=${one.id}`} look="secondary" about={one.name}>
                  {t('act.change')}
                </Button>
                <Button to={`${edit}/purchase?package=${one.id}`} look="secondary" about={one.name}>
                  {t('act.add-purchase')}
                </Button>
              </>
            )
          }
        >
          {one.purchases.length > 0 && (
            <DataTable
              id={`purchases-${one.code}`}
              caption={`${t('work.costs')}: ${one.name}`}
              captionHidden
              columns={[
                {
                  key: 'label',
                  header: t('work.costs'),
                  rowHeader: true,
                  cell: (row) =>
                    edit === undefined ? (
                      row.label
                    ) : (
                      <Link to={`${edit}/purchase?id=${row.id}&package=${one.id}`}>{row.label}</Link>
                    ),
                },
                { key: 'kind', header: t('months.kind'), cell: (row) => t(`purchase.${row.kind}`) },
                {
                  key: 'cents',
                  header: t('months.amount'),
                  number: true,
                  cell: (row) =>
                    `${row.qualifier ? `${t(`qualifier.${row.qualifier}`)} ` : ''}${format.money(row.cents)}`,
                },
                { key: 'source', header: t('money.source'), cell: (row) => row.source ?? '' },
              ]}
              rows={one.purchases}
              rowKey={(row) => row.id ?? row.label}
              empty=""
              source={t('work.inside', {
                sum: format.money(one.purchases.reduce((sum, row) => sum + row.cents, 0)),
              })}
            />
          )}
        </Section>
      ))}
    </Section>
  );
}

function RealisedTable({ opened }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  if (opened.realised.length === 0) return null;
  return (
    <DataTable
      id="realised"
      caption={t('months.entries')}
      columns={[
        {
          key: 'month',
          header: t('months.month'),
          rowHeader: true,
          cell: (row) => format.month(row.month.slice(0, 7)),
        },
        {
          key: 'kind',
          header: t('months.kind'),
          cell: (row) => [t(`cost.${row.kind}`), row.label].filter(Boolean).join(': '),
        },
        { key: 'cents', header: t('months.amount'), number: true, cell: (row) => format.money(row.cents) },
        { key: 'evidence', header: t('months.evidence'), cell: (row) => row.evidence },
      ]}
      rows={opened.realised}
      rowKey={(row) => row.id}
      empty=""
    />
  );
}
