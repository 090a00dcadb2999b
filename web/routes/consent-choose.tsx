import { useFormat, useT } from '../i18n/use.ts';
import { orThrow } from '../page.ts';
import { Button, Card, Notice, Page, PolkuForm, SearchField, Section } from '../ui/index.ts';
import type { Route } from './+types/consent-choose.ts';
import { consentPlace } from './consent-place.ts';
import { NamedText } from './share-profile.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person, base, own } = consentPlace(context, request, params);
  const search = (new URL(request.url).searchParams.get('haku') ?? '').slice(0, 100);
  return { base, own, search, ...orThrow(await services.consents.receivers({ ...person, search })) };
}

/** To whom: first business services, then an employer or an event. */
export default function ChooseReceiver({ loaderData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const { base, own, search, stepOne } = loaderData;
  const card = (one: (typeof loaderData.organisations)[number]) => (
    <Card
      key={one.id}
      title={<NamedText name={one.name} />}
      level={3}
      actions={
        <Button to={`${base}/give/${one.kind}/${one.id}`} look="secondary" about={one.name.text}>
          {t(one.given ? 'change' : 'choose')}
        </Button>
      }
    >
      {one.heldOn && (
        <p>
          {one.companies && one.companies.length > 0
            ? t('new.event-line', { day: format.day(one.heldOn), companies: format.list(one.companies) })
            : t('new.event-nobody', { day: format.day(one.heldOn) })}
        </p>
      )}
      {one.given && <p>{t('new.given')}</p>}
    </Card>
  );
  return (
    <Page
      title={t(own ? 'new.title' : 'new.title-of')}
      lead={t('new.lead')}
      breadcrumbs={[{ to: base, label: t(own ? 'title' : 'title-of') }]}
    >
      <Section id="organisations" title={t('new.organisations')} lead={t('new.organisations-lead')}>
        <div className="cards">{loaderData.organisations.map(card)}</div>
      </Section>
      <Section id="second" title={t('new.second')}>
        {stepOne ? (
          <>
            <h3>{t('new.companies')}</h3>
            <PolkuForm id="company" method="get" label={t('new.companies')} values={{ haku: search }}>
              <SearchField label={t('new.search')} help={t('new.search-help')} />
            </PolkuForm>
            {search !== '' && loaderData.companies.length === 0 && <p>{t('new.companies-none')}</p>}
            <div className="cards">{loaderData.companies.map(card)}</div>
            <h3>{t('new.events')}</h3>
            {loaderData.events.length === 0 ? (
              <p>{t('new.events-none')}</p>
            ) : (
              <div className="cards">{loaderData.events.map(card)}</div>
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
