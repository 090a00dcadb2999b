import type { Services } from '#server/services.ts';
import { showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/account-edit.ts';
import { changing } from './account-forms.server.ts';

/** An account as its form holds it. */
async function saved({ accounts }: Services, accountId: string) {
  const { name, subject, signInEmail, email, language } = orThrow(await accounts.openAccount({ accountId }));
  const key = signInEmail ?? subject ?? '';
  return {
    name,
    knownBy: signInEmail === null ? 'subject' : 'email',
    key,
    email: email ?? undefined,
    language,
  };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'accounts:write');
  const values = await saved(services, params.accountId);
  return { accountId: params.accountId, name: values.name, form: showForm(context, changing, { values }) };
}

export function action({ context, request, params: { accountId } }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'accounts:write');
  return submitForm({
    context,
    request,
    form: changing,
    fixed: { accountId },
    current: () => saved(services, accountId),
    done: { to: `/accounts/${accountId}`, say: 'accounts:changed' },
  });
}

/** The name, key, address and language of an account. */
export default function EditAccount({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('accounts');
  const { accountId, name, form } = loaderData;
  return (
    <Page
      title={t('edit')}
      browserTitle={`${t('edit')}: ${name}`}
      lead={t('edit-lead')}
      breadcrumbs={[
        { to: '/accounts', label: t('title') },
        { to: `/accounts/${accountId}`, label: name },
      ]}
    >
      <UseCaseForm form={form} result={actionData} cancel={`/accounts/${accountId}`} />
    </Page>
  );
}
