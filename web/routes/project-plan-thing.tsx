import { projectKeepers } from '#codes/projects';
import type { Outcome } from '#use-case';
import { useT } from '../i18n/use.ts';
import {
  formValues,
  orThrow,
  problem,
  redirectWith,
  refused,
  requireViewer,
  type SentForm,
} from '../page.ts';
import { ComparisonFields, GoalFields, MeasureFields, StepFields } from '../projects/thing-fields.tsx';
import { Button, ConfirmForm, Page, PolkuForm } from '../ui/index.ts';
import type { Route } from './+types/project-plan-thing.ts';

const things = ['goal', 'measure', 'comparison', 'company-step'] as const;
type Thing = (typeof things)[number];

const isThing = (name: string): name is Thing => (things as readonly string[]).includes(name);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const { thing, thingId } = params;
  const opened = orThrow(await services.projects.openPromises({ projectId: params.projectId }));
  const { goals, measures, comparisons, companySteps } = opened.promises;
  const asked = new URL(request.url).searchParams;
  const lists = { goal: goals, measure: measures, comparison: comparisons, 'company-step': companySteps };
  if (!isThing(thing) || (thingId !== 'new' && !lists[thing].some(({ id }) => id === thingId)))
    throw problem(404, { code: 'thing-not-found' });
  return {
    thing,
    thingId,
    head: opened.head,
    promises: opened.promises,
    neighbours: opened.neighbours,
    services: opened.services,
    measure: asked.get('measure') ?? measures[0]?.id ?? '',
    chosen: { serviceId: asked.get('service') ?? undefined, otherId: asked.get('project') ?? undefined },
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const sent = await formValues(context, request);
  const { projectId, thing, thingId } = params;
  if (!isThing(thing)) throw problem(404, { code: 'thing-not-found' });
  const done: Outcome<unknown, string> =
    sent.intent === 'remove'
      ? await services.projects.removeFromPlan({ projectId, thingId })
      : await save(services.projects, projectId, thing, thingId === 'new' ? undefined : thingId, sent);
  if (!done.ok) return refused(sent, done.error);
  const at = thing === 'company-step' ? 'company-work' : 'plan';
  return redirectWith(context, `/projects/${projectId}/${at}`, {
    kind: 'success',
    key: sent.intent === 'remove' ? 'promises:removed' : 'promises:saved',
  });
}

type Projects = ReturnType<typeof requireViewer>['services']['projects'];

function save(
  projects: Projects,
  projectId: string,
  thing: Thing,
  id: string | undefined,
  { text, list }: SentForm,
): Promise<Outcome<unknown, string>> {
  const measureId = text('measureId');
  switch (thing) {
    case 'goal':
      return projects.saveGoal({ projectId, goalId: id, words: text('words'), results: list('results') });
    case 'measure':
      return projects.saveMeasure({
        projectId,
        measureId: id,
        words: text('words'),
        workPackage: text('workPackage'),
        aspects: list('aspects') as ('pilot' | 'companies')[],
        outputs: list('outputs'),
      });
    case 'comparison':
      return projects.saveComparison({
        projectId,
        comparisonId: id,
        measureId,
        against: text('against') as 'service',
        name: text('name'),
        otherId: (text('against') === 'project' && text('otherId')) || undefined,
        serviceId: (text('against') === 'service' && text('serviceId')) || undefined,
        difference: text('difference'),
      });
    case 'company-step':
      return projects.saveCompanyStep({
        projectId,
        stepId: id,
        measureId,
        content: text('content'),
        hours: text('hours'),
        companies: text('companies'),
        test: text('test'),
      });
  }
}

/** One thing of the plan on a page of its own: a goal, a measure, a comparison, a step of the work with companies. */
export default function ProjectPlanThing({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const { thing, thingId, head } = loaderData;
  const isNew = thingId === 'new';
  const back = `/projects/${head.projectId}/${thing === 'company-step' ? 'company-work' : 'plan'}`;
  const Fields = {
    goal: GoalFields,
    measure: MeasureFields,
    comparison: ComparisonFields,
    'company-step': StepFields,
  }[thing];
  return (
    <Page
      title={t(`edit.${thing}.${isNew ? 'new' : 'old'}`)}
      lead={t(`edit.${thing}.lead`)}
      breadcrumbs={[
        {
          to: back,
          label: `${head.name}: ${t(thing === 'company-step' ? 'tab.companies' : 'tab.plan')}`,
        },
      ]}
    >
      <PolkuForm id="thing" result={actionData}>
        <Fields {...loaderData} />
        <div className="actions">
          <Button>{t('save')}</Button>
          <Button to={back} look="secondary">
            {t('cancel')}
          </Button>
        </div>
      </PolkuForm>
      {!isNew && (
        <ConfirmForm
          id="remove"
          summary={t('remove')}
          act={t('remove-act')}
          intent="remove"
          result={actionData}
        >
          <p>{t('remove-help')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}
