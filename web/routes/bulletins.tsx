import { Link } from 'react-router';
import { bulletinStates } from '#codes/outreach';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import {
  Button,
  DataTable,
  Filters,
  LocalisedWords,
  Page,
  SearchField,
  Select,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/bulletins.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('haku') ?? '').slice(0, 100);
  const state = bulletinStates.find((one) => one === asked.get('tila'));
  return { words, state, ...orThrow(await services.outreach.bulletins({ words, state })) };
}

/** Bulletins: what waits to be written and approved for those who make them, what has been sent for everybody. */
export default function Bulletins({ loaderData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { words, state, bulletins, actions } = loaderData;
  const making = actions.write || actions.approve;
  return (
    <Page
      title={t('bulletins')}
      lead={t(making ? 'bulletins-lead-making' : 'bulletins-lead')}
      wide
      actions={actions.write && <Button to="/bulletins/new">{t('bulletin-new')}</Button>}
    >
      <Filters
        id="bulletins-search"
        label={t('bulletins-search')}
        button={false}
        active={[
          ...(words === '' ? [] : [{ name: 'haku', value: words, label: `”${words}”` }]),
          ...(state === undefined
            ? []
            : [{ name: 'tila', value: state, label: t(`bulletin-state.${state}`) }]),
        ]}
      >
        <SearchField label={t('bulletins-search')} />
        {making && (
          <Select
            name="tila"
            label={t('state')}
            empty={t('all-states')}
            choices={bulletinStates.map((value) => ({ value, label: t(`bulletin-state.${value}`) }))}
          />
        )}
      </Filters>
      <DataTable
        id="bulletins"
        caption={t('bulletins')}
        captionHidden
        rows={bulletins}
        rowKey={(one) => one.bulletinId}
        empty={t(words === '' && state === undefined ? 'bulletins-none' : 'nothing-found')}
        columns={[
          {
            key: 'title',
            header: t('title'),
            rowHeader: true,
            cell: (one) => (
              <Link to={`/bulletins/${one.bulletinId}`}>
                <LocalisedWords text={one.titles} />
              </Link>
            ),
          },
          ...(making
            ? [
                {
                  key: 'state',
                  header: t('state'),
                  cell: (one: (typeof bulletins)[number]) => (
                    <StateLine
                      kind={one.state === 'published' ? 'done' : one.state === 'waiting' ? 'waiting' : 'info'}
                    >
                      {t(
                        one.state === 'draft' && one.returnedWhy !== undefined
                          ? 'bulletin-returned'
                          : `bulletin-state.${one.state}`,
                      )}
                    </StateLine>
                  ),
                },
                {
                  key: 'author',
                  header: t('author'),
                  cell: (one: (typeof bulletins)[number]) => one.author ?? '–',
                },
              ]
            : []),
          {
            key: 'day',
            header: t('published'),
            cell: (one) => (one.publishedAt === undefined ? '–' : format.dayOf(one.publishedAt)),
          },
        ]}
      />
    </Page>
  );
}
