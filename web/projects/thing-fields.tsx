import { againstKinds, aspects } from '#codes/projects';
import type { projects } from '#projects';
import type { OutputOf } from '#use-case';
import { useLanguage, useT } from '../i18n/use.ts';
import { plainWords } from '../services/words.ts';
import { CheckboxGroup, RadioGroup, Select, TextArea, TextField } from '../ui/index.ts';

type Opened = OutputOf<(typeof projects)['openPromises']>;
export type ThingProps = Pick<Opened, 'promises' | 'neighbours' | 'services'> & {
  readonly thingId: string;
  /** The measure that a new thing belongs to. */
  readonly measure: string;
  /** What a new comparison was opened from: a service of the catalogue or a project of the portfolio. */
  readonly chosen: { readonly serviceId?: string | undefined; readonly otherId?: string | undefined };
};

/** The indicators of one kind, to be ticked; with what is missing told when there is none. */
export function useIndicatorChoices(promises: Opened['promises'], kind: 'output' | 'result') {
  const language = useLanguage();
  return promises.indicators
    .filter((one) => one.kind === kind)
    .map(({ id, names }) => ({ value: id, label: names[language] ?? names.fi ?? names.en ?? '' }));
}

const joined = (promises: Opened['promises'], id: string) =>
  promises.links.filter(({ from }) => from === id).map(({ to }) => to);

export function GoalFields({ promises, thingId }: ThingProps) {
  const t = useT('promises');
  const goal = promises.goals.find(({ id }) => id === thingId);
  const results = useIndicatorChoices(promises, 'result');
  return (
    <>
      <TextArea name="words" label={t('edit.goal.words')} rows={3} value={goal?.text} />
      <CheckboxGroup
        name="results"
        label={t('edit.goal.results')}
        help={results.length === 0 ? t('edit.no-results') : t('edit.goal.results-help')}
        choices={results}
        values={joined(promises, thingId)}
        optional
      />
    </>
  );
}

export function MeasureFields({ promises, thingId }: ThingProps) {
  const t = useT('promises');
  const measure = promises.measures.find(({ id }) => id === thingId);
  const outputs = useIndicatorChoices(promises, 'output');
  return (
    <>
      <TextArea name="words" label={t('edit.measure.words')} rows={3} value={measure?.text} />
      <TextField
        name="workPackage"
        label={t('edit.measure.package')}
        value={measure?.workPackage}
        width="s"
        optional
      />
      <CheckboxGroup
        name="aspects"
        label={t('edit.measure.aspects')}
        help={t('edit.measure.aspects-help')}
        choices={aspects.map((value) => ({
          value,
          label: t(`aspect.${value}`),
          help: t(`aspect-help.${value}`),
        }))}
        values={measure?.aspects}
        optional
      />
      <CheckboxGroup
        name="outputs"
        label={t('edit.measure.outputs')}
        help={outputs.length === 0 ? t('edit.no-outputs') : t('edit.measure.outputs-help')}
        choices={outputs}
        values={joined(promises, thingId)}
        optional
      />
    </>
  );
}

function MeasureSelect({
  promises,
  value,
}: {
  readonly promises: Opened['promises'];
  readonly value: string;
}) {
  const t = useT('promises');
  return (
    <Select
      name="measureId"
      label={t('one.measure')}
      width="l"
      value={value}
      choices={promises.measures.map(({ id, text }) => ({ value: id, label: text }))}
    />
  );
}

export function ComparisonFields({ promises, neighbours, services, thingId, measure, chosen }: ThingProps) {
  const t = useT('promises');
  const language = useLanguage();
  const comparison = promises.comparisons.find(({ id }) => id === thingId);
  const service = services.find(({ serviceId }) => serviceId === chosen.serviceId);
  const project = neighbours.find((one) => one.project.id === chosen.otherId)?.project;
  return (
    <>
      <MeasureSelect promises={promises} value={comparison?.measureId ?? measure} />
      <RadioGroup
        name="against"
        label={t('edit.comparison.against')}
        value={comparison?.against ?? (project ? 'project' : 'service')}
        choices={againstKinds.map((value) => ({ value, label: t(`against.${value}`) }))}
      />
      <TextField
        name="name"
        label={t('edit.comparison.name')}
        help={t('edit.comparison.name-help')}
        width="l"
        value={comparison?.name ?? (service && plainWords(service.names, language)) ?? project?.name}
      />
      {services.length > 0 && (
        <Select
          name="serviceId"
          label={t('edit.comparison.service')}
          width="l"
          value={comparison?.serviceId ?? service?.serviceId}
          empty={t('edit.comparison.service-none')}
          choices={services.map((one) => ({ value: one.serviceId, label: plainWords(one.names, language) }))}
          optional
        />
      )}
      {neighbours.length > 0 && (
        <Select
          name="otherId"
          label={t('edit.comparison.other')}
          width="l"
          value={comparison?.otherId ?? project?.id}
          empty={t('edit.comparison.other-none')}
          choices={neighbours.map(({ project }) => ({ value: project.id, label: project.name }))}
          optional
        />
      )}
      <TextArea
        name="difference"
        label={t('edit.comparison.difference')}
        help={t('edit.comparison.difference-help')}
        value={comparison?.difference}
      />
    </>
  );
}

export function StepFields({ promises, thingId, measure }: ThingProps) {
  const t = useT('promises');
  const step = promises.companySteps.find(({ id }) => id === thingId);
  const written = (value: number | undefined) =>
    value === undefined ? undefined : String(value).replace('.', ',');
  return (
    <>
      <MeasureSelect promises={promises} value={step?.measureId ?? measure} />
      <TextArea
        name="content"
        label={t('edit.company-step.content')}
        help={t('edit.company-step.content-help')}
        rows={3}
        value={step?.content}
      />
      <TextField
        name="hours"
        label={t('edit.company-step.hours')}
        keyboard="decimal"
        width="s"
        value={written(step?.hours)}
      />
      <TextField
        name="companies"
        label={t('edit.company-step.companies')}
        keyboard="numeric"
        width="s"
        value={written(step?.companies)}
        optional
      />
      <TextField
        name="test"
        label={t('edit.company-step.test')}
        help={t('edit.company-step.test-help')}
        width="l"
        value={step?.test}
        optional
      />
    </>
  );
}
