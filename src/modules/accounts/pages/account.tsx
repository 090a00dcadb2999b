import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  DefinitionList,
  Email,
  FirstFew,
  FoldedForm,
  Notice,
  Page,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/account.ts';
import { accountForms, submitAccountForm } from './account-forms.server.ts';
import { decidingForms } from './decisions.server.ts';
import { ProposalRows } from './proposal-rows.tsx';
import { periodWords, placeWords } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'accounts:write');
  const opened = orThrow(await services.accounts.openAccount({ accountId: params.accountId }));
  return {
    ...opened,
    forms: await accountForms(context, opened),
    deciding: decidingForms(context),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'accounts:write');
  return submitAccountForm({ context, request }, params.accountId);
}

type Part = Pick<Route.ComponentProps, 'loaderData' | 'actionData'>;

/** One account: who it is, what it may do and since when, who gave it, where it is signed in, and what was done with it. */
export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('accounts');
  const { name, accountId, own, actions, forms, closedAt, proposals, deciding } = loaderData;
  const part = { loaderData, actionData };
  return (
    <Page
      title={name}
      wide
      breadcrumbs={[{ to: '/accounts', label: t('title') }]}
      actions={
        actions.change ? (
          <Button look="secondary" to={`/accounts/${accountId}/edit`} label={t('edit')} />
        ) : undefined
      }
    >
      {own && (
        <Notice kind="info">
          <p>{t('own-note')}</p>
        </Notice>
      )}
      <Facts {...part} />
      <Roles {...part} />
      {proposals.length > 0 && (
        <Section id="proposals" title={t('proposals.title')} lead={t('proposals.lead')}>
          <ProposalRows proposals={proposals} forms={deciding} result={actionData} />
        </Section>
      )}
      <Sessions {...part} />
      <History {...part} />
      {(forms.close ?? forms.reopen) !== undefined && (
        <Section id="closing" title={t(closedAt === null ? 'close-title' : 'reopen-title')}>
          <ConfirmForm form={forms.close} summary={t('close-open')} act={t('close-act')} result={actionData}>
            <p>{t('close-what')}</p>
          </ConfirmForm>
          {forms.reopen !== undefined && <p>{t('reopen-what')}</p>}
          <UseCaseForm form={forms.reopen} result={actionData} look="secondary" />
        </Section>
      )}
    </Page>
  );
}

function Facts({ loaderData }: Part) {
  const t = useT('accounts');
  const format = useFormat();
  const {
    subject,
    signInEmail,
    email,
    language,
    openedAt,
    openedBy,
    signedInAt,
    closedAt,
    closedBy,
    closedBecause,
  } = loaderData;
  return (
    <Section id="state" title={t('facts')}>
      <DefinitionList
        items={[
          {
            term: t('column.state'),
            value:
              closedAt === null ? (
                <StateLine kind="done">{t('state.open')}</StateLine>
              ) : (
                <StateLine
                  kind="stopped"
                  clock={[format.instant(closedAt), closedBy, closedBecause].filter(Boolean).join(', ')}
                >
                  {t('state.closed')}
                </StateLine>
              ),
          },
          {
            term: t('column.key'),
            value:
              signInEmail === null
                ? subject
                : subject === null
                  ? t('key-email-waits', { email: signInEmail })
                  : t('key-email-bound', { email: signInEmail, subject }),
          },
          { term: t('column.email'), value: email === null ? undefined : <Email address={email} /> },
          { term: t('language'), value: t(`language.${language}`) },
          {
            term: t('column.signed-in'),
            value: signedInAt === null ? t('never') : format.instant(signedInAt),
          },
          openedAt !== null && {
            term: t('opened-at'),
            value: [format.instant(openedAt), openedBy].filter(Boolean).join(', '),
          },
        ]}
      />
    </Section>
  );
}

