import type { RouterContextProvider } from 'react-router';
import { planLanguage } from '#codes/projects';
import { plainWords } from '#modules/networks/pages/words.ts';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { ConfirmForm, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/plan-thing.ts';
import type { Value } from './opened.ts';

const things = ['goal', 'measure', 'comparison', 'company-step'] as const;
type Thing = (typeof things)[number];
const common = { id: 'thing', texts: 'promises' } as const;
const measureId = { label: 'one.measure', width: 'l' } as const;

const forms = {
  goal: defineForm('projects.saveGoal', {
    ...common,
    fixed: ['projectId', 'goalId'],
    fields: {
      words: { label: 'edit.goal.words', rows: 3 },
      results: { label: 'edit.goal.results' },
    },
  }),
  measure: defineForm('projects.saveMeasure', {
    ...common,
    fixed: ['projectId', 'measureId'],
    fields: {
      words: { label: 'edit.measure.words', rows: 3 },
      workPackage: { label: 'edit.measure.package', width: 's' },
      aspects: { label: 'edit.measure.aspects' },
      outputs: { label: 'edit.measure.outputs' },
    },
  }),
  comparison: defineForm('projects.saveComparison', {
    ...common,
    fixed: ['projectId', 'comparisonId'],
    fields: {
      measureId,
      against: { label: 'edit.comparison.against' },
      name: { label: 'edit.comparison.name', width: 'l' },
      serviceId: {
        label: 'edit.comparison.service',
        width: 'l',
        empty: 'edit.comparison.service-none',
        when: { field: 'against', is: 'service' },
      },
      otherId: {
        label: 'edit.comparison.other',
        width: 'l',
        empty: 'edit.comparison.other-none',
        when: { field: 'against', is: 'project' },
      },
      difference: { label: 'edit.comparison.difference' },
    },
  }),
  'company-step': defineForm('projects.saveCompanyStep', {
    ...common,
    fixed: ['projectId', 'stepId'],
    fields: {
      measureId,
      content: { label: 'edit.company-step.content', rows: 3 },
      hours: { label: 'edit.company-step.hours' },
      companies: { label: 'edit.company-step.companies' },
      test: { as: 'line', label: 'edit.company-step.test', width: 'l' },
    },
  }),
};
const remove = defineForm('projects.removeFromPlan', {
  id: 'remove',
  texts: 'promises',
  fixed: ['projectId', 'thingId'],
  act: 'remove-act',
});

type Opened = Value<'openPromises'>;

/** A thing of the plan as its form has it; undefined when there is none. */
function present({ promises }: Opened, thing: Thing, id: string): object | undefined {
  const joined = promises.links.filter(({ from }) => from === id).map(({ to }) => to);
  const lists = {
    goal: promises.goals.map((goal) => ({ ...goal, words: goal.text, results: joined })),
    measure: promises.measures.map((measure) => ({ ...measure, words: measure.text, outputs: joined })),
    comparison: promises.comparisons,
    'company-step': promises.companySteps,
  };
  return lists[thing].find((row) => row.id === id);
}

/** What a new comparison begins with: the service or the project from which it was opened. */
function comparedWith(
  { services, neighbours }: Opened,
  search: URLSearchParams,
  language: 'fi' | 'sv' | 'en',
) {
  const service = services.find(({ serviceId }) => serviceId === search.get('service'));
  const project = neighbours.find((neighbour) => neighbour.project.id === search.get('project'))?.project;
  return {
    against: project === undefined ? 'service' : 'project',
    name: project?.name ?? (service && plainWords(service.names, language)),
    serviceId: service?.serviceId,
    otherId: project?.id,
  };
}

function show(
  context: Readonly<RouterContextProvider>,
  opened: Opened,
  language: 'fi' | 'sv' | 'en',
  { thing, thingId, search }: { thing: Thing; thingId: string; search: URLSearchParams },
) {
  const t = translatorOf(language).in('promises');
  const { promises, services, neighbours } = opened;
  const of = (kind: 'output' | 'result') =>
    promises.indicators
      .filter((indicator) => indicator.kind === kind)
      .map(({ id, names }) => ({ value: id, label: plainWords(names, language) }));
  const measureId = promises.measures.map(({ id, text }) => ({ value: id, label: text }));
  const values = present(opened, thing, thingId);
  const first = { measureId: search.get('measure') ?? promises.measures[0]?.id };
  switch (thing) {
    case 'goal':
      return showForm(context, forms.goal, {
        values,
        choices: { results: of('result') },
        helps: of('result').length === 0 ? { results: t('edit.no-results') } : {},
      });
    case 'measure':
      return showForm(context, forms.measure, {
        values,
        choices: { outputs: of('output') },
        helps: of('output').length === 0 ? { outputs: t('edit.no-outputs') } : {},
      });
    case 'comparison':
      return showForm(context, forms.comparison, {
        values,
        initial: values ?? { ...first, ...comparedWith(opened, search, language) },
        choices: {
          measureId,
          serviceId: services.map(({ serviceId, names }) => ({
            value: serviceId,
            label: plainWords(names, language),
          })),
          otherId: neighbours.map(({ project }) => ({
            value: project.id,
            label: project.name,
            lang: planLanguage,
          })),
        },
        without: [
          ...(services.length === 0 ? (['serviceId'] as const) : []),
          ...(neighbours.length === 0 ? (['otherId'] as const) : []),
        ],
      });
    case 'company-step':
      return showForm(context, forms['company-step'], { values, initial: first, choices: { measureId } });
  }
}

const thingOf = (name: string): Thing => {
  const thing = things.find((known) => known === name);
  if (thing === undefined) throw problem(404, { code: 'thing-not-found' });
  return thing;
};

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:write');
  const { projectId, thingId } = params;
  const thing = thingOf(params.thing);
  const opened = orThrow(await services.projects.openPromises({ projectId }));
  const isNew = thingId === 'new';
  if (!isNew && present(opened, thing, thingId) === undefined)
    throw problem(404, { code: 'thing-not-found' });
  const { searchParams: search } = new URL(request.url);
  return {
    thing,
    isNew,
    head: opened.head,
    form: show(context, opened, language, { thing, thingId, search }),
    removing: showForm(context, remove),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'projects:write');
  const { projectId, thingId } = params;
  const thing = thingOf(params.thing);
  const id = thingId === 'new' ? undefined : thingId;
  const current =
    id === undefined
      ? undefined
      : async () => present(orThrow(await services.projects.openPromises({ projectId })), thing, id);
  const to = `/projects/${projectId}/${thing === 'company-step' ? 'company-work' : 'plan'}`;
  const done = { to, say: 'promises:saved' };
  const saving = {
    goal: submission({ form: forms.goal, fixed: { projectId, goalId: id }, current, done }),
    measure: submission({ form: forms.measure, fixed: { projectId, measureId: id }, current, done }),
    comparison: submission({ form: forms.comparison, fixed: { projectId, comparisonId: id }, current, done }),
    'company-step': submission({
      form: forms['company-step'],
      fixed: { projectId, stepId: id },
      current,
      done,
    }),
  };
  return submitForms(
    { context, request },
    saving[thing],
    submission({ form: remove, fixed: { projectId, thingId }, done: { to, say: 'promises:removed' } }),
  );
}

/** One thing of the plan on a page of its own: a goal, a measure, a comparison, a step of the work with companies. */
export default function ProjectPlanThing({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const { thing, isNew, head, form, removing } = loaderData;
  const back = `/projects/${head.projectId}/${thing === 'company-step' ? 'company-work' : 'plan'}`;
  return (
    <Page
      title={t(`edit.${thing}.${isNew ? 'new' : 'old'}`)}
      lead={t(`edit.${thing}.lead`)}
      breadcrumbs={[
        { to: back, label: `${head.name}: ${t(thing === 'company-step' ? 'tab.companies' : 'tab.plan')}` },
      ]}
    >
      <UseCaseForm form={form} result={actionData} cancel={back} />
      {!isNew && (
        <ConfirmForm form={removing} summary={t('remove')} act={t('remove-act')} result={actionData}>
          <p>{t('remove-help')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}
