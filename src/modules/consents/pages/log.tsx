import { Link } from 'react-router';
import type { consents } from '#consents';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Page } from '#web/ui/index.ts';
import { defineList, type ListTools, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/log.ts';

type T = ListTools<unknown>['t'];
type Row = RowOf<(typeof consents)['searchLog']>;

const logList = defineList({
  name: 'log',
  texts: 'log',
  prefix: 'dpo.',
  source: (services, asked) => services.consents.searchLog(asked),
  rowKey: (row) => row.id,
  columns: [
    { key: 'when', kind: 'instant', value: (row) => row.at, sort: 'when', rowHeader: true },
    {
      key: 'who',
      kind: 'text',
      value: (row, { t }) => [row.name, roleOf(row, t), row.organisation].filter(Boolean).join(', '),
      cell: (row, { t }) => (
        <>
          {row.name !== undefined && row.account !== undefined && (
            <>
              <Link to={`/log?worker=${row.account}`}>{row.name}</Link>,{' '}
            </>
          )}
          {roleOf(row, t)}
          {row.organisation && `, ${row.organisation}`}
        </>
      ),
    },
    {
      key: 'what',
      kind: 'text',
      value: (row, { t }) =>
        [
          actionOf(row.action, t),
          row.stated && t('stated', { ...row.stated, cause: t(`openings:cause.${row.stated.cause}`) }),
        ]
          .filter(Boolean)
          .join('. '),
    },
    { key: 'why', kind: 'text', value: (row, { t }) => t(`purpose.${row.purpose}`), phone: 'none' },
    {
      key: 'outcome',
      kind: 'state',
      value: (row, { t }) =>
        [t(`outcome.${row.outcome}`), reasonOf(row.reason, t)].filter(Boolean).join(': '),
    },
    {
      key: 'subjects',
      kind: 'people',
      value: (row) => row.subjects.map(signOf),
      cell: (row, { t }) =>
        row.subjects.length === 0 ? (
          t(row.forgotten > 0 ? 'dpo.forgotten' : 'dpo.nobody', { count: row.forgotten })
        ) : (
          <>
            <Link to={`/log/person/${row.subjects[0]}`}>
              {t('dpo.person-sign', { sign: signOf(row.subjects[0]) })}
            </Link>
            {row.subjects.length > 1 && ` ${t('dpo.subjects-more', { count: row.subjects.length - 1 })}`}
          </>
        ),
    },
  ],
  filters: [
    {
      name: 'action',
      kind: 'select',
      choices: ({ t, found }) => actionChoices(found.actions, t),
    },
    {
      name: 'outcome',
      kind: 'select',
      choices: ({ t }) =>
        (['permitted', 'denied', 'refused'] as const).map((value) => ({
          value,
          label: t(`outcome.${value}`),
        })),
    },
    { name: 'from', kind: 'day' },
    { name: 'to', kind: 'day' },
    { name: 'day', kind: 'link', words: (day, { format }) => format.day(day) },
    {
      name: 'worker',
      kind: 'link',
      words: (id, { t, found }) =>
        found.rows.find(({ account }) => account === id)?.name ?? t('dpo.person-sign', { sign: signOf(id) }),
    },
    { name: 'person', kind: 'link', words: (id, { t }) => t('dpo.person-sign', { sign: signOf(id) }) },
  ],
  sort: '-when',
});

/** Tells persons apart on a page without their names: the end of the number. */
const signOf = (id: string | undefined) => (id ?? '').slice(-4).toUpperCase();

const roleOf = ({ role }: Row, t: T) => (t.has(`roles:${role}`) ? t(`roles:${role}`) : t('who-system'));

/** What was done; what touches nobody’s data stands in the log only when it was denied, and is told by its room. */
const actionOf = (action: string, t: T) =>
  t.has(`log-actions:${action}`)
    ? t(`log-actions:${action}`)
    : t('dpo.other-act', { room: t(`dpo.room.${roomOf(action)}`) });

const roomOf = (action: string) => action.split('.')[0] ?? '';

/** The actions that have words, and the rooms of the rest. */
function actionChoices(actions: readonly string[], t: T): { value: string; label: string }[] {
  const inWords = actions.filter((action) => t.has(`log-actions:${action}`));
  const rooms = new Set(actions.filter((action) => !inWords.includes(action)).map(roomOf));
  return [
    ...inWords.map((value) => ({ value, label: actionOf(value, t) })),
    ...[...rooms].map((value) => ({ value, label: t('dpo.all-acts', { room: t(`dpo.room.${value}`) }) })),
  ];
}

/** Why something was denied or refused, when there are words for it. */
function reasonOf(reason: string | undefined, t: T): string | undefined {
  const key = [`refusals:denied.${reason}`, `refusals:${reason}`].find((known) => t.has(known));
  return key === undefined ? undefined : t(key);
}

export const middleware = [listFiles(logList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'log:search');
  return { list: await loadList(logList, { context, request }) };
}

/** The log as the data protection officer searches it; persons are ids. */
export default function Log({ loaderData }: Route.ComponentProps) {
  const t = useT('log');
  return (
    <Page title={t('dpo.title')} lead={t('dpo.lead')} wide>
      <List of={logList} list={loaderData.list} />
    </Page>
  );
}
