import { useT } from '#web/i18n/use.ts';
import { Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/jobs.ts';

const jobList = defineList({
  name: 'jobs',
  texts: 'vacancies',
  prefix: 'jobs.',
  source: (services, asked) => services.vacancies.openJobs(asked),
  rowKey: (row) => row.id,
  columns: [
    {
      key: 'title',
      kind: 'link',
      value: (row) => row.title,
      to: (row) => `/vacancies/${row.id}`,
      sort: 'title',
      rowHeader: true,
    },
    { key: 'company', kind: 'text', value: (row) => row.companyName, sort: 'company' },
    { key: 'place', kind: 'text', value: (row) => row.municipality, sort: 'place' },
    { key: 'places', kind: 'number', value: (row) => row.places, phone: 'none' },
    {
      key: 'times',
      kind: 'people',
      value: (row, { t }) => row.workingTimes.map((time) => t(`matching:time.${time}`)),
      phone: 'none',
    },
    { key: 'until', kind: 'day', value: (row) => row.validTo, sort: 'until' },
  ],
  filters: [
    {
      name: 'place',
      kind: 'select',
      choices: ({ found, format }) =>
        found.places
          .toSorted((a, b) => format.compare(a.name, b.name))
          .map(({ code, name }) => ({ value: code, label: name })),
    },
  ],
  sort: '-newest',
  was: { kunta: 'place' },
});

export const middleware = [listFiles(jobList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  return { list: await loadList(jobList, { context, request }) };
}

/** Published jobs for anybody; hidden ones are never here. */
export default function Jobs({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('vacancies');
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')} wide>
      <List of={jobList} list={list} />
    </Page>
  );
}
