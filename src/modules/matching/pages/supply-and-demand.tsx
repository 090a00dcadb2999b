import { Link, useLocation } from 'react-router';
import type { Cell } from '#kernel/small-numbers.ts';
import type { GroupRow, LackRow } from '#matching';
import { valueOfCell } from '#modules/pilots/pages/cell.ts';
import { type Bar, BarChart } from '#web/charts/bar-chart.tsx';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  addressWith,
  Button,
  DataTable,
  EmptyState,
  Filters,
  Page,
  PrintButton,
  Section,
  Select,
} from '#web/ui/index.ts';
import type { Route } from './+types/supply-and-demand.ts';
import { supplyMeasures, supplyQuery } from './supply.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'figures:read');
  const table = orThrow(await services.matching.supplyAndDemand(supplyQuery(request)));
  const municipalities = orThrow(await services.areas.municipalities({}));
  return {
    ...table,
    municipalities: municipalities.map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** Where there are people and where they are lacking, by occupation group, in numbers that give nobody away. */
export default function SupplyAndDemand({ loaderData }: Route.ComponentProps) {
  const t = useT('supply');
  const format = useFormat();
  const location = useLocation();
  const {
    receiver,
    receivers,
    municipalityCode,
    group,
    digits,
    rows,
    total,
    limit,
    from,
    day,
    municipalities,
  } = loaderData;
  const place = municipalities.find(({ value }) => value === municipalityCode)?.label;
  const source = t(from === 'now' ? 'source' : 'source-release', { day: format.day(day) });
  const asked = new URLSearchParams(location.search);
  const chosenDigits = asked.has('digits');
  const number = (cell: Cell) => (cell.kind === 'number' ? format.number(cell.value) : t('hidden-word'));
  const totals: GroupRow = { code: '', name: t('total'), cells: total, opens: false };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          <Button look="secondary" to={`/supply-and-demand.csv${location.search}`} label={t('csv')} />
          <PrintButton />
        </>
      }
      breadcrumbs={group === undefined ? [] : [{ to: '/supply-and-demand', label: t('title') }]}
    >
      <Filters
        id="supply"
        label={t('show')}
        active={[
          ...(municipalityCode === undefined
            ? []
            : [{ name: 'place', value: municipalityCode, label: place ?? municipalityCode }]),
          ...(group === undefined
            ? []
            : [{ name: 'group', value: group.code, label: `${group.code} ${group.name}` }]),
          ...(chosenDigits
            ? [{ name: 'digits', value: asked.get('digits') ?? '', label: t(`digit.${digits}`) }]
            : []),
        ]}
      >
        <Select name="place" label={t('place')} choices={municipalities} empty={t('everywhere')} />
        <Select
          name="digits"
          label={t('digits')}
          value={String(digits)}
          choices={[1, 2, 3, 4].map((item) => ({ value: String(item), label: t(`digit.${item}`) }))}
        />
        {receivers.length > 1 && (
          <Select
            name="receiver"
            label={t('receiver')}
            value={receiver?.id ?? ''}
            choices={receivers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {group !== undefined && <input type="hidden" name="group" value={group.code} />}
      </Filters>
      {receiver === undefined && <EmptyState title={t('no-receiver')} />}
      <Section
        id="groups"
        title={group === undefined ? t('caption') : `${group.code} ${group.name}`}
        lead={t('help')}
      >
        <p className="help">
          {from === 'now' ? t('help-now') : t('help-hidden', { limit, day: format.day(day) })}{' '}
          <Link to="/how-polku-counts#figures">{t('release-rule')}</Link>
        </p>
        <DataTable
          id="groups-table"
          caption={t('caption')}
          captionHidden
          columns={[
            {
              key: 'group',
              header: t('column.group'),
              rowHeader: true,
              cell: (row) => {
                const name = row.code === '' ? row.name : `${row.code} ${row.name}`;
                if (!row.opens) return name;
                return <Link to={addressWith(location, { group: row.code, digits: undefined })}>{name}</Link>;
              },
            },
            ...supplyMeasures.map((measure) => ({
              key: measure,
              header: t(`column.${measure}`),
              number: true,
              cell: (row: GroupRow) => number(row.cells[measure]),
            })),
          ]}
          rows={rows.length === 0 ? [] : [...rows, totals]}
          rowKey={(row) => row.code}
          empty={
            from === 'nothing' ? (
              <EmptyState title={t('no-release')}>
                <p>{t('no-release-next')}</p>
              </EmptyState>
            ) : (
              <EmptyState title={t('none')}>
                <p>{t('none-next')}</p>
              </EmptyState>
            )
          }
          source={source}
        />
      </Section>
      {rows.length > 0 && (
        <Section id="pictures" title={t('picture')}>
          <BarChart
            caption={t('picture')}
            labelName={t('column.group')}
            valueName={t('column.available')}
            secondName={t('column.places')}
            bars={barsOf(rows)}
            source={source}
          />
        </Section>
      )}
      <Section id="lacks" title={t('lacks')} lead={t(loaderData.lacksTold ? 'lacks-lead' : 'lacks-whole')}>
        {(loaderData.lacksTold ? (['skills', 'licences'] as const) : []).map((kind) => (
          <DataTable
            key={kind}
            id={`lacks-${kind}`}
            caption={t(kind)}
            columns={[
              { key: 'name', header: t(kind), rowHeader: true, cell: (row: LackRow) => row.name },
              { key: 'people', header: t('lack-people'), number: true, cell: (row) => number(row.people) },
              { key: 'needs', header: t('lack-needs'), number: true, cell: (row) => number(row.needs) },
            ]}
            rows={loaderData[kind]}
            rowKey={(row) => row.name}
            empty={`${t(kind)}: ${t('lack-none', { limit })}`}
            source={source}
          />
        ))}
      </Section>
    </Page>
  );
}

/** Groups with people or places in them, the largest of either first. */
function barsOf(rows: readonly GroupRow[]): Bar[] {
  const size = ({ cells }: GroupRow) =>
    Math.max(...[cells.available, cells.places].map((cell) => (cell.kind === 'number' ? cell.value : 0)));
  return rows
    .filter((row) => size(row) > 0)
    .sort((a, b) => size(b) - size(a))
    .map((row) => ({
      key: row.code,
      label: row.name,
      value: valueOfCell(row.cells.available),
      second: valueOfCell(row.cells.places),
    }));
}
