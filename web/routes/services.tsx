import { Link } from 'react-router';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { useLanguage, useT } from '../i18n/use.ts';
import { orThrow, page } from '../page.ts';
import { namesByCode, plainWords } from '../services/words.ts';
import {
  type ActiveFilter,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Filters,
  LocalisedWords,
  Notice,
  Page,
  PrintButton,
  SearchField,
  Select,
} from '../ui/index.ts';
import type { Route } from './+types/services.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = page(context);
  const asked = new URL(request.url).searchParams;
  const search = (asked.get('haku') ?? '').slice(0, 100);
  const all = orThrow(await services.networks.services({}));
  const municipalities = orThrow(await services.areas.municipalities({}));
  const group = all.groups.find(({ code }) => code === asked.get('ryhma'))?.code;
  const municipality = all.municipalities.find((code) => code === asked.get('kunta'));
  const targetGroup = targetGroupCodes.find((code) => code === asked.get('kohderyhma'));
  const provider = all.providers.find(({ organisationId }) => organisationId === asked.get('tarjoaja'));
  const found = orThrow(
    await services.networks.services({
      search,
      group,
      targetGroup,
      municipalityCode: municipality,
      organisationId: provider?.organisationId,
    }),
  );
  return {
    search,
    group,
    municipality,
    targetGroup,
    provider: provider?.organisationId,
    found,
    places: municipalities.filter(({ code }) => found.municipalities.includes(code)),
    signedIn: viewer !== undefined,
  };
}

type Row = Route.ComponentProps['loaderData']['found']['services'][number];

/** The catalogue of services: found by words, group, target group, municipality and provider. */
export default function Services({ loaderData }: Route.ComponentProps) {
  const t = useT('services');
  const language = useLanguage();
  const { search, group, municipality, targetGroup, provider, found, places } = loaderData;
  const placeName = namesByCode(places);
  const groupName = (code: string) => found.groups.find((one) => one.code === code)?.name ?? code;
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('column.name'),
      rowHeader: true,
      cell: (row) => (
        <Link to={`/services/${row.serviceId}`}>
          <LocalisedWords text={row.names} />
        </Link>
      ),
    },
    { key: 'group', header: t('column.group'), cell: (row) => row.groupNames.join(' · ') },
    {
      key: 'provider',
      header: t('column.provider'),
      cell: (row) => <Providers row={row} />,
    },
    {
      key: 'places',
      header: t('column.places'),
      cell: (row) => placesInWords(t, row, places.length, municipality),
    },
  ];
  const active: ActiveFilter[] = [
    ...(search === '' ? [] : [{ name: 'haku', value: search, label: `”${search}”` }]),
    ...(group === undefined ? [] : [{ name: 'ryhma', value: group, label: groupName(group) }]),
    ...(targetGroup === undefined
      ? []
      : [{ name: 'kohderyhma', value: targetGroup, label: t(`projects:group.${targetGroup}`) }]),
    ...(municipality === undefined
      ? []
      : [{ name: 'kunta', value: municipality, label: placeName(municipality) }]),
    ...(provider === undefined
      ? []
      : [
          {
            name: 'tarjoaja',
            value: provider,
            label: found.providers.find((one) => one.organisationId === provider)?.name ?? provider,
          },
        ]),
  ];
  return (
    <Page
      title={t('title')}
      lead={t('lead', { count: found.total })}
      wide
      actions={
        <>
          {found.actions.add && <Button to="/services/new">{t('add')}</Button>}
          <Button to="/services/gaps" look="secondary">
            {t('gaps.title')}
          </Button>
          <PrintButton />
        </>
      }
    >
      {found.unanswered.length > 0 && (
        <Notice kind="warning" title={t('unanswered', { count: found.unanswered.length })}>
          <ul>
            {found.unanswered.map((one) => (
              <li key={one.serviceId}>
                <Link to={`/services/${one.serviceId}`}>{plainWords(one.names, language)}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Filters id="services-search" label={t('search-label')} active={active}>
        <SearchField label={t('search')} help={t('search-help')} />
        <Select
          name="ryhma"
          label={t('column.group')}
          empty={t('all')}
          choices={found.groups.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="kohderyhma"
          label={t('target-group')}
          empty={t('all')}
          choices={found.perTargetGroup.map(({ code, services }) => ({
            value: code,
            label: `${t(`projects:group.${code}`)} (${services})`,
          }))}
        />
        <Select
          name="kunta"
          label={t('municipality')}
          empty={t('all')}
          choices={places.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="tarjoaja"
          label={t('column.provider')}
          empty={t('all')}
          choices={found.providers.map(({ organisationId, name }) => ({
            value: organisationId,
            label: name,
          }))}
        />
      </Filters>
      <DataTable
        id="services"
        caption={t('caption')}
        captionHidden
        columns={columns}
        rows={found.services}
        rowKey={(row) => row.serviceId}
        total={found.services.length}
        empty={
          <EmptyState title={t(found.total === 0 ? 'empty' : 'none')}>
            <p>{t(found.total === 0 ? 'empty-next' : 'none-next')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}

function Providers({ row }: { readonly row: Row }) {
  const t = useT('services');
  const language = useLanguage();
  const responsible = row.providers.filter(({ role }) => role === 'responsible');
  const others = row.providers.length - responsible.length;
  return (
    <>
      {responsible.length === 0
        ? t('nobody-answers')
        : responsible.map(({ names }) => plainWords(names, language)).join(', ')}
      {others > 0 && ` ${t('and-others', { count: others })}`}
    </>
  );
}

/** "Paikan päällä 3 kunnassa, muualla puhelimitse tai etänä"; in one municipality its channels. */
function placesInWords(
  t: ReturnType<typeof useT>,
  row: Row,
  municipalities: number,
  municipality: string | undefined,
): string {
  if (municipality !== undefined) {
    const here = row.places.filter((place) => place.municipalityCode === municipality);
    return here.map(({ channel }) => t(`channel.${channel}`)).join(', ');
  }
  const in_ = (channels: readonly string[]) =>
    new Set(
      row.places.filter(({ channel }) => channels.includes(channel)).map((place) => place.municipalityCode),
    ).size;
  const onSite = in_(['on-site']);
  const reached = in_(['on-site', 'phone', 'remote']);
  if (reached === 0) return t('nowhere');
  const words = onSite === 0 ? t('no-site') : t('on-site-in', { count: onSite, of: municipalities });
  return reached > onSite ? `${words}, ${t('reached-in', { count: reached })}` : words;
}
