import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { ConfirmForm, Page, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/client-account.ts';
import { useClientCrumbs } from './client-tabs.tsx';

const inviting = defineForm('clients.invite', {
  id: 'invite',
  fixed: ['clientId'],
  fields: { way: { label: 'invitation-way', words: 'invitation-way.' } },
  act: 'invite',
});
const withdrawing = defineForm('clients.withdrawInvitation', {
  id: 'withdraw-invitation',
  fixed: ['clientId'],
  act: 'withdraw-invitation',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const client = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  const { invitation } = client.account;
  const hasMail = client.contact.state === 'shown' && client.contact.email !== undefined;
  return {
    clientId: client.clientId,
    name: client.name.full,
    account: client.account,
    forms: {
      invite: client.actions.invite
        ? showForm(context, inviting, { initial: { way: hasMail ? 'mail' : 'by-hand' } })
        : undefined,
      withdraw:
        client.actions.invite && invitation?.state === 'open' ? showForm(context, withdrawing) : undefined,
    },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { language } = requireViewer(context, request);
  const format = formatOf(language);
  const fixed = { clientId: params.clientId };
  return submitForms(
    { context, request },
    submission({
      form: inviting,
      fixed,
      done: ({ code, until, way }) => ({
        say: way === 'mail' ? 'clients:invited-by-mail' : 'clients:invited-by-hand',
        values: { code, day: format.day(until) },
      }),
    }),
    submission({ form: withdrawing, fixed, done: { say: 'clients:invitation-withdrawn' } }),
  );
}

/** The person's own account: whether there is one, the invitation to it, and what goes on without one. */
export default function ClientAccount({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const format = useFormat();
  const { clientId, name, account, forms } = loaderData;
  const { invitation } = account;
  return (
    <Page
      title={t('account-of', { name })}
      lead={t('account-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      <p>
        <StateLine
          kind={account.open ? 'done' : invitation?.state === 'open' ? 'waiting' : 'info'}
          clock={
            !account.open && invitation !== undefined
              ? t(`invitation-state.${invitation.state}`, {
                  day: format.day(invitation.expiresAt.slice(0, 10)),
                })
              : undefined
          }
        >
          {t(account.open ? 'account-open' : invitation === undefined ? 'account-none' : 'account-invited')}
        </StateLine>
      </p>
      <UseCaseForm
        form={forms.invite}
        result={actionData}
        label={t('invite')}
        act={t(invitation === undefined ? 'invite' : 'invite-again')}
        cancel={`/clients/${clientId}`}
      />
      <ConfirmForm
        form={forms.withdraw}
        result={actionData}
        summary={t('withdraw-invitation')}
        act={t('withdraw-invitation')}
      >
        <p>{t('withdraw-invitation-text')}</p>
      </ConfirmForm>
    </Page>
  );
}
