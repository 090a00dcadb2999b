import { Link } from 'react-router';
import { introductionShows } from '#codes/introductions';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/introductions.ts';
import { IntroductionState } from './state.tsx';
import { introductionWords, nameOf } from './words.ts';

const introductionList = defineList({
  name: 'introductions',
  texts: 'introductions',
  prefix: 'list.',
  source: async (services, asked, { may }) => {
    const found = await services.introductions.ofOrganisation(asked);
    return found.ok ? { ok: true as const, value: { ...found.value, business: may('consent:ask') } } : found;
  },
  rowKey: (row) => row.introductionId,
  columns: [
    {
      key: 'who',
      kind: 'link',
      value: (row, { t }) => nameOf(t, row),
      cell: (row, { t, found }) => (
        <Link to={found.business ? `/people/${row.clientId}` : `/clients/${row.clientId}/introductions`}>
          {nameOf(t, row)}
        </Link>
      ),
      sort: 'name',
      rowHeader: true,
    },
    {
      key: 'where',
      kind: 'text',
      value: (row, { t }) => `${row.vacancy || t('need-gone')}, ${row.company}`,
      cell: (row, { t }) => (
        <>
          <Link to={`/vacancies/${row.vacancyId}`}>{row.vacancy || t('need-gone')}</Link>, {row.company}
        </>
      ),
      sort: 'company',
    },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t, format }) => introductionWords(t, format, row, 'services').sentence,
      cell: (row) => (
        <>
          <IntroductionState one={row} reader="services" />
          {row.answerNote !== undefined && (
            <>
              <br />
              <small>”{row.answerNote}”</small>
            </>
          )}
        </>
      ),
      sort: 'turn',
    },
    { key: 'since', kind: 'day', value: (row) => row.introducedOn, sort: 'since', phone: 'none' },
  ],
  filters: [
    {
      name: 'show',
      kind: 'boxes',
      choices: ({ t, found }) =>
        introductionShows.map((value) => ({
          value,
          label: t(`list.show.${value}`, { count: found.counts[value] }),
        })),
    },
  ],
  sort: 'turn',
  act: (row, { t }) =>
    row.turn.holder === 'adviser'
      ? { label: t('call'), about: row.company, to: `/companies/${row.companyId}` }
      : undefined,
  start: ({ t }) => <Button to="/needs" label={t('to-needs')} />,
});

export const middleware = [listFiles(introductionList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'introductions:write');
  return { list: await loadList(introductionList, { context, request }) };
}

/** Who waits for whom: the silent first, each with the step that moves it on. */
export default function Introductions({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('introductions');
  return (
    <Page title={t('title')} lead={list.found.business ? t('lead-business') : t('lead-own')} wide>
      <List of={introductionList} list={list} />
    </Page>
  );
}
