import { results } from '#codes/governance';
import { textIn } from '#modules/clients/pages/words.ts';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { LocalisedWords, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/decisions.ts';

const decisionList = defineList({
  name: 'decisions',
  texts: 'governance',
  prefix: 'decision-list.',
  source: (services, asked) => services.governance.searchDecisions(asked),
  rowKey: (row) => row.decisionId,
  columns: [
    {
      key: 'heading',
      kind: 'link',
      value: (row) => (row.section === undefined ? row.heading : `§ ${row.section} ${row.heading}`),
      to: (row) => `/items/${row.itemId}`,
      sort: 'heading',
      rowHeader: true,
    },
    { key: 'text', kind: 'text', value: (row) => row.text, absent: 'decision-list.no-text' },
    {
      key: 'result',
      kind: 'state',
      value: (row, { t }) => t(`result.${row.result}`),
      phone: 'none',
    },
    {
      key: 'body',
      kind: 'text',
      value: (row, { language }) => textIn(row.body, language),
      cell: (row) => <LocalisedWords text={row.body} />,
      sort: 'body',
    },
    { key: 'register', kind: 'people', value: (row) => row.registerNumbers, phone: 'none' },
    { key: 'decided', kind: 'day', value: (row) => row.decidedOn, sort: 'decided' },
  ],
  filters: [
    {
      name: 'body',
      kind: 'select',
      choices: ({ found, language, format }) =>
        found.bodies
          .map(({ bodyId, names }) => ({ value: bodyId, label: textIn(names, language) }))
          .toSorted((left, right) => format.compare(left.label, right.label)),
    },
    {
      name: 'result',
      kind: 'select',
      choices: ({ t }) => results.map((value) => ({ value, label: t(`result.${value}`) })),
    },
  ],
  sort: '-decided',
});

export const middleware = [listFiles(decisionList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'bodies:read');
  return { list: await loadList(decisionList, { context, request }) };
}

/** What the bodies of the area have decided. */
export default function Decisions({ loaderData }: Route.ComponentProps) {
  const t = useT('governance');
  return (
    <Page
      title={t('decision-list.title')}
      lead={t('decision-list.lead')}
      breadcrumbs={[{ to: '/bodies', label: t('bodies') }]}
      wide
    >
      <List of={decisionList} list={loaderData.list} />
    </Page>
  );
}
