import { Link } from 'react-router';
import { textIn } from '#modules/clients/pages/words.ts';
import { useT } from '#web/i18n/use.ts';
import { LocalisedWords, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/public-minutes-list.ts';

const minutesList = defineList({
  name: 'minutes',
  texts: 'governance',
  prefix: 'minutes-list.',
  source: (services, asked) => services.governance.publicMinutesList(asked),
  rowKey: (row) => row.meetingId,
  columns: [
    {
      key: 'meeting',
      kind: 'link',
      value: (row, { language }) => textIn(row.body, language),
      cell: (row, { format }) => (
        <Link to={`/public/minutes/${row.meetingId}`}>
          <LocalisedWords text={row.body} />
          <span className="hidden"> {format.day(row.heldOn)}</span>
        </Link>
      ),
      sort: 'body',
      rowHeader: true,
    },
    { key: 'held', kind: 'day', value: (row) => row.heldOn, sort: 'held', phone: 'first' },
    { key: 'number', kind: 'text', value: (row) => row.number, phone: 'none' },
    {
      key: 'items',
      kind: 'people',
      value: (row) => row.headings,
      cell: (row) => (
        <ul>
          {row.headings.map((heading) => (
            <li key={heading}>{heading}</li>
          ))}
        </ul>
      ),
    },
  ],
  filters: [
    {
      name: 'body',
      kind: 'select',
      choices: ({ found, language }) =>
        found.bodies.map(({ bodyId, names }) => ({ value: bodyId, label: textIn(names, language) })),
    },
  ],
  sort: '-held',
  was: { toimielin: 'body' },
});

export const middleware = [listFiles(minutesList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  return { list: await loadList(minutesList, { context, request }) };
}

/** Minutes that have been let out, for anybody. */
export default function PublicMinutesList({ loaderData }: Route.ComponentProps) {
  const t = useT('governance');
  return (
    <Page title={t('public-minutes')} lead={t('public-minutes-lead')}>
      <List of={minutesList} list={loaderData.list} />
    </Page>
  );
}
