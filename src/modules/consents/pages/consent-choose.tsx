import { ok } from '#kernel/result.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, Card, Notice, Page, Section } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/consent-choose.ts';
import { consentPlace } from './consent-place.ts';
import { NamedText } from './share-profile.tsx';

const companyList = defineList({
  name: 'receivers',
  texts: 'consents',
  prefix: 'receiver-list.',
  source: async (services, { search, sort, after, limit }, _page, { clientId }) => {
    const found = await services.consents.receivers({ clientId, search, sort, after, limit });
    const base = clientId === undefined ? '/my/consents' : `/clients/${clientId}/consents`;
    return found.ok ? ok({ ...found.value, base }) : found;
  },
  rowKey: (row) => row.id,
  file: false, // the register of companies is chosen from here, not taken along
  columns: [
    { key: 'name', kind: 'text', value: (row) => row.name, sort: 'name', rowHeader: true },
    { key: 'place', kind: 'text', value: (row) => row.municipality },
    { key: 'business-id', kind: 'text', value: (row) => row.businessId },
    { key: 'given', kind: 'state', value: (row, { t }) => (row.given ? t('new.given') : undefined) },
  ],
  sort: 'name',
  act: (row, { t, found }) => ({
    label: t(row.given ? 'change' : 'choose'),
    about: row.name,
    to: `${found.base}/give/company/${row.id}`,
  }),
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { base, own } = consentPlace(context, request, params);
  return { base, own, list: await loadList(companyList, { context, request, params }) };
}

/** To whom: first business services, then an employer or an event. */
export default function ChooseReceiver({ loaderData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const { base, own, list } = loaderData;
  const { stepOne, organisations, events } = list.found;
  const card = (row: (typeof organisations)[number]) => (
    <Card
      key={row.id}
      title={<NamedText name={row.name} />}
      level={3}
      actions={
        <Button
          to={`${base}/give/${row.kind}/${row.id}`}
          look="secondary"
          about={row.name.text}
          label={t(row.given ? 'change' : 'choose')}
        />
      }
    >
      {row.heldOn && (
        <p>
          {row.companies && row.companies.length > 0
            ? t('new.event-line', { day: format.day(row.heldOn), companies: format.list(row.companies) })
            : t('new.event-nobody', { day: format.day(row.heldOn) })}
        </p>
      )}
      {row.given && <p>{t('new.given')}</p>}
    </Card>
  );
  return (
    <Page
      title={t(own ? 'new.title' : 'new.title-of')}
      lead={t('new.lead')}
      breadcrumbs={[{ to: base, label: t(own ? 'title' : 'title-of') }]}
    >
      <Section id="organisations" title={t('new.organisations')} lead={t('new.organisations-lead')}>
        <div className="cards">{organisations.map(card)}</div>
      </Section>
      <Section id="second" title={t('new.second')}>
        {stepOne ? (
          <>
            <h3>{t('new.companies')}</h3>
            <List of={companyList} list={list} />
            <h3>{t('new.events')}</h3>
            {events.length === 0 ? (
              <p>{t('new.events-none')}</p>
            ) : (
              <div className="cards">{events.map(card)}</div>
            )}
          </>
        ) : (
          <Notice kind="info">
            <p>{t('new.second-locked')}</p>
          </Notice>
        )}
      </Section>
    </Page>
  );
}
