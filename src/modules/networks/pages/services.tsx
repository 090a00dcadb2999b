import { Link } from 'react-router';
import type { networks } from '#networks';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import { Button, LocalisedWords, Notice, Page } from '#web/ui/index.ts';
import { defineList, type ListTools, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/services.ts';
import { plainWords } from './words.ts';

const serviceList = defineList({
  name: 'services',
  texts: 'services',
  source: async (services, asked) => {
    const [found, places] = [
      await services.networks.services(asked),
      await services.areas.municipalities({}),
    ];
    if (!found.ok) return found;
    const served = orThrow(places).filter(({ code }) => found.value.municipalities.includes(code));
    const place = (asked.filters.place as string[] | undefined) ?? [];
    return { ok: true as const, value: { ...found.value, served, place } };
  },
  rowKey: (row) => row.serviceId,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => row.name,
      cell: (row) => (
        <Link to={`/services/${row.serviceId}`}>
          <LocalisedWords text={row.names} />
        </Link>
      ),
      sort: 'name',
      rowHeader: true,
    },
    { key: 'group', kind: 'text', value: (row) => row.groupNames.join(' · '), sort: 'group' },
    {
      key: 'provider',
      kind: 'people',
      value: (row, { language }) => row.providers.map(({ names }) => plainWords(names, language)),
      cell: (row) => <Providers row={row} />,
    },
    {
      key: 'places',
      kind: 'text',
      value: (row, { t, found }) => placesInWords(t, row, found.served.length, found.place),
    },
  ],
  filters: [
    {
      name: 'group',
      kind: 'select',
      choices: ({ found }) => found.groups.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'target',
      kind: 'select',
      choices: ({ t, found }) =>
        found.perTargetGroup.map(({ code, services }) => ({
          value: code,
          label: `${t(`projects:group.${code}`)} (${services})`,
        })),
    },
    {
      name: 'place',
      kind: 'select',
      choices: ({ found }) => found.served.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'provider',
      kind: 'select',
      choices: ({ found }) =>
        found.providers.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
    },
  ],
  sort: 'name',
  was: { ryhma: 'group', kohderyhma: 'target', kunta: 'place', tarjoaja: 'provider' },
});

export const middleware = [listFiles(serviceList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  return {
    list: await loadList(serviceList, { context, request }),
    signedIn: page(context).viewer !== undefined,
  };
}

type Row = RowOf<(typeof networks)['services']>;

/** The catalogue of services: found by words, group, target group, municipality and provider. */
export default function Services({ loaderData: { list, signedIn } }: Route.ComponentProps) {
  const t = useT('services');
  const language = useLanguage();
  const { found } = list;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { count: found.all })}
      wide
      actions={
        <>
          {found.actions.add && <Button to="/services/new" label={t('add')} />}
          <Button to="/services/gaps" look="secondary" label={t('gaps.title')} />
        </>
      }
    >
      {signedIn && found.unanswered.length > 0 && (
        <Notice kind="warning" title={t('unanswered', { count: found.unanswered.length })}>
          <ul>
            {found.unanswered.map((row) => (
              <li key={row.serviceId}>
                <Link to={`/services/${row.serviceId}`}>{plainWords(row.names, language)}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <List of={serviceList} list={list} />
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
  t: ListTools<unknown>['t'],
  row: Row,
  municipalities: number,
  chosen: readonly string[],
): string {
  if (chosen.length > 0) {
    const here = row.places.filter((place) => chosen.includes(place.municipalityCode));
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
