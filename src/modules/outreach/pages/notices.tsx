import { redirect } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { flash, orThrow, readAct, requireViewer } from '#web/page.ts';
import { Button, Page, StateLine } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/notices.ts';

const noticeList = defineList({
  name: 'notices',
  texts: 'outreach',
  prefix: 'notice-list.',
  source: (services, asked) => services.outreach.myNotices(asked),
  rowKey: (row) => row.id,
  columns: [
    {
      key: 'what',
      kind: 'link',
      value: (row) => row.words,
      to: (row) => row.link,
      rowHeader: true,
    },
    { key: 'when', kind: 'instant', value: (row) => row.at, sort: 'when', phone: 'first' },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t }) => t(row.isRead ? 'notice-read' : 'notice-unread'),
      cell: (row) => <State isRead={row.isRead} />,
    },
  ],
  filters: [
    {
      name: 'read',
      kind: 'boxes',
      choices: ({ t }) =>
        (['unread', 'read'] as const).map((value) => ({ value, label: t(`notice-${value}`) })),
    },
  ],
  sort: '-when',
  act: (row, { t }) =>
    row.isRead
      ? { label: t('notice-mark-unread'), about: row.words, intent: 'unread' }
      : { label: t('notice-mark-read'), about: row.words, intent: 'read' },
  bulk: ({ t }) => [{ intent: 'read', label: t('notice-mark-read') }],
});

function State({ isRead }: { readonly isRead: boolean }) {
  const t = useT('outreach');
  return (
    <StateLine kind={isRead ? 'done' : 'waiting'}>{t(isRead ? 'notice-read' : 'notice-unread')}</StateLine>
  );
}

export const middleware = [listFiles(noticeList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request);
  return { list: await loadList(noticeList, { context, request }) };
}

/** Marks those that were chosen as read, or one as unread again. */
export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const { rows, intent } = await readAct(context, request);
  if (rows.length === 0) flash(context, { kind: 'warning', key: 'outreach:notices-none-chosen' });
  else orThrow(await services.outreach.markNoticesRead({ ids: [...rows], read: intent !== 'unread' }));
  const { pathname, search } = new URL(request.url);
  return redirect(pathname.replace(/\.data$/, '') + search, 303);
}

/** Everything that one has been told, also what was told by mail. */
export default function Notices({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('outreach');
  return (
    <Page
      title={t('my-notices')}
      lead={t('notices-lead', { count: list.found.unread })}
      actions={<Button look="secondary" to="/letters" label={t('letters')} />}
    >
      <List of={noticeList} list={list} />
      <p className="source">{t('notices-kept', { count: list.found.years })}</p>
    </Page>
  );
}
