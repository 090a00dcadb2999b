import { textIn } from '#modules/clients/pages/words.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { Fields, FormActs, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import type { Route } from './+types/communication-plan-action.ts';

/** What is known only afterwards. */
const came = ['doneOn', 'effectActual', 'costActual', 'droppedWhy'] as const;

const planned = defineForm('outreach.saveAction', {
  id: 'action',
  fixed: ['actionId'],
  fields: {
    aim: { as: 'line', width: 'l' },
    audience: { label: 'to-whom', width: 'l' },
    message: { rows: 3 },
    channel: { as: 'select', label: 'channel-name' },
    bulletinId: { label: 'bulletin', empty: 'bulletin-none' },
    owner: { label: 'responsible' },
    plannedOn: {},
    effect: {},
    effectPlanned: {},
    costPlanned: {},
    budgetLine: { width: 'l' },
    doneOn: {},
    effectActual: {},
    costActual: {},
    droppedWhy: { width: 'l' },
  },
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'bulletins:write');
  const { actionId } = params as { actionId?: string };
  const { rows, bulletins } = orThrow(await wholeList(services.outreach.communicationPlan));
  const action = rows.find((planned) => planned.actionId === actionId);
  if (actionId !== undefined && action === undefined) throw problem(404, { code: 'not-found' });
  const form = showForm(context, planned, {
    values: action,
    initial: { channel: 'web' },
    choices: {
      bulletinId: bulletins.map(({ bulletinId, titles }) => ({
        value: bulletinId,
        label: textIn(titles, language),
      })),
    },
  });
  return { aim: action?.aim, form };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'bulletins:write');
  const { actionId } = params as { actionId?: string };
  return submitForm({
    context,
    request,
    form: planned,
    fixed: { actionId },
    current: async () =>
      orThrow(await wholeList(services.outreach.communicationPlan)).rows.find(
        (action) => action.actionId === actionId,
      ),
    done: { to: '/communication-plan', say: 'outreach:action-saved' },
  });
}

/** One action of the plan: what was meant, and afterwards what came of it. */
export default function PlanAction({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  return (
    <Page
      title={loaderData.aim ?? t('action-add')}
      breadcrumbs={[{ to: '/communication-plan', label: t('plan') }]}
    >
      <UseCaseForm form={loaderData.form} result={actionData}>
        <Fields but={came} />
        <Section id="came" title={t('what-came')} lead={t('what-came-lead')}>
          <Fields of={came} />
        </Section>
        <FormActs cancel="/communication-plan" />
      </UseCaseForm>
    </Page>
  );
}
