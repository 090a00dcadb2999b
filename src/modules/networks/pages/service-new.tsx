import { showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/service-new.ts';
import { adding } from './service-forms.server.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'services:write');
  const { groups, on: today } = orThrow(await services.networks.services({}));
  const organisations = orThrow(await services.networks.organisations({}));
  return {
    form: showForm(context, adding, {
      initial: { production: 'authority', from: today },
      choices: {
        groups: groups.map(({ code, name }) => ({ value: code, label: name })),
        responsibleId: organisations.map(({ id, name }) => ({ value: id, label: name })),
      },
    }),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'services:write');
  return submitForm({
    context,
    request,
    form: adding,
    done: (added) => ({ to: `/services/${added.serviceId}?open=places#places`, say: 'services:added' }),
  });
}

/** A new service; where it is given and by whom is said next, on its own page. */
export default function NewService({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('services');
  return (
    <Page title={t('add-title')} lead={t('add-lead')} breadcrumbs={[{ to: '/services', label: t('title') }]}>
      <UseCaseForm form={loaderData.form} result={actionData} cancel="/services" />
    </Page>
  );
}
