import { inLanguage } from '#kernel/in-language.ts';
import type { Services } from '#server/services.ts';
import { showForm, submitForm } from '#web/forms/index.server.ts';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/organisation-edit.ts';
import { changing, municipalityChoices } from './organisation-forms.server.ts';

/** An organisation as its form holds it. */
async function saved({ networks }: Services, organisationId: string) {
  const { names, kind, businessId, municipalityCode } = orThrow(
    await networks.openOrganisation({ organisationId }),
  );
  return {
    names,
    kind,
    businessId: businessId ?? undefined,
    municipalityCode: municipalityCode ?? undefined,
  };
}

export async function loader({ context, request, params: { organisationId } }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'organisations:write');
  const values = await saved(services, organisationId);
  const municipalityCode = await municipalityChoices(context);
  return {
    organisationId,
    names: values.names,
    form: showForm(context, changing, { values, choices: { municipalityCode } }),
  };
}

export function action({ context, request, params: { organisationId } }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'organisations:write');
  return submitForm({
    context,
    request,
    form: changing,
    fixed: { organisationId },
    current: () => saved(services, organisationId),
    done: { to: `/organisations/${organisationId}`, say: 'organisations:changed' },
  });
}

/** Names, kind, business ID and home of an organisation. */
export default function EditOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('organisations');
  const { organisationId, names, form } = loaderData;
  const name = inLanguage(names, useLanguage()).text;
  return (
    <Page
      title={t('edit')}
      browserTitle={`${t('edit')}: ${name}`}
      lead={t('edit-lead')}
      breadcrumbs={[
        { to: '/organisations', label: t('title') },
        { to: `/organisations/${organisationId}`, label: name },
      ]}
    >
      <UseCaseForm form={form} result={actionData} cancel={`/organisations/${organisationId}`} />
    </Page>
  );
}
