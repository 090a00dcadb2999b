import { Link } from 'react-router';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import {
  type ActiveFilter,
  type Column,
  DataTable,
  Details,
  EmptyState,
  Filters,
  LocalisedWords,
  Page,
  PrintButton,
  Section,
  Select,
} from '#web/ui/index.ts';
import type { Route } from './+types/service-gaps.ts';
import { namesByCode } from './words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = page(context);
  const asked = new URL(request.url).searchParams;
  const whole = orThrow(await services.networks.serviceGaps({}));
  const group = whole.groups.find(({ code }) => code === asked.get('group'))?.code;
  const municipality = whole.perMunicipality.find(
    ({ municipalityCode }) => municipalityCode === asked.get('place'),
  )?.municipalityCode;
  const found = orThrow(await services.networks.serviceGaps({ group, municipalityCode: municipality }));
  return { group, municipality, found, places: orThrow(await services.areas.municipalities({})) };
}

type Found = Route.ComponentProps['loaderData']['found'];

/** Where a service is not given on site: by municipality in numbers, then every pair (requirements NET-13). */
export default function ServiceGaps({ loaderData }: Route.ComponentProps) {
  const t = useT('services');
  const format = useFormat();
  const { group, municipality, found, places } = loaderData;
  const placeName = namesByCode(places);
  const groupName = found.groups.find(({ code }) => code === group)?.name;
  const active: ActiveFilter[] = [
    ...(group === undefined ? [] : [{ name: 'group', value: group, label: groupName ?? group }]),
    ...(municipality === undefined
      ? []
      : [{ name: 'place', value: municipality, label: placeName(municipality) }]),
  ];
  const numbers: Column<Found['perMunicipality'][number]>[] = [
    {
      key: 'municipality',
      header: t('municipality'),
      rowHeader: true,
      cell: (row) => <Link to={`?place=${row.municipalityCode}`}>{placeName(row.municipalityCode)}</Link>,
    },
    { key: 'on-site', header: t('channel.on-site'), number: true, cell: (row) => format.number(row.onSite) },
    {
      key: 'otherwise',
      header: t('gaps.otherwise'),
      number: true,
      cell: (row) => format.number(row.otherwise),
    },
    { key: 'not', header: t('gaps.not-at-all'), number: true, cell: (row) => format.number(row.notAtAll) },
  ];
  const pairs: Column<Found['gaps'][number]>[] = [
    {
      key: 'service',
      header: t('column.name'),
      rowHeader: true,
      cell: (row) => (
        <Link to={`/services/${row.serviceId}`}>
          <LocalisedWords text={row.names} />
        </Link>
      ),
    },
    { key: 'municipality', header: t('municipality'), cell: (row) => placeName(row.municipalityCode) },
    {
      key: 'otherwise',
      header: t('gaps.instead'),
      cell: (row) =>
        row.otherChannels.length === 0
          ? t('gaps.nothing')
          : row.otherChannels.map((channel) => t(`channel.${channel}`)).join(', '),
    },
  ];
  return (
    <Page
      title={t('gaps.title')}
      lead={t('gaps.lead')}
      wide
      breadcrumbs={[{ to: '/services', label: t('title') }]}
      actions={<PrintButton />}
    >
      <Filters id="gaps-filter" label={t('gaps.filter')} active={active}>
        <Select
          name="place"
          label={t('municipality')}
          empty={t('all')}
          choices={found.perMunicipality.map(({ municipalityCode: code }) => ({
            value: code,
            label: placeName(code),
          }))}
        />
        <Select
          name="group"
          label={t('column.group')}
          empty={t('all')}
          choices={found.groups.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Filters>
      <Section
        id="numbers"
        title={t('gaps.numbers')}
        lead={t('gaps.numbers-lead', { count: found.services })}
      >
        <DataTable
          id="per-municipality"
          caption={t('gaps.numbers')}
          captionHidden
          columns={numbers}
          rows={found.perMunicipality}
          rowKey={(row) => row.municipalityCode}
          empty={<EmptyState title={t('gaps.no-area')} />}
        />
      </Section>
      <Section id="pairs" title={t('gaps.pairs')}>
        {active.length > 0 || found.gaps.length === 0 ? (
          <DataTable
            id="gaps"
            caption={t('gaps.pairs')}
            captionHidden
            columns={pairs}
            rows={found.gaps}
            rowKey={(row) => `${row.serviceId} ${row.municipalityCode}`}
            total={found.gaps.length}
            empty={<EmptyState title={t('gaps.none')} />}
          />
        ) : (
          [...Map.groupBy(found.gaps, (gap) => gap.municipalityCode)].map(([code, gaps]) => (
            <Details key={code} prints summary={`${placeName(code)} (${format.number(gaps.length)})`}>
              <DataTable
                id={`gaps-${code}`}
                caption={`${t('gaps.pairs')}: ${placeName(code)}`}
                captionHidden
                columns={pairs.filter(({ key }) => key !== 'municipality')}
                rows={gaps}
                rowKey={(row) => row.serviceId}
                empty={<EmptyState title={t('gaps.none')} />}
              />
            </Details>
          ))
        )}
      </Section>
    </Page>
  );
}
