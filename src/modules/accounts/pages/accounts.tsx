import { redirect } from 'react-router';
import type { accounts } from '#accounts';
import { accountStates } from '#codes/accounts';
import { inLanguage } from '#kernel/in-language.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { flash, readAct, requireViewer } from '#web/page.ts';
import { Button, Page, StateLine } from '#web/ui/index.ts';
import { defineList, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/accounts.ts';
import { AccessTabs } from './tabs.tsx';
import { roleWords } from './words.ts';

type Row = RowOf<(typeof accounts)['listAccounts']>;

/** How an account stands, in one word of the texts. */
function stateOf(row: Row): 'closed' | 'waiting' | 'no-role' | 'inactive' | 'open' {
  if (row.closedAt !== null) return 'closed';
  if (row.waiting) return 'waiting';
  if (row.roles.length === 0) return 'no-role';
  return row.inactive ? 'inactive' : 'open';
}

const accountList = defineList({
  name: 'accounts',
  texts: 'accounts',
  source: (services, asked) => services.accounts.listAccounts(asked),
  rowKey: (row) => row.accountId,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => row.name,
      to: (row) => `/accounts/${row.accountId}`,
      sort: 'name',
      rowHeader: true,
    },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t }) => t(`state.${stateOf(row)}`),
      cell: (row) => <State row={row} />,
    },
    {
      key: 'roles',
      kind: 'people',
      value: (row, { t, format, language }) =>
        row.roles.map((role) => roleWords(role, { t, format, language })),
      cell: (row) => <Roles row={row} />,
      absent: 'no-roles',
    },
    { key: 'key', kind: 'text', value: (row) => row.subject ?? row.signInEmail ?? undefined, phone: 'none' },
    { key: 'email', kind: 'text', value: (row) => row.email ?? undefined, phone: 'none' },
    {
      key: 'signed-in',
      kind: 'instant',
      value: (row) => row.signedInAt ?? undefined,
      absent: 'never',
      sort: 'signed-in',
      phone: 'none',
    },
  ],
  filters: [
    {
      name: 'role',
      kind: 'select',
      choices: ({ found, t }) => found.roles.map((value) => ({ value, label: t(`roles:${value}`) })),
    },
    {
      name: 'organisation',
      kind: 'select',
      choices: ({ found, format, language }) =>
        found.organisations
          .map(({ id, names }) => ({ value: id, label: inLanguage(names, language).text }))
          .sort((a, b) => format.compare(a.label, b.label)),
    },
    {
      name: 'state',
      kind: 'boxes',
      choices: ({ t }) => accountStates.map((value) => ({ value, label: t(`only.${value}`) })),
    },
  ],
  sort: 'name',
  bulk: ({ t }) => [
    { intent: 'close', label: t('close-many') },
    { intent: 'reopen', label: t('reopen-many') },
  ],
});

export const middleware = [listFiles(accountList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'accounts:write');
  return { list: await loadList(accountList, { context, request }) };
}

/** Closes or reopens the accounts that were chosen, and says how many. */
export async function action({ context, request }: Route.ActionArgs) {
  const { services, viewer } = requireViewer(context, request, 'accounts:write');
  const { intent, rows } = await readAct(context, request);
  const accountIds = rows.filter((id) => id !== viewer.userId);
  const close = intent === 'close';
  if (accountIds.length < rows.length) flash(context, { kind: 'warning', key: 'accounts:own-left' });
  const done =
    accountIds.length === 0
      ? undefined
      : close
        ? await services.accounts.closeAccounts({ accountIds })
        : await services.accounts.reopenAccounts({ accountIds });
  const changed = done?.ok ? ('closed' in done.value ? done.value.closed : done.value.opened) : [];
  flash(
    context,
    changed.length > 0
      ? {
          kind: 'success',
          key: close ? 'accounts:closed-many' : 'accounts:reopened-many',
          values: { count: changed.length },
        }
      : { kind: 'warning', key: 'accounts:none-changed' },
  );
  const { pathname, search } = new URL(request.url);
  return redirect(pathname.replace(/\.data$/, '') + search, 303);
}

/** Who is let in: every account with its roles, last sign-in and state. */
export default function Accounts({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('accounts');
  return (
    <Page title={t('title')} lead={t('lead')} wide actions={<Button to="/accounts/new" label={t('new')} />}>
      <AccessTabs />
      <List of={accountList} list={list} />
    </Page>
  );
}

function State({ row }: { readonly row: Row }) {
  const t = useT('accounts');
  const state = stateOf(row);
  const kinds = {
    closed: 'stopped',
    waiting: 'waiting',
    'no-role': 'info',
    inactive: 'late',
    open: 'done',
  } as const;
  return <StateLine kind={kinds[state]}>{t(`state.${state}`)}</StateLine>;
}

function Roles({ row }: { readonly row: Row }) {
  const t = useT('accounts');
  const format = useFormat();
  const language = useLanguage();
  if (row.roles.length === 0) return <span className="absent">{t('no-roles')}</span>;
  return (
    <>
      {row.roles.map((role) => (
        <span key={`${role.role} ${role.from} ${JSON.stringify(role.organisation)}`}>
          {roleWords(role, { t: t as never, format, language })}
          {role.group !== null && <small> – {t('by-group')}</small>}
          <br />
        </span>
      ))}
    </>
  );
}
