import { projectKeepers, projectReaders } from '#codes/projects';
import { CurveChart } from '../charts/curve-chart.tsx';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { valueOfCell } from '../pilot/cell.ts';
import { IndicatorOverview, TargetWords } from '../projects/indicator-overview.tsx';
import { PromisePage } from '../projects/promise-page.tsx';
import {
  Button,
  CheckboxGroup,
  DataTable,
  DateField,
  DefinitionList,
  Details,
  EmptyState,
  Figure,
  PolkuForm,
  Section,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/project-indicators.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectReaders);
  return orThrow(await services.projects.openIndicators(params));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const { projectId } = params;
  const sent = await formValues(context, request);
  const done =
    sent.form === 'cohorts'
      ? await services.projects.chooseCohorts({ projectId, pilots: sent.list('pilots') })
      : await services.projects.enterIndicatorValue({
          projectId,
          indicatorId: sent.text('indicatorId'),
          countedOn: sent.text('countedOn'),
          value: sent.text('value'),
          evidence: sent.text('evidence'),
        });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/projects/${projectId}/indicators`, {
    kind: 'success',
    key: 'promises:saved',
  });
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
      actions={actions.change && <Button to={`${at}/new`}>{t('indicators.add')}</Button>}
    >
      <Section id="cohort" title={t('cohort.title')} lead={t('cohort.lead')}>
        {actions.change && pilots.length > 0 ? (
          <PolkuForm id="cohorts" result={actionData} label={t('cohort.title')}>
            <CheckboxGroup
              name="pilots"
              label={t('cohort.pilots')}
              choices={pilots.map(({ pilotId, names }) => ({
                value: pilotId,
                label: names[language] ?? names.fi ?? '',
              }))}
              values={pilotIds}
              optional
            />
            <div className="actions">
              <Button look="secondary">{t('save')}</Button>
            </div>
          </PolkuForm>
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
          action={actions.change && <Button to={`${at}/new`}>{t('indicators.add')}</Button>}
        >
          <p>{t('indicators.none-help')}</p>
        </EmptyState>
      )}
      {indicators.length > 0 && (
        <Section id="overview" title={t('overview.title')}>
          <IndicatorOverview indicators={indicators} />
        </Section>
      )}
      {(['output', 'result'] as const).map((kind) => {
        const own = indicators.filter((one) => one.kind === kind);
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
    <Section
      id={`indicator-${id}`}
      level={3}
      title={name}
      actions={
        actions.change && (
          <Button to={`/projects/${head.projectId}/indicators/${id}`} look="secondary" about={name}>
            {t('change')}
          </Button>
        )
      }
    >
      {unit === '' ? (
        <p>
          <strong>{t('indicators.in-prose')}</strong>
          {indicator.promisedAt !== undefined && ` (${indicator.promisedAt})`}
        </p>
      ) : (
        <>
          <Figure
            id={`figure-${id}`}
            label={t('indicators.now')}
            value={valueOfCell(latest)}
            unit={unit}
            target={target?.value}
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
                  `${format.number(indicator.baseline.value)} ${unit}${indicator.baseline.source === undefined ? '' : ` (${indicator.baseline.source})`}`,
              },
              { term: t('field.dueOn'), value: indicator.dueOn && format.day(indicator.dueOn) },
              { term: t('field.owner'), value: indicator.owner },
              ...(reached === undefined
                ? []
                : [{ term: t('field.reached'), value: format.percent(reached / 100) }]),
              ...(indicator.promisedAt === undefined
                ? []
                : [{ term: t('field.promised'), value: indicator.promisedAt }]),
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
    </Section>
  );
}

/** "noin 50 henkilöä, joista työttömiä 50". */
function EnteredValues({
  indicator,
  name,
  page: { today, actions },
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
        <Details summary={t('values.enter')} open={result?.form === `value-${indicator.id}`}>
          <PolkuForm
            id={`value-${indicator.id}`}
            result={result}
            label={`${t('values.enter')}: ${name}`}
            values={{ countedOn: today }}
          >
            <input type="hidden" name="indicatorId" value={indicator.id} />
            <DateField name="countedOn" label={t('values.day')} latest={today} />
            <TextField
              name="value"
              label={t('values.value')}
              unit={indicator.unit}
              keyboard="decimal"
              width="s"
            />
            <TextField
              name="evidence"
              label={t('values.evidence')}
              help={t('values.evidence-help')}
              width="l"
            />
            <div className="actions">
              <Button look="secondary">{t('save')}</Button>
            </div>
          </PolkuForm>
        </Details>
      )}
    </>
  );
}
