import { Link } from 'react-router';
import { bulletinStates } from '#codes/outreach';
import { textIn } from '#modules/clients/pages/words.ts';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, LocalisedWords, Page, StateLine } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/bulletins.ts';
import { dayOf } from './words.ts';

const looks = { draft: 'info', waiting: 'waiting', published: 'done' } as const;

/** Are drafts and their writers shown? */
const making = ({ actions }: { actions: { write: boolean; approve: boolean } }) =>
  actions.write || actions.approve;

const bulletinList = defineList({
  name: 'bulletins',
  texts: 'outreach',
  prefix: 'bulletin-list.',
  source: (services, asked) => services.outreach.bulletins(asked),
  rowKey: (row) => row.bulletinId,
  columns: [
    {
      key: 'title',
      kind: 'link',
      value: (row, { language }) => textIn(row.titles, language),
      cell: (row) => (
        <Link to={`/bulletins/${row.bulletinId}`}>
          <LocalisedWords text={row.titles} />
        </Link>
      ),
      sort: 'title',
      rowHeader: true,
    },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t }) =>
        t(
          row.state === 'draft' && row.returnedWhy !== undefined
            ? 'bulletin-returned'
            : `bulletin-state.${row.state}`,
        ),
      cell: (row, { t }) => (
        <StateLine kind={looks[row.state]}>
          {t(
            row.state === 'draft' && row.returnedWhy !== undefined
              ? 'bulletin-returned'
              : `bulletin-state.${row.state}`,
          )}
        </StateLine>
      ),
      sort: 'waiting',
      when: ({ found }) => making(found),
    },
    { key: 'author', kind: 'text', value: (row) => row.author, when: ({ found }) => making(found) },
    { key: 'published', kind: 'day', value: (row) => dayOf(row.publishedAt), sort: 'when' },
  ],
  filters: [
    {
      name: 'state',
      kind: 'select',
      choices: ({ t, found }) =>
        bulletinStates
          .filter((value) => making(found) || value === 'published')
          .map((value) => ({ value, label: t(`bulletin-state.${value}`) })),
    },
  ],
  sort: 'waiting',
  start: ({ t, found }) => found.actions.write && <Button to="/bulletins/new" label={t('bulletin-new')} />,
  was: { tila: 'state' },
});

export const middleware = [listFiles(bulletinList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request);
  return { list: await loadList(bulletinList, { context, request }) };
}

/** Bulletins: what waits to be written and approved for those who make them, what has been sent for everybody. */
export default function Bulletins({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('outreach');
  return (
    <Page
      title={t('bulletins')}
      lead={t(making(list.found) ? 'bulletins-lead-making' : 'bulletins-lead')}
      wide
      actions={list.found.actions.write && <Button to="/bulletins/new" label={t('bulletin-new')} />}
    >
      <List of={bulletinList} list={list} />
    </Page>
  );
}
