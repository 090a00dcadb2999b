import { Link } from 'react-router';
import { textIn } from '#modules/clients/pages/words.ts';
import { useT } from '#web/i18n/use.ts';
import { LocalisedWords, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/public-bulletins.ts';
import { ReadabilityNote } from './readability-note.tsx';
import { beginningOf, dayOf } from './words.ts';

const bulletinList = defineList({
  name: 'public-bulletins',
  texts: 'outreach',
  prefix: 'public-bulletin-list.',
  source: (services, { search, sort, after, limit }) =>
    services.outreach.publicBulletins({ search, sort, after, limit }),
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
      key: 'text',
      kind: 'text',
      value: (row, { language }) => textIn(row.texts, language),
      cell: (row, { language }) => (
        <>
          <p lang={row.texts[language] === undefined ? 'fi' : undefined}>
            {beginningOf(textIn(row.texts, language))}
          </p>
          <ReadabilityNote readability={row.readability} />
        </>
      ),
    },
    { key: 'published', kind: 'day', value: (row) => dayOf(row.publishedAt), sort: 'when' },
  ],
  sort: '-when',
});

export const middleware = [listFiles(bulletinList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  return { list: await loadList(bulletinList, { context, request }) };
}

/** What the area tells to everybody. */
export default function PublicBulletins({ loaderData }: Route.ComponentProps) {
  const t = useT('outreach');
  return (
    <Page title={t('public-bulletins')} lead={t('public-bulletins-lead')}>
      <List of={bulletinList} list={loaderData.list} />
      <p>
        <Link to="/public/questions">{t('ask-question')}</Link>
      </p>
    </Page>
  );
}
