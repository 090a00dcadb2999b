import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { DataTable, DateField, Filters, Page, Select, TextField } from '../ui/index.ts';
import type { Route } from './+types/dpo-log.ts';

const outcomes = ['permitted', 'denied', 'refused'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['dpo']);
  const asked = new URL(request.url).searchParams;
  const word = (name: string) => asked.get(name)?.trim() ?? '';
  const outcome = outcomes.find((one) => one === word('outcome'));
  const filter = {
    action: word('action'),
    day: isoDay(word('day')),
    outcome: outcome ?? ('' as const),
    person: word('person'),
  };
  const found = orThrow(
    await services.consents.searchLog({
      ...filter,
      ...(word('kohdasta') ? { cursor: word('kohdasta') } : {}),
    }),
  );
  return { ...found, filter };
}

/** A day as it is written in Finland (20.11.2026) or in ISO; what is not a day is left for the use case to refuse. */
function isoDay(text: string): string {
  const finnish = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return finnish ? `${finnish[3]}-${finnish[2]!.padStart(2, '0')}-${finnish[1]!.padStart(2, '0')}` : text;
}

/** The log as the data protection officer searches it; persons are ids. */
export default function Log({ loaderData }: Route.ComponentProps) {
  const t = useT('log');
  const words = useT('log-actions');
  const roles = useT('roles');
  const format = useFormat();
  const { entries, next, actions, filter } = loaderData;
  const actionName = (action: string) => (words.has(action) ? words(action) : action);
  const active = [
    filter.action ? { name: 'action', value: filter.action, label: actionName(filter.action) } : undefined,
    filter.day ? { name: 'day', value: filter.day, label: format.day(filter.day) } : undefined,
    filter.outcome
      ? { name: 'outcome', value: filter.outcome, label: t(`outcome.${filter.outcome}`) }
      : undefined,
    filter.person ? { name: 'person', value: filter.person, label: filter.person } : undefined,
  ].filter((one) => one !== undefined);
  return (
    <Page title={t('dpo.title')} lead={t('dpo.lead')} wide>
      <Filters id="log-filters" label={t('dpo.title')} active={active}>
        <Select
          name="action"
          label={t('dpo.action')}
          empty={t('dpo.any')}
          choices={actions.map((action) => ({ value: action, label: `${actionName(action)} (${action})` }))}
        />
        <DateField name="day" label={t('dpo.day')} optional />
        <Select
          name="outcome"
          label={t('dpo.outcome')}
          empty={t('dpo.any')}
          choices={outcomes.map((one) => ({ value: one, label: t(`outcome.${one}`) }))}
        />
        <TextField name="person" label={t('dpo.person')} optional />
      </Filters>
      <DataTable
        id="log"
        caption={t('dpo.title')}
        captionHidden
        rows={entries}
        rowKey={(row) => row.id}
        next={next}
        empty={t('dpo.empty')}
        columns={[
          { key: 'when', header: t('col-when'), rowHeader: true, cell: (row) => format.instant(row.at) },
          {
            key: 'who',
            header: t('col-who'),
            cell: (row) => (
              <>
                {roles.has(row.role) ? roles(row.role) : t('who-system')}
                {row.organisation && `, ${row.organisation}`}
                {row.account && (
                  <>
                    {' '}
                    <code>{row.account}</code>
                  </>
                )}
              </>
            ),
          },
          { key: 'what', header: t('col-what'), cell: (row) => actionName(row.action) },
          { key: 'why', header: t('col-why'), cell: (row) => t(`purpose.${row.purpose}`) },
          {
            key: 'outcome',
            header: t('dpo.outcome'),
            cell: (row) => `${t(`outcome.${row.outcome}`)}${row.reason ? ` (${row.reason})` : ''}`,
          },
          {
            key: 'subjects',
            header: t('dpo.subjects'),
            cell: (row) =>
              row.subjects.length === 0 ? (
                t('dpo.nobody')
              ) : (
                <>
                  <Link to={`/log/person/${row.subjects[0]}`}>
                    <code>{row.subjects[0]}</code>
                  </Link>
                  {row.subjects.length > 1 &&
                    ` ${t('dpo.subjects-more', { count: row.subjects.length - 1 })}`}
                </>
              ),
          },
        ]}
      />
    </Page>
  );
}
