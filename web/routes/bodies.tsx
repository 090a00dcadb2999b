import { Link } from 'react-router';
import { governanceReaders } from '#codes/governance';
import { textIn } from '../clients/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { Button, DataTable, Filters, LocalisedWords, Page, SearchField } from '../ui/index.ts';
import type { Route } from './+types/bodies.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, governanceReaders);
  const words = (new URL(request.url).searchParams.get('haku') ?? '').slice(0, 100);
  return { words, ...orThrow(await services.governance.bodies({ words })) };
}

/** Who decides in the area: bodies, the roles that each holds, and when they meet. */
export default function Bodies({ loaderData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { words, bodies, actions } = loaderData;
  return (
    <Page
      title={t('bodies')}
      lead={t('bodies-lead')}
      wide
      actions={
        <>
          {actions.found && <Button to="/bodies/new">{t('found')}</Button>}
          <Button to="/to-read" look="secondary">
            {t('to-read')}
          </Button>
        </>
      }
    >
      <Filters
        id="bodies-search"
        label={t('search')}
        button={false}
        active={words === '' ? [] : [{ name: 'haku', value: words, label: `”${words}”` }]}
      >
        <SearchField label={t('search')} />
      </Filters>
      <DataTable
        id="bodies"
        caption={t('bodies')}
        captionHidden
        rows={bodies}
        rowKey={(one) => one.bodyId}
        empty={t(words === '' ? 'bodies-none' : 'bodies-not-found')}
        columns={[
          {
            key: 'name',
            header: t('body'),
            rowHeader: true,
            cell: (one) => (
              <Link to={`/bodies/${one.bodyId}`}>
                <LocalisedWords text={one.names} />
              </Link>
            ),
          },
          {
            key: 'kind',
            header: t('kind-name'),
            cell: (one) => [t(`kind.${one.kind}`), one.municipality].filter(Boolean).join(', '),
          },
          {
            key: 'roles',
            header: t('roles'),
            cell: (one) => format.list(one.roles.map((role) => t(`mandate.${role}`))) || t('roles-none'),
          },
          {
            key: 'next',
            header: t('next-meeting'),
            cell: (one) =>
              one.next === undefined ? (
                t('not-planned')
              ) : (
                <Link
                  to={`/meetings/${one.next.meetingId}`}
                  aria-label={`${textIn(one.names, language)}: ${format.day(one.next.heldOn)}`}
                >
                  {format.day(one.next.heldOn)}
                </Link>
              ),
          },
          {
            key: 'latest',
            header: t('latest-meeting'),
            cell: (one) =>
              one.latest === undefined ? (
                '–'
              ) : (
                <Link to={`/meetings/${one.latest.meetingId}`}>{format.day(one.latest.heldOn)}</Link>
              ),
          },
        ]}
      />
    </Page>
  );
}