function Roles({ loaderData: { roles, forms }, actionData }: Part) {
  const t = useT('accounts');
  const format = useFormat();
  const language = useLanguage();
  const kinds = { 'in-force': 'done', coming: 'waiting', ended: 'stopped' } as const;
  const given = (role: (typeof roles)[number]) =>
    role.group !== null
      ? t('given-by-group', { group: role.group })
      : [
          role.grantedBy ?? t('given-unknown'),
          role.approvedBy !== null && t('approved-by', { name: role.approvedBy }),
          role.grantedAt !== null && format.instant(role.grantedAt),
          role.grantedBecause,
        ]
          .filter(Boolean)
          .join(', ');
  return (
    <Section id="roles" title={t('roles')} lead={t('roles-lead')}>
      <DataTable
        id="role-table"
        caption={t('roles')}
        captionHidden
        rows={roles}
        rowKey={({ assignmentId }) => assignmentId}
        empty={t('no-roles-yet')}
        columns={[
          {
            key: 'role',
            header: t('role'),
            rowHeader: true,
            cell: (role) => [t(`roles:${role.role}`), placeWords(role, language)].filter(Boolean).join(', '),
          },
          {
            key: 'period',
            header: t('period'),
            cell: (role) => (
              <StateLine kind={kinds[role.state]} clock={periodWords(role, { t: t as never, format })}>
                {t(`role-state.${role.state}`)}
              </StateLine>
            ),
          },
          { key: 'given', header: t('given-by'), cell: given },
          {
            key: 'ended',
            header: t('ended-by'),
            cell: ({ endedAt, endedBy, endedBecause }) =>
              endedAt === null
                ? '–'
                : [format.instant(endedAt), endedBy, endedBecause].filter(Boolean).join(', '),
          },
          forms.endRole !== undefined && {
            key: 'act',
            header: t('acts'),
            headerHidden: true,
            cell: (role) =>
              role.mayEnd ? (
                <ConfirmForm
                  form={forms.endRole}
                  row={role.assignmentId}
                  hidden={{ assignmentId: role.assignmentId }}
                  about={t(`roles:${role.role}`)}
                  summary={t('end-open')}
                  act={t('end-act')}
                  quiet
                  result={actionData}
                >
                  <p>{t('end-what')}</p>
                </ConfirmForm>
              ) : role.group !== null && role.state !== 'ended' ? (
                <small>{t('group-not-by-hand')}</small>
              ) : null,
          },
        ]}
      />
      <FoldedForm
        summary={t('give-open')}
        fold="primary"
        form={forms.give}
        result={actionData}
        open={roles.length === 0}
      />
    </Section>
  );
}

function Sessions({ loaderData: { sessions, forms }, actionData }: Part) {
  const t = useT('accounts');
  const format = useFormat();
  return (
    <Section id="sessions" title={t('sessions')} lead={t('sessions-lead')}>
      <DataTable
        id="session-table"
        caption={t('sessions')}
        captionHidden
        rows={sessions}
        rowKey={({ sessionId }) => sessionId}
        empty={t('no-sessions')}
        columns={[
          {
            key: 'began',
            header: t('session-began'),
            rowHeader: true,
            cell: ({ createdAt }) => format.instant(createdAt),
          },
          {
            key: 'role',
            header: t('role'),
            cell: ({ role }) => (role === undefined ? '–' : t(`roles:${role}`)),
          },
          { key: 'seen', header: t('session-seen'), cell: ({ seenAt }) => format.instant(seenAt) },
          {
            key: 'act',
            header: t('acts'),
            headerHidden: true,
            cell: ({ sessionId, createdAt }) => (
              <UseCaseForm
                form={forms.endSessions}
                row={sessionId}
                hidden={{ sessionId }}
                about={format.instant(createdAt)}
                look="quiet"
                inline
                result={actionData}
              />
            ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <UseCaseForm
          form={forms.endSessions}
          row="all"
          hidden={{}}
          act={t('end-all-sessions')}
          look="secondary"
          inline
          result={actionData}
        />
      )}
    </Section>
  );
}

function History({ loaderData: { history } }: Part) {
  const t = useT('accounts');
  const format = useFormat();
  return (
    <Section id="history" title={t('history')} lead={t('history-lead')}>
      {history.length === 0 ? (
        <p>{t('no-history')}</p>
      ) : (
        <FirstFew rows={history}>
          {(entries) => (
            <ul>
              {entries.map((entry) => (
                <li key={entry.id}>
                  {format.instant(entry.at)}:{' '}
                  {t.has(`log-actions:${entry.action}`)
                    ? t(`log-actions:${entry.action}`)
                    : t('log-actions:other')}
                  {entry.fields.length > 0 &&
                    ` (${entry.fields.map((field) => (t.has(`roles:${field}`) ? t(`roles:${field}`) : t.has(`field.${field}`) ? t(`field.${field}`) : field)).join(', ')})`}
                  {entry.by !== undefined && `, ${entry.by}`}
                  {entry.outcome !== 'permitted' && ` – ${t(`outcome.${entry.outcome}`)}`}
                </li>
              ))}
            </ul>
          )}
        </FirstFew>
      )}
    </Section>
  );
}
