import { valueOfCell } from '#modules/pilots/pages/cell.ts';
import { CurveChart } from '#web/charts/curve-chart.tsx';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  DataTable,
  DefinitionList,
  Details,
  EmptyState,
  Figure,
  Section,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/indicators.ts';
import { IndicatorOverview, TargetWords } from './indicator-overview.tsx';
import { PromisePage } from './promise-page.tsx';

const cohorts = defineForm('projects.chooseCohorts', {
  id: 'cohorts',
  texts: 'promises',
  fixed: ['projectId'],
  fields: { pilots: { label: 'cohort.pilots' } },
});
const value = defineForm('projects.enterIndicatorValue', {
  id: 'value',
  texts: 'promises',
  fixed: ['projectId'],
  hidden: ['indicatorId'],
  fields: {
    countedOn: { label: 'values.day' },
    value: { label: 'values.value' },
    evidence: { as: 'line', label: 'values.evidence', width: 'l' },
  },
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:read');
  const opened = orThrow(await services.projects.openIndicators(params));
  const { pilots, pilotIds, today } = opened;
  return {
    ...opened,
    forms: {
      cohorts: showForm(context, cohorts, {
        values: { pilots: pilotIds },
        choices: {
          pilots: pilots.map(({ pilotId, names }) => ({
            value: pilotId,
            label: names[language] ?? names.fi ?? '',
          })),
        },
      }),
      value: showForm(context, value, { initial: { countedOn: today } }),
    },
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'projects:write');
  const fixed = { projectId: params.projectId };
  const done = { say: 'promises:saved' };
  const current = async () => {
    const { pilotIds } = orThrow(await services.projects.openIndicators(params));
    return { pilots: pilotIds };
  };
  return submitForms(
    { context, request },
    submission({ form: cohorts, fixed, current, done }),
    submission({ form: value, fixed, done }),
  );
}

type Indicator = Route.ComponentProps['loaderData']['indicators'][number];

/** Half a year as people write it: II/2024. */
const halfWords = (half: string) => `${half.endsWith('1') ? 'I' : 'II'}/${half.slice(0, 4)}`;

/** What was planned against what is: each indicator with its picture, its table and where its values come from. */
export default function ProjectIndicators({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const language = useLanguage();
  const { head, indicators, pilots, pilotIds, actions } = loaderData;
  const at = `/projects/${head.projectId}/indicators`;
  return (
    <PromisePage
      title={t('indicators.title')}
      head={head}
      wide
      actions={actions.change && <Button to={`${at}/new`} label={t('indicators.add')} />}
    >
      <Section id="cohort" title={t('cohort.title')} lead={t('cohort.lead')}>
        {actions.change && pilots.length > 0 ? (
          <UseCaseForm
            form={loaderData.forms.cohorts}
            result={actionData}
            label={t('cohort.title')}
            look="secondary"
          />
        ) : (
          <p>
            {pilotIds.length === 0
              ? t('cohort.none')
              : pilots
                  .filter(({ pilotId }) => pilotIds.includes(pilotId))
                  .map(({ names }) => names[language] ?? names.fi)
                  .join(', ')}
          </p>
        )}
      </Section>
      {indicators.length === 0 && (
        <EmptyState
          title={t('indicators.none')}
          action={actions.change && <Button to={`${at}/new`} label={t('indicators.add')} />}
        >
          <p>{t('indicators.none-help')}</p>
        </EmptyState>
      )}
      {indicators.length > 0 && (
        <Section id="overview" title={t('overview.title')}>
          <IndicatorOverview indicators={indicators} today={loaderData.today} />
        </Section>
      )}
      {(['output', 'result'] as const).map((kind) => {
        const own = indicators.filter((row) => row.kind === kind);
        return own.length === 0 ? null : (
          <Section key={kind} id={kind} title={t(`indicators.${kind}`)} lead={t(`indicators.${kind}-lead`)}>
            {own.map((indicator) => (
              <OneIndicator key={indicator.id} indicator={indicator} page={loaderData} result={actionData} />
            ))}
          </Section>
        );
      })}
    </PromisePage>
  );
}

function OneIndicator({
  indicator,
  page,
  result,
}: {
  readonly indicator: Indicator;
  readonly page: Route.ComponentProps['loaderData'];
  readonly result: Route.ComponentProps['actionData'];
}) {
  const t = useT('promises');
  const format = useFormat();
  const language = useLanguage();
  const sourceOf = useSource();
  const { head, halves, facts, actions } = page;
  const { id, names, unit, target, source, rows, latest, reached } = indicator;
  const name = names[language] ?? names.fi ?? '';
  const fact = source?.kind === 'fact' ? facts.find(({ code }) => code === source.fact) : undefined;
  const from =
    source === undefined
      ? t('no-source')
      : (fact?.names[language] ?? ('name' in source ? source.name : source.fact));
  // A picture of one number, or of none, says less than the words beside it.
  const drawn = rows
    .flatMap(({ planned, actual }) => [planned, actual])
    .filter(({ kind }) => kind === 'number');
  return (
    <Details
      id={`indicator-${id}`}
      summary={<span className="fold-title">{name}</span>}
      open={result?.form === `value~${id}`}
    >
      {actions.change && (
        <p className="actions">
          <Button
            to={`/projects/${head.projectId}/indicators/${id}`}
            look="secondary"
            about={name}
            label={t('change')}
          />
        </p>
      )}
      {unit === '' ? (
        <p>
          <strong>{t('indicators.in-prose')}</strong>
          {indicator.promisedAt !== undefined && ` (${sourceOf(indicator.promisedAt)})`}
        </p>
      ) : (
        <>
          <Figure
            id={`figure-${id}`}
            label={t('indicators.now')}
            value={valueOfCell(latest)}
            unit={unit}
            target={target?.value}
            reached={reached === undefined ? undefined : reached / 100}
            source={t('indicators.source', { source: from })}
            formula={
              indicator.formula ?? t(fact === undefined ? 'indicators.no-formula' : 'indicators.from-facts')
            }
          />
          <DefinitionList
            items={[
              { term: t('field.target'), value: target && <TargetWords indicator={indicator} /> },
              {
                term: t('field.baseline'),
                value:
                  indicator.baseline &&
                  `${format.number(indicator.baseline.value)} ${unit}${indicator.baseline.source === undefined ? '' : ` (${sourceOf(indicator.baseline.source)})`}`,
              },
              { term: t('field.dueOn'), value: indicator.dueOn && format.day(indicator.dueOn) },
              { term: t('field.owner'), value: indicator.owner },
              reached !== undefined && { term: t('field.reached'), value: format.percent(reached / 100) },
              indicator.promisedAt !== undefined && {
                term: t('field.promised'),
                value: sourceOf(indicator.promisedAt),
              },
            ]}
          />
          {drawn.length > 1 && (
            <CurveChart
              caption={t('indicators.chart', { name })}
              placeName={t('indicators.half')}
              places={halves.map(halfWords)}
              curves={[
                {
                  key: 'planned',
                  label: t('indicators.planned'),
                  values: rows.map(({ planned }) => valueOfCell(planned)),
                },
                {
                  key: 'actual',
                  label: t('indicators.actual'),
                  values: rows.map(({ actual }) => valueOfCell(actual)),
                },
              ]}
              source={t('indicators.source', { source: from })}
              hidden={t('hidden')}
            />
          )}
          <EnteredValues indicator={indicator} name={name} page={page} result={result} />
        </>
      )}
    </Details>
  );
}

/** "noin 50 henkilöä, joista työttömiä 50". */
function EnteredValues({
  indicator,
  name,
  page: { forms, actions },
  result,
}: {
  readonly indicator: Indicator;
  readonly name: string;
  readonly page: Route.ComponentProps['loaderData'];
  readonly result: Route.ComponentProps['actionData'];
}) {
  const t = useT('promises');
  const c = useT('common');
  const format = useFormat();
  const counted = indicator.source?.kind === 'fact';
  if (counted && indicator.values.length === 0) return null;
  return (
    <>
      {indicator.values.length > 0 && (
        <Details summary={t('values.title', { count: indicator.values.length })}>
          <DataTable
            id={`values-${indicator.id}`}
            caption={t('values.caption', { name })}
            rows={indicator.values}
            rowKey={({ valueId }) => valueId}
            empty=""
            columns={[
              {
                key: 'day',
                header: t('values.day'),
                rowHeader: true,
                cell: ({ countedOn }) => format.day(countedOn),
              },
              {
                key: 'value',
                header: t('values.value'),
                number: true,
                cell: ({ cell }) =>
                  cell.kind === 'number' ? format.number(cell.value) : c(`value.${cell.kind}`),
              },
              { key: 'evidence', header: t('values.evidence'), cell: ({ evidence }) => evidence },
              { key: 'by', header: t('values.by'), cell: ({ enteredBy }) => enteredBy ?? '–' },
            ]}
          />
        </Details>
      )}
      {actions.change && !counted && (
        <Details act="secondary" summary={t('values.enter')} open={result?.form === `value~${indicator.id}`}>
          <UseCaseForm
            form={forms.value}
            row={indicator.id}
            hidden={{ indicatorId: indicator.id }}
            result={result}
            label={`${t('values.enter')}: ${name}`}
            look="secondary"
          />
        </Details>
      )}
    </>
  );
}
