import { plainWords } from '#modules/networks/pages/words.ts';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { ConfirmForm, Fields, FormActs, Page, Section, TextField, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/indicator.ts';
import type { Indicators } from './opened.ts';

const line = { as: 'line', width: 'l' } as const;
const saving = defineForm('projects.saveIndicator', {
  id: 'indicator',
  texts: 'promises',
  fixed: ['projectId', 'indicatorId'],
  fields: {
    kind: { words: 'one.' },
    nature: { words: 'nature.', choices: ['change', 'product', 'attendance'] },
    fi: line,
    sv: line,
    en: line,
    unit: { width: 's' },
    baseline: {},
    baselineOn: {},
    baselineSource: line,
    target: { width: 's' },
    parts: { as: 'area', rows: 3 },
    dueOn: {},
    owner: line,
    sourceKind: { label: 'field.source', words: 'source.' },
    fact: { as: 'select', empty: 'field.fact-none', width: 'l', when: { field: 'sourceKind', is: 'fact' } },
    sourceName: { ...line, when: { field: 'sourceKind', is: ['statistic', 'entered'] } },
    formula: line,
    comparison: line,
    adoption: line,
    from: {},
    to: { when: { field: 'kind', is: 'output' } },
    planned: { kind: 'number' },
  },
});
const remove = defineForm('projects.removeFromPlan', {
  id: 'remove',
  texts: 'promises',
  fixed: ['projectId', 'thingId'],
  act: 'remove-act',
});

/** The fields in the order of the questions: what changes, how much and by when, where it is counted, what it belongs to. */
const groups = {
  what: ['kind', 'nature', 'fi', 'sv', 'en'],
  much: ['unit', 'baseline', 'baselineOn', 'baselineSource', 'target', 'parts', 'dueOn', 'owner'],
  counted: ['sourceKind', 'fact', 'sourceName', 'formula', 'comparison', 'adoption'],
  joined: ['from', 'to'],
} as const;

/** `2027-2` as people write it: II/2027. */
const written = (half: string) => `${half.endsWith('1') ? 'I' : 'II'}/${half.slice(0, 4)}`;

/** An indicator as its form has it. */
function present(indicator: Indicators[number] | undefined, qualifierWords: (code: string) => string) {
  if (indicator === undefined) return undefined;
  const { names, baseline, target, source, joinedTo, leadsTo } = indicator;
  const figure = (value: number) => String(value).replace('.', ',');
  return {
    ...indicator,
    ...names,
    baseline: baseline?.value,
    baselineOn: baseline?.on,
    baselineSource: baseline?.source,
    target:
      target &&
      [target.qualifier && qualifierWords(target.qualifier), figure(target.value)].filter(Boolean).join(' '),
    parts: target?.parts?.map(({ label, value }) => `${label}: ${figure(value)}`).join('\n'),
    sourceKind: source?.kind,
    fact: source?.kind === 'fact' ? source.fact : undefined,
    sourceName: source === undefined || source.kind === 'fact' ? undefined : source.name,
    from: joinedTo,
    to: leadsTo,
  };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:write');
  const { projectId, indicatorId } = params;
  const opened = orThrow(await services.projects.openIndicators({ projectId }));
  const { head, indicators, goals, measures, facts, halves } = opened;
  const indicator = indicators.find(({ id }) => id === indicatorId);
  if (!indicator && indicatorId !== 'new') throw problem(404, { code: 'thing-not-found' });
  const t = translatorOf(language).in('promises');
  const others = (kind: 'output' | 'result') =>
    indicators
      .filter((other) => other.kind === kind && other.id !== indicatorId)
      .map(({ id, names }) => ({ id, text: plainWords(names, language) }));
  const choices = (of: 'measure' | 'goal' | 'output', list: readonly { id: string; text: string }[]) =>
    list.map(({ id, text }) => ({ value: id, label: `${text} (${t(`one.${of}`)})` }));
  return {
    head,
    halves,
    isNew: indicator === undefined,
    form: showForm(context, saving, {
      values: present(indicator, (code) => t(`qualifier.${code}`)),
      initial: { kind: 'result', nature: 'change', dueOn: head.endsOn },
      choices: {
        fact: facts.map(({ code, names, who }) => ({
          value: code,
          label: `${names[language]} (${t(`who.${who}`)})`,
        })),
        from: [
          ...choices('measure', measures),
          ...choices('goal', goals),
          ...choices('output', others('output')),
        ],
        to: others('result').map(({ id, text }) => ({ value: id, label: text })),
      },
    }),
    removing: showForm(context, remove),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, language } = requireViewer(context, request, 'projects:write');
  const { projectId, indicatorId } = params;
  const isNew = indicatorId === 'new';
  const t = translatorOf(language).in('promises');
  const to = `/projects/${projectId}/indicators`;
  const { halves } = orThrow(await services.projects.openIndicators({ projectId }));
  const current = async () => {
    const { indicators } = orThrow(await services.projects.openIndicators({ projectId }));
    return present(
      indicators.find(({ id }) => id === indicatorId),
      (code) => t(`qualifier.${code}`),
    );
  };
  return submitForms(
    { context, request },
    submission({
      form: saving,
      fixed: { projectId, indicatorId: isNew ? undefined : indicatorId },
      current: isNew ? undefined : current,
      labels: Object.fromEntries(
        halves.map((half) => [`planned.${half}`, t('field.planned-at', { half: written(half) })]),
      ),
      done: { to, say: 'promises:saved' },
    }),
    submission({
      form: remove,
      fixed: { projectId, thingId: indicatorId },
      done: { to, say: 'promises:removed' },
    }),
  );
}

/** One indicator: what it is, from where to where, who answers, where its values come from, and what it is joined to. */
export default function ProjectIndicator({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const { head, halves, isNew, form, removing } = loaderData;
  const back = `/projects/${head.projectId}/indicators`;
  return (
    <Page
      title={t(`edit.indicator.${isNew ? 'new' : 'old'}`)}
      lead={t('edit.indicator.lead')}
      breadcrumbs={[{ to: back, label: `${head.name}: ${t('tab.indicators')}` }]}
    >
      <UseCaseForm form={form} result={actionData}>
        {(['what', 'much', 'counted', 'joined'] as const).map((group) => (
          <Section key={group} id={group} title={t(`indicator-part.${group}`)}>
            <Fields of={groups[group]} />
          </Section>
        ))}
        {halves.length > 0 && (
          <Section id="planned" title={t('field.planned')} lead={t('field.planned-help')}>
            {halves.map((half) => (
              <TextField
                key={half}
                name={`planned.${half}`}
                label={t('field.planned-at', { half: written(half) })}
                width="s"
                keyboard="decimal"
                optional
              />
            ))}
          </Section>
        )}
        <FormActs cancel={back} />
      </UseCaseForm>
      {!isNew && (
        <ConfirmForm form={removing} summary={t('remove')} act={t('remove-act')} result={actionData}>
          <p>{t('remove-indicator-help')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}
