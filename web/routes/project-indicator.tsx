import { projectKeepers } from '#codes/projects';
import { useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  CheckboxGroup,
  ConfirmForm,
  DateField,
  Page,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/project-indicator.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const opened = orThrow(await services.projects.openIndicators({ projectId: params.projectId }));
  const indicator = opened.indicators.find(({ id }) => id === params.indicatorId);
  if (!indicator && params.indicatorId !== 'new') throw problem(404, { code: 'thing-not-found' });
  return { ...opened, indicator };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const { projectId, indicatorId } = params;
  const sent = await formValues(context, request);
  const { text, list, values } = sent;
  const done =
    sent.intent === 'remove'
      ? await services.projects.removeFromPlan({ projectId, thingId: indicatorId })
      : await services.projects.saveIndicator({
          projectId,
          indicatorId: indicatorId === 'new' ? undefined : indicatorId,
          kind: text('kind') as 'output',
          nature: text('nature') as 'change',
          fi: text('fi'),
          sv: text('sv'),
          en: text('en'),
          unit: text('unit'),
          baseline: text('baseline'),
          baselineOn: text('baselineOn'),
          baselineSource: text('baselineSource'),
          target: text('target'),
          parts: text('parts'),
          dueOn: text('dueOn'),
          owner: text('owner'),
          sourceKind: text('sourceKind') as 'fact',
          fact: text('fact'),
          sourceName: text('sourceName'),
          formula: text('formula'),
          comparison: text('comparison'),
          adoption: text('adoption'),
          planned: Object.fromEntries(
            Object.keys(values)
              .filter((name) => name.startsWith('planned-'))
              .map((name) => [name.slice(8), text(name)]),
          ),
          from: list('from'),
          to: list('to'),
        });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/projects/${projectId}/indicators`, {
    kind: 'success',
    key: sent.intent === 'remove' ? 'promises:removed' : 'promises:saved',
  });
}

/** One indicator: what it is, from where to where, who answers, where its values come from, and what it is joined to. */
export default function ProjectIndicator({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const language = useLanguage();
  const { head, indicator, indicators, goals, measures, facts, halves } = loaderData;
  const back = `/projects/${head.projectId}/indicators`;
  const written = (value: number | undefined) => (value === undefined ? '' : String(value).replace('.', ','));
  const { target, source, baseline } = indicator ?? {};
  const named = (kind: 'output' | 'result') =>
    indicators
      .filter((one) => one.kind === kind && one.id !== indicator?.id)
      .map((one) => ({ value: one.id, label: one.names[language] ?? one.names.fi ?? '' }));
  const labelled = (things: readonly { readonly id: string; readonly text: string }[]) =>
    things.map(({ id, text }) => ({ value: id, label: text }));
  const unitOf = (who: string) => t(`who.${who}`);
  return (
    <Page
      title={t(indicator ? 'edit.indicator.old' : 'edit.indicator.new')}
      lead={t('edit.indicator.lead')}
      breadcrumbs={[{ to: back, label: `${head.name}: ${t('tab.indicators')}` }]}
    >
      <PolkuForm
        id="indicator"
        result={actionData}
        values={{
          kind: indicator?.kind ?? 'result',
          nature: indicator?.nature ?? 'change',
          fi: indicator?.names.fi ?? '',
          sv: indicator?.names.sv ?? '',
          en: indicator?.names.en ?? '',
          unit: indicator?.unit ?? '',
          baseline: written(baseline?.value),
          baselineOn: baseline?.on ?? '',
          baselineSource: baseline?.source ?? '',
          target:
            target === undefined
              ? ''
              : `${target.qualifier === undefined ? '' : `${t(`qualifier.${target.qualifier}`)} `}${written(target.value)}`,
          parts: (target?.parts ?? []).map(({ label, value }) => `${label}: ${written(value)}`).join('\n'),
          dueOn: indicator?.dueOn ?? head.endsOn ?? '',
          owner: indicator?.owner ?? '',
          sourceKind: source?.kind ?? '',
          fact: source?.kind === 'fact' ? source.fact : '',
          sourceName: source !== undefined && source.kind !== 'fact' ? source.name : '',
          formula: indicator?.formula ?? '',
          comparison: indicator?.comparison ?? '',
          adoption: indicator?.adoption ?? '',
          ...Object.fromEntries(halves.map((half) => [`planned-${half}`, written(indicator?.planned[half])])),
        }}
      >
        <RadioGroup
          name="kind"
          label={t('field.kind')}
          choices={(['output', 'result'] as const).map((value) => ({
            value,
            label: t(`one.${value}`),
            help: t(`kind-help.${value}`),
          }))}
        />
        <RadioGroup
          name="nature"
          label={t('field.nature')}
          choices={(['change', 'product', 'attendance'] as const).map((value) => ({
            value,
            label: t(`nature.${value}`),
            help: t(`nature-help.${value}`),
          }))}
        />
        <TextField name="fi" label={t('field.fi')} width="l" />
        <TextField name="sv" label={t('field.sv')} width="l" optional />
        <TextField name="en" label={t('field.en')} width="l" optional />
        <TextField name="unit" label={t('field.unit')} help={t('field.unit-help')} width="s" />
        <TextField
          name="baseline"
          label={t('field.baseline')}
          help={t('field.baseline-help')}
          width="s"
          keyboard="decimal"
        />
        <DateField name="baselineOn" label={t('field.baselineOn')} optional />
        <TextField name="baselineSource" label={t('field.baselineSource')} width="l" optional />
        <TextField name="target" label={t('field.target')} help={t('field.target-help')} width="s" />
        <TextArea name="parts" label={t('field.parts')} help={t('field.parts-help')} rows={3} optional />
        <DateField name="dueOn" label={t('field.dueOn')} />
        <TextField name="owner" label={t('field.owner')} help={t('field.owner-help')} width="l" />
        <RadioGroup
          name="sourceKind"
          label={t('field.source')}
          choices={(['fact', 'statistic', 'entered'] as const).map((value) => ({
            value,
            label: t(`source.${value}`),
            help: t(`source-help.${value}`),
          }))}
        />
        <Select
          name="fact"
          label={t('field.fact')}
          width="l"
          empty={t('field.fact-none')}
          choices={facts.map(({ code, names, who }) => ({
            value: code,
            label: `${names[language]} (${unitOf(who)})`,
          }))}
          optional
        />
        <TextField
          name="sourceName"
          label={t('field.sourceName')}
          help={t('field.sourceName-help')}
          width="l"
          optional
        />
        <TextField name="formula" label={t('field.formula')} width="l" optional />
        <TextField
          name="comparison"
          label={t('field.comparison')}
          help={t('field.comparison-help')}
          width="l"
          optional
        />
        <TextField
          name="adoption"
          label={t('field.adoption')}
          help={t('field.adoption-help')}
          width="l"
          optional
        />
        <CheckboxGroup
          name="from"
          label={t('field.from')}
          help={t('field.from-help')}
          values={indicator?.joinedTo}
          choices={[...labelled(measures), ...labelled(goals), ...named('output')].map((choice) => ({
            ...choice,
            label: `${choice.label} (${t(kindOf(choice.value, measures, goals))})`,
          }))}
          optional
        />
        <CheckboxGroup
          name="to"
          label={t('field.to')}
          help={t('field.to-help')}
          values={indicator?.leadsTo}
          choices={named('result')}
          optional
        />
        {halves.length > 0 && (
          <Section id="planned" title={t('field.planned')} lead={t('field.planned-help')}>
            {halves.map((half) => (
              <TextField
                key={half}
                name={`planned-${half}`}
                label={t('field.planned-at', {
                  half: `${half.endsWith('1') ? 'I' : 'II'}/${half.slice(0, 4)}`,
                })}
                width="s"
                keyboard="decimal"
                optional
              />
            ))}
          </Section>
        )}
        <div className="actions">
          <Button>{t('save')}</Button>
          <Button to={back} look="secondary">
            {t('cancel')}
          </Button>
        </div>
      </PolkuForm>
      {indicator !== undefined && (
        <ConfirmForm
          id="remove"
          summary={t('remove')}
          act={t('remove-act')}
          intent="remove"
          result={actionData}
        >
          <p>{t('remove-indicator-help')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}

function kindOf(
  id: string,
  measures: readonly { readonly id: string }[],
  goals: readonly { readonly id: string }[],
): string {
  if (measures.some((one) => one.id === id)) return 'one.measure';
  return goals.some((one) => one.id === id) ? 'one.goal' : 'one.output';
}
