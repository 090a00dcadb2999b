import { Link } from 'react-router';
import { instrumentCodes, planLanguage, portfolioOnly, projectStates } from '#codes/projects';
import { ok } from '#kernel/result.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, page, requireViewer } from '#web/page.ts';
import { Button, DefinitionList, Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import { defineList, type ListTools } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/projects.ts';
import { writeReport } from './board-report.server.ts';
import type { PortfolioItem } from './opened.ts';
import { sectionPath } from './sides.ts';

const projectList = defineList({
  name: 'projects',
  texts: 'projects',
  source: async (services, asked) => {
    const found = await services.projects.portfolio(asked);
    const places = orThrow(await services.areas.municipalities({}));
    return found.ok ? ok({ ...found.value, places }) : found;
  },
  rowKey: (row) => row.projectId,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => row.name,
      cell: (row, { t }) => (
        <>
          <Link to={`/projects/${row.projectId}`} lang={planLanguage}>
            {row.name}
          </Link>
          <span className="finding-hint computed">
            {[t(`instrument.${row.instrument}`), row.applicant, row.numbers[0]].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
      sort: 'name',
      rowHeader: true,
    },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t }) => t(`state.${row.state}`),
      cell: (row, tools) => <State row={row} {...tools} />,
      sort: 'state',
    },
    {
      key: 'total',
      kind: 'money',
      value: (row) => row.total,
      absent: 'not-stated',
      sort: 'total',
      phone: 'first',
    },
    { key: 'grant', kind: 'money', value: (row) => row.grant, only: 'file' },
    { key: 'approved', kind: 'money', value: (row) => row.approved, only: 'file' },
    {
      key: 'realised',
      kind: 'money',
      value: (row) => row.realised,
      cell: (row, tools) => <Used row={row} {...tools} />,
      sort: 'realised',
    },
    { key: 'unused', kind: 'money', value: (row) => row.unused, only: 'file' },
    { key: 'behind', kind: 'money', value: (row) => row.behind, only: 'file' },
    { key: 'ends', kind: 'day', value: (row) => row.endsOn, absent: 'not-stated', sort: 'ends' },
    {
      key: 'findings',
      kind: 'number',
      value: (row) => row.findings,
      cell: (row, tools) => (
        <Counted
          {...tools}
          count={row.findings}
          to={`/projects/${row.projectId}#findings`}
          about={`${tools.t('open.findings')}: ${row.name}`}
        />
      ),
      sort: 'findings',
      phone: 'none',
    },
    {
      key: 'overlaps',
      kind: 'number',
      value: (row) => row.overlaps,
      cell: (row, tools) => (
        <Counted
          {...tools}
          count={row.overlaps}
          to={sectionPath(row.projectId, 'overlaps')}
          about={`${tools.t('open.overlaps')}: ${row.name}`}
        />
      ),
      phone: 'none',
    },
  ],
  filters: [
    {
      name: 'state',
      kind: 'select',
      choices: ({ t }) => projectStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      name: 'instrument',
      kind: 'select',
      choices: ({ t }) => instrumentCodes.map((value) => ({ value, label: t(`instrument.${value}`) })),
    },
    {
      name: 'place',
      kind: 'select',
      // A municipality that no project reaches would only ever find nothing.
      choices: ({ found }) =>
        found.places
          .filter(({ code }) => found.reached.includes(code))
          .map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'only',
      kind: 'select',
      choices: ({ t }) => portfolioOnly.map((value) => ({ value, label: t(`only.${value}`) })),
    },
  ],
  sort: 'name',
  start: ({ t, found }) => (found.actions.start ? <Button to="/projects/new" label={t('new')} /> : undefined),
  was: { tila: 'state', rahoitus: 'instrument', kunta: 'place', vain: 'only' },
});

const report = defineForm('projects.askReport', { id: 'report', hidden: ['form'], fixed: ['name'] });

