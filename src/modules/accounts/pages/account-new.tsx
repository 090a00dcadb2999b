import { showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/account-new.ts';
import { adding } from './account-forms.server.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'accounts:write');
  return { form: showForm(context, adding, { initial: { knownBy: 'email', language: 'fi' } }) };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'accounts:write');
  return submitForm({
    context,
    request,
    form: adding,
    done: ({ accountId }) => ({ to: `/accounts/${accountId}#roles`, say: 'accounts:opened' }),
  });
}

/** A new account; the role is given next. */
export default function NewAccount({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('accounts');
  return (
    <Page title={t('new')} lead={t('new-lead')} breadcrumbs={[{ to: '/accounts', label: t('title') }]}>
      <UseCaseForm form={loaderData.form} result={actionData} cancel="/accounts" />
    </Page>
  );
}
