import { showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/organisation-new.ts';
import { municipalityChoices, registering } from './organisation-forms.server.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { today } = requireViewer(context, request, 'organisations:write');
  const municipalityCode = await municipalityChoices(context);
  return {
    form: showForm(context, registering, { initial: { from: today }, choices: { municipalityCode } }),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'organisations:write');
  return submitForm({
    context,
    request,
    form: registering,
    done: ({ organisationId }) => ({
      to: `/organisations/${organisationId}`,
      say: 'organisations:registered',
    }),
  });
}

/** A new organisation of the network. */
export default function NewOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('organisations');
  return (
    <Page title={t('new')} lead={t('new-lead')} breadcrumbs={[{ to: '/organisations', label: t('title') }]}>
      <UseCaseForm form={loaderData.form} result={actionData} cancel="/organisations" />
    </Page>
  );
}