export const middleware = [listFiles(projectList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'projects:read');
  return {
    list: await loadList(projectList, { context, request }),
    report: showForm(context, report),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const { services, language } = requireViewer(context, request, 'projects:read');
  return submitForm({
    context,
    request,
    form: report,
    fixed: { name: 'hankesalkku' },
    run: async (input, sending) => {
      const asked = await services.projects.askReport(input, sending);
      if (asked.ok)
        void writeReport(services, asked.value.reportId, input.form, language, page(context).reportError);
      return asked;
    },
    done: ({ reportId }) => ({ to: `/projects/reports/${reportId}`, say: 'projects:board.writing' }),
  });
}

type Cell = ListTools<unknown> & { readonly row: PortfolioItem };

/** Is the day behind when the list was read? */
const late = (day: string | undefined, found: unknown) =>
  day !== undefined && day < (found as { readonly today: string }).today;

function State({ row, t, format, found }: Cell) {
  return (
    <>
      <StateLine kind={stateLook(row.state)}>{t(`state.${row.state}`)}</StateLine>
      {row.waiting > 0 && (
        <span className="finding-hint">
          <StateLine kind="waiting">{t('waiting', { count: row.waiting })}</StateLine>
        </span>
      )}
      {row.reportDueOn !== undefined && (
        <span className="finding-hint">
          <StateLine kind={late(row.reportDueOn, found) ? 'late' : 'info'}>
            {t('report-due', { day: format.day(row.reportDueOn) })}
          </StateLine>
        </span>
      )}
    </>
  );
}

/** What has been used of what was approved, and what has not. */
function Used({ row, t, format, found }: Cell) {
  const ended = row.state === 'ended' || late(row.endsOn, found);
  return (
    <>
      {row.realised === undefined ? (
        <span className="computed">{t('not-stated')}</span>
      ) : (
        format.money(row.realised)
      )}
      {row.approved !== undefined && row.state !== 'rejected' && (
        <span className="finding-hint computed">{t('of-approved', { sum: format.money(row.approved) })}</span>
      )}
      {row.unused !== undefined && row.unused > 0 && ended ? (
        <span className="finding-hint">
          <StateLine kind="late">{t('unused', { sum: format.money(row.unused) })}</StateLine>
        </span>
      ) : (
        row.behind !== undefined &&
        row.behind > 0 && (
          <span className="finding-hint">
            <StateLine kind="waiting">{t('behind', { sum: format.money(row.behind) })}</StateLine>
          </span>
        )
      )}
    </>
  );
}

/** A count that leads to what it counts. */
function Counted({
  count,
  to,
  about,
  format,
}: Pick<ListTools<unknown>, 'format'> & {
  readonly count: number;
  readonly to: string;
  readonly about: string;
}) {
  if (count === 0) return format.number(0);
  return (
    <Link to={to}>
      {format.number(count)}
      <span className="hidden"> {about}</span>
    </Link>
  );
}

/** The portfolio: every project with its money, state, deadlines, findings and overlaps (PJ-27). */
export default function Projects({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('projects');
  const format = useFormat();
  const { list } = loaderData;
  const { totals, actions } = list.found;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          {actions.start && <Button to="/projects/new" label={t('new')} />}
          {actions.start && <Button to="/intake" look="secondary" label={t('import')} />}
          <Button to="/how-polku-counts#funding" look="secondary" label={t('instruments-link')} />
        </>
      }
    >
      <List of={projectList} list={list} />
      <Section id="totals" title={t('totals.title')}>
        <DefinitionList
          items={[
            {
              term: t('totals.projects', { count: totals.projects }),
              value: [
                format.money(totals.requested),
                totals.unknown > 0 ? t('totals.unknown', { count: totals.unknown }) : '',
              ]
                .filter(Boolean)
                .join(' – '),
            },
            {
              term: t('totals.committed'),
              value: `${format.money(totals.committed)} – ${t('totals.committed-help')}`,
            },
            { term: t('totals.used'), value: format.money(totals.realised) },
            { term: t('totals.unused'), value: format.money(totals.unused) },
          ]}
        />
      </Section>
      <Section id="board-report" title={t('board.page')} lead={t('board.lead')}>
        <UseCaseForm form={loaderData.report} result={actionData} label={t('board.page')}>
          <div className="actions">
            <Button name="form" value="pdf" look="secondary" label={t('board.pdf')} />
            <Button name="form" value="docx" look="secondary" label={t('board.docx')} />
          </div>
        </UseCaseForm>
      </Section>
    </Page>
  );
}

const stateLook = (state: string) =>
  state === 'rejected'
    ? 'stopped'
    : state === 'applied'
      ? 'waiting'
      : state === 'closed' || state === 'ended'
        ? 'done'
        : 'info';
