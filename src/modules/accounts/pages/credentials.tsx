import type { ShownSecret } from '#accounts';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { ConfirmForm, DataTable, FoldedForm, Notice, Page, StateLine } from '#web/ui/index.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import type { Route } from './+types/credentials.ts';
import { AccessTabs } from './tabs.tsx';
import { placeWords } from './words.ts';

const making = defineForm('accounts.makeCredential', {
  id: 'make',
  fields: {
    name: { label: 'credentials.name', help: 'credentials.name-help', width: 'l' },
    accountId: {
      label: 'credentials.account',
      help: 'credentials.account-help',
      empty: 'choose-account',
      width: 'l',
    },
    scopes: { label: 'credentials.scopes', words: 'scope.' },
    days: { label: 'credentials.days', width: 's' },
  },
  act: 'credentials.make-act',
});
const renewing = defineForm('accounts.renewCredential', {
  id: 'renew',
  hidden: ['credentialId'],
  fields: { days: { label: 'credentials.days', width: 's' } },
  act: 'credentials.renew-act',
});
const revoking = defineForm('accounts.revokeCredential', {
  id: 'revoke',
  hidden: ['credentialId'],
  act: 'credentials.revoke-act',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer, language } = requireViewer(context, request, 'accounts:write');
  const { rows: credentials } = orThrow(await wholeList(services.accounts.credentials));
  const list = orThrow(
    await wholeList((page) => services.accounts.listAccounts({ filters: { state: ['open'] }, ...page })),
  );
  const { compare } = formatOf(language);
  return {
    credentials,
    forms: {
      make: showForm(context, making, {
        initial: { days: 365 },
        choices: {
          accountId: list.rows
            .filter(({ accountId, roles }) => accountId !== viewer.userId && roles.length > 0)
            .map(({ accountId, name, roles, signInEmail }) => ({
              value: accountId,
              label: [name, ...roles.map((role) => placeWords(role, language)), signInEmail]
                .filter(Boolean)
                .join(', '),
            }))
            .sort((a, b) => compare(a.label, b.label)),
        },
      }),
      renew: showForm(context, renewing, { initial: { days: 365 } }),
      revoke: showForm(context, revoking),
    },
  };
}

/** What is told when the same form comes a second time: the secret went with the first answer. */
const shownAlready = { say: 'accounts:credentials.shown-already', kind: 'warning' } as const;

/** What is shown once. */
type Secret = { readonly secret: ShownSecret };

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'accounts:write');
  const answer = (secret: ShownSecret) => ({ secret });
  return submitForms(
    { context, request },
    submission({ form: making, done: shownAlready, answer, once: true }),
    submission({ form: renewing, done: shownAlready, answer, once: true }),
    submission({
      form: revoking,
      done: { to: '/accounts/credentials', say: 'accounts:credentials.revoked' },
    }),
  );
}

/** Credentials of other systems: made, renewed and revoked here; a secret is shown once. */
export default function Credentials({
  loaderData: { credentials, forms },
  actionData,
}: Route.ComponentProps) {
  const t = useT('accounts');
  const format = useFormat();
  const language = useLanguage();
  const shown = actionData && 'secret' in actionData ? (actionData as unknown as Secret).secret : undefined;
  const kinds = { 'in-force': 'done', expired: 'stopped', revoked: 'stopped', 'role-ended': 'late' } as const;
  return (
    <Page title={t('credentials.title')} lead={t('credentials.lead')} wide>
      <AccessTabs />
      {shown !== undefined && (
        <Notice kind="success" live>
          <p>{t('credentials.once', { name: shown.name, day: format.dayOf(shown.expiresAt) })}</p>
          <p>
            {t('credentials.id')}: <code id="client-id">{shown.id}</code>
          </p>
          <p>
            {t('credentials.secret')}: <code id="client-secret">{shown.secret}</code>
          </p>
        </Notice>
      )}
      <DataTable
        id="credentials"
        caption={t('credentials.title')}
        captionHidden
        rows={credentials}
        rowKey={({ id }) => id}
        empty={t('credentials.none')}
        columns={[
          { key: 'name', header: t('credentials.name'), rowHeader: true, cell: ({ name }) => name },
          {
            key: 'as',
            header: t('credentials.account'),
            cell: ({ account, role, organisation, company }) =>
              [account, t(`roles:${role}`), placeWords({ organisation, company }, language)]
                .filter(Boolean)
                .join(', '),
          },
          {
            key: 'scopes',
            header: t('credentials.scopes'),
            cell: ({ scopes }) => format.list(scopes.map((scope) => t(`scope.${scope}`))),
          },
          {
            key: 'state',
            header: t('column.state'),
            cell: ({ state, expiresAt, revokedAt }) => (
              <StateLine kind={kinds[state]} clock={format.dayOf(revokedAt ?? expiresAt)}>
                {t(`credential-state.${state}`)}
              </StateLine>
            ),
          },
          {
            key: 'act',
            header: t('acts'),
            headerHidden: true,
            cell: ({ id, name, state }) =>
              state === 'revoked' ? null : (
                <>
                  <ConfirmForm
                    form={forms.renew}
                    row={id}
                    hidden={{ credentialId: id }}
                    about={name}
                    summary={t('credentials.renew-open')}
                    act={t('credentials.renew-act')}
                    danger={false}
                    quiet
                    result={actionData}
                  >
                    <p>{t('credentials.renew-what')}</p>
                  </ConfirmForm>
                  <ConfirmForm
                    form={forms.revoke}
                    row={id}
                    hidden={{ credentialId: id }}
                    about={name}
                    summary={t('credentials.revoke-open')}
                    act={t('credentials.revoke-act')}
                    quiet
                    result={actionData}
                  >
                    <p>{t('credentials.revoke-what')}</p>
                  </ConfirmForm>
                </>
              ),
          },
        ]}
      />
      <FoldedForm summary={t('credentials.make-open')} fold="primary" form={forms.make} result={actionData} />
    </Page>
  );
}
