import { Link, useLocation } from 'react-router';
import type { Cell } from '#kernel/small-numbers.ts';
import type { GroupRow, LackRow } from '#matching';
import { type Bar, BarChart } from '../charts/bar-chart.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { supplyMeasures, supplyQuery } from '../matching/supply.ts';
import { orThrow, requireViewer } from '../page.ts';
import { valueOfCell } from '../pilot/cell.ts';
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
} from '../ui/index.ts';
import type { Route } from './+types/supply-and-demand.ts';

const roles = ['business', 'area-manager', 'project', 'board', 'decision-maker', 'analyst'];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, roles);
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
  const { receiver, receivers, municipalityCode, group, digits, rows, total, limit, day, municipalities } =
    loaderData;
  const place = municipalities.find(({ value }) => value === municipalityCode)?.label;
  const source = t('source', { day: format.day(day) });
  const asked = new URLSearchParams(location.search);
  const chosenDigits = asked.has('tarkkuus');
  const number = (cell: Cell) => (cell.kind === 'number' ? format.number(cell.value) : t('hidden-word'));
  const totals: GroupRow = { code: '', name: t('total'), cells: total, opens: false };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          <Button look="secondary" to={`/supply-and-demand.csv${location.search}`}>
            {t('csv')}
          </Button>
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
            : [{ name: 'kunta', value: municipalityCode, label: place ?? municipalityCode }]),
          ...(group === undefined
            ? []
            : [{ name: 'ryhma', value: group.code, label: `${group.code} ${group.name}` }]),
          ...(chosenDigits
            ? [{ name: 'tarkkuus', value: asked.get('tarkkuus') ?? '', label: t(`digit.${digits}`) }]
            : []),
        ]}
      >
        <Select name="kunta" label={t('place')} choices={municipalities} empty={t('everywhere')} />
        <Select
          name="tarkkuus"
          label={t('digits')}
          value={String(digits)}
          choices={[1, 2, 3, 4].map((one) => ({ value: String(one), label: t(`digit.${one}`) }))}
        />
        {receivers.length > 1 && (
          <Select
            name="kenelle"
            label={t('receiver')}
            value={receiver?.id ?? ''}
            choices={receivers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {group !== undefined && <input type="hidden" name="ryhma" value={group.code} />}
      </Filters>
      {receiver === undefined && <EmptyState title={t('no-receiver')} />}
      <Section
        id="groups"
        title={group === undefined ? t('caption') : `${group.code} ${group.name}`}
        lead={t('help')}
      >
        <p className="help">{t('help-hidden', { limit })}</p>
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
                return (
                  <Link to={addressWith(location, { ryhma: row.code, tarkkuus: undefined })}>{name}</Link>
                );
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
            <EmptyState title={t('none')}>
              <p>{t('none-next')}</p>
            </EmptyState>
          }
          source={source}
        />
      </Section>
      {rows.length > 0 && (
        <Section id="pictures" title={t('picture')}>
          {(['available', 'places'] as const).map((measure) => (
            <BarChart
              key={measure}
              caption={t(measure === 'available' ? 'people-series' : 'places-series')}
              labelName={t('column.group')}
              valueName={t(`column.${measure}`)}
              bars={barsOf(rows, measure)}
              source={source}
            />
          ))}
        </Section>
      )}
      <Section id="lacks" title={t('lacks')} lead={t('lacks-lead')}>
        {(['skills', 'licences'] as const).map((kind) => (
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

/** The greatest rows that may be told as bars, so that the picture can be read; the table has them all. */
function barsOf(rows: readonly GroupRow[], measure: 'available' | 'places'): Bar[] {
  const size = ({ cells }: GroupRow) => (cells[measure].kind === 'number' ? cells[measure].value : 0);
  return rows
    .filter((row) => size(row) > 0)
    .sort((a, b) => size(b) - size(a))
    .slice(0, 12)
    .map((row) => ({
      key: row.code,
      label: row.name.length > 21 ? `${row.name.slice(0, 20)}…` : row.name,
      value: valueOfCell(row.cells[measure]),
    }));
}
