import { needShows } from '#codes/vacancies';
import { ok } from '#kernel/result.ts';
import type { vacancies } from '#vacancies';
import type { PageData } from '#web/context.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, EmptyState, FirstFew, type Need, NeedList, Page, Section } from '#web/ui/index.ts';
import { defineList, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import type { Route } from './+types/needs.ts';

/** How many needs are asked of the matching at once, and how many that wait stand on the page before the rest. */
const [atOnce, mostWaiting] = [150, 12];

/** The needs with how many people fit each, for the one who may ask. */
async function withPeople<Need extends { readonly id: string }>(
  services: PageData['services'],
  needs: readonly Need[],
): Promise<(Need & { fitting?: number })[]> {
  const fitting = new Map<string, number>();
  for (let from = 0; from < needs.length; from += atOnce) {
    const vacancyIds = needs.slice(from, from + atOnce).map(({ id }) => id);
    for (const counted of orThrow(await services.matching.needsWithPeople({ vacancyIds })).needs)
      fitting.set(counted.vacancyId, counted.fitting);
  }
  return needs.map((need) => {
    const count = fitting.get(need.id);
    return count === undefined ? need : { ...need, fitting: count };
  });
}

const needList = defineList({
  name: 'needs',
  texts: 'vacancies',
  source: async (services, asked) => {
    const page = await services.vacancies.pipeline(asked);
    if (!page.ok) return page;
    const counts = page.value.actions.count;
    const rows: (RowOf<(typeof vacancies)['pipeline']> & { fitting?: number })[] = counts
      ? await withPeople(services, page.value.rows)
      : [...page.value.rows];
    return ok({ ...page.value, rows, countsPeople: counts });
  },
  rowKey: (row) => row.id,
  columns: [
    {
      key: 'job',
      kind: 'link',
      value: (row) => row.title,
      to: (row) => `/vacancies/${row.id}`,
      sort: 'title',
      rowHeader: true,
    },
    {
      key: 'company',
      kind: 'link',
      value: (row) => row.companyName,
      to: (row, { found }) => (found.actions.company ? `/companies/${row.companyId}` : undefined),
      sort: 'company',
    },
    { key: 'place', kind: 'text', value: (row) => row.municipality, sort: 'place' },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t }) =>
        [t(`state.${row.state}`), t(`certainty.${row.certainty}`), t(row.openness)].join(' · '),
      sort: 'attention',
    },
    {
      key: 'start',
      kind: 'day',
      value: (row) => row.startsOn,
      absent: 'start-unknown',
      sort: 'starts',
      phone: 'none',
    },
    { key: 'places', kind: 'number', value: (row) => row.places, sort: 'places', phone: 'none' },
    { key: 'verified', kind: 'day', value: (row) => row.verifiedOn, sort: 'verified', phone: 'none' },
    {
      key: 'fitting',
      kind: 'number',
      value: ({ fitting }) => fitting ?? '–',
      when: ({ found }) => found.countsPeople,
      phone: 'first',
    },
  ],
  filters: [
    {
      name: 'show',
      kind: 'boxes',
      choices: ({ t, found }) =>
        needShows
          .filter((value) => value !== 'mine' || found.actions.note)
          .map((value) => ({ value, label: t(`show.${value}`, { count: found.counts[value] }) })),
    },
    {
      name: 'state',
      kind: 'select',
      choices: ({ t, found }) => found.states.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      name: 'place',
      kind: 'select',
      choices: ({ found, format }) =>
        found.places
          .toSorted((a, b) => format.compare(a.name, b.name))
          .map(({ code, name }) => ({ value: code, label: name })),
    },
  ],
  sort: 'attention',
  start: ({ t, found }) => (found.actions.note ? <Button to="/visit" label={t('note-visit')} /> : undefined),
});

export const middleware = [listFiles(needList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request, 'needs:list');
  const list = await loadList(needList, { context, request });
  // What waits stands above the list on its first page; whoever searches or narrows has come for the list.
  const plain = new URL(request.url).search === '' && list.found.actions.note;
  const all = plain ? orThrow(await wholeList(services.vacancies.pipeline)) : undefined;
  const waiting = all === undefined ? [] : await withPeople(services, all.rows);
  return { list, waiting: plain ? waiting : undefined, supply: may('figures:read') };
}

/** What companies need: what waits for the adviser first, each with its reason, then everything. */
export default function Needs({ loaderData }: Route.ComponentProps) {
  const t = useT('vacancies');
  const m = useT('matching');
  const { list, supply } = loaderData;
  const { actions } = list.found;
  const waiting = (loaderData.waiting ?? []).flatMap((row): Need[] => {
    const people = row.state === 'found' || row.state === 'confirmed' ? (row.fitting ?? 0) : 0;
    if (row.attention === undefined && people === 0) return [];
    const title = `${row.title} · ${row.companyName}`;
    const clock = t('verified-since', { count: row.daysSinceVerified });
    if (row.attention !== undefined)
      return [
        {
          key: row.id,
          to: `/vacancies/${row.id}`,
          title,
          what: t(`attention.${row.attention}`),
          why: `${t(row.openness)} · ${t(`certainty.${row.certainty}`)} · ${row.municipality}`,
          clock,
          late: row.attention !== 'to-verify',
          act: t('act.confirm'),
        },
      ];
    return [
      {
        key: row.id,
        to: `/vacancies/${row.id}#people`,
        title,
        what: m('home.fitting-what', { count: people }),
        why: t('attention.people'),
        clock,
        act: t('act.people'),
      },
    ];
  });
  waiting.sort((a, b) => Number(b.late ?? false) - Number(a.late ?? false));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          {actions.note && <Button to="/visit" label={t('note-visit')} />}
          {supply && <Button look="secondary" to="/supply-and-demand" label={t('navigation:supply')} />}
        </>
      }
    >
      {loaderData.waiting !== undefined && (
        <Section id="waiting" title={t('waiting')}>
          <FirstFew rows={waiting} most={mostWaiting} more={(count) => t('more-waiting', { count })}>
            {(needs) => (
              <NeedList
                id={needs[0] === waiting[0] ? 'waiting-needs' : 'more-waiting-needs'}
                needs={needs}
                empty={
                  <EmptyState title={t('nothing-waits')}>
                    <p>{t('nothing-waits-next')}</p>
                  </EmptyState>
                }
              />
            )}
          </FirstFew>
        </Section>
      )}
      <Section id="all" title={t('all')}>
        <List of={needList} list={list} />
      </Section>
    </Page>
  );
}
