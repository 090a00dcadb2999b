import { data } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, DefinitionList, Notice, Page, PolkuForm, Section, Select, TextArea } from '../ui/index.ts';
import type { Route } from './+types/people-profile.ts';
import { ShareProfileView, useProfileName } from './share-profile.tsx';

const roles = ['business', 'employer'];
const noStore = { 'cache-control': 'no-store' };

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, roles);
  const opened = await services.consents.openShareProfile({ clientId: params.clientId });
  if (!opened.ok && opened.error.details?.reason === 'no-consent') {
    return data({ gone: true as const }, { status: 410, headers: noStore });
  }
  const shared = orThrow(opened);
  const companies = shared.actions.askConsent
    ? orThrow(await services.companies.searchCompanies({ limit: 200 })).companies
    : [];
  return data(
    { gone: false as const, ...shared, companies: companies.map(({ id, name }) => ({ id, name })) },
    { headers: noStore },
  );
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['business']);
  const sent = await formValues(context, request);
  const vacancyId = new URL(request.url).searchParams.get('vacancy');
  const asked = await services.consents.askConsent({
    clientId: params.clientId,
    companyId: sent.text('companyId'),
    message: sent.text('message'),
    ...(vacancyId ? { vacancyId } : {}),
  });
  if (!asked.ok) return refused(sent, asked.error);
  return redirectWith(context, `/people/${params.clientId}`, {
    kind: 'success',
    key: 'consents:person.ask-sent',
  });
}

/** The cache rule of the answer, also when the page is shown anew. */
export function headers() {
  return noStore;
}

/** A person's share profile as the receiver may see it at this instant; or, in plain words, that it is no longer shared. */
export default function SharedPerson({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const called = useProfileName();
  const crumbs = [{ to: '/people', label: t('people.title') }];
  if (loaderData.gone) {
    return (
      <Page title={t('person.gone-title')} lead={t('person.gone')} breadcrumbs={crumbs}>
        <p>{t('person.gone-next')}</p>
        <p>
          <Button to="/people" look="secondary">
            {t('people.title')}
          </Button>
        </p>
      </Page>
    );
  }
  const { profile, clientId, until, agreedTo, asked, actions, companies } = loaderData;
  return (
    <Page title={called(profile)} breadcrumbs={crumbs}>
      <p>{t('person.until', { day: format.day(until) })}</p>
      <Notice kind="info">
        <p>{t('person.rule')}</p>
      </Notice>
      <div className="card">
        <ShareProfileView profile={profile} named={false} />
      </div>
      {actions.askConsent && (
        <Section id="agreed" title={t('person.agreed')}>
          {agreedTo.length === 0 ? (
            <p>{t('person.agreed-none')}</p>
          ) : (
            <ul>
              {agreedTo.map((one) => (
                <li key={one.receiver.id}>
                  {t(one.nameless ? 'person.agreed-nameless' : 'person.agreed-line', {
                    name: one.receiver.name.text,
                    day: format.day(one.until),
                  })}
                </li>
              ))}
            </ul>
          )}
          {asked.length > 0 && (
            <DefinitionList
              items={asked.map((one) => ({
                term: t('person.asked', { company: one.company, day: format.dayOf(one.askedAt) }),
                value: t(`person.answer-${one.answer ?? 'waiting'}`),
              }))}
            />
          )}
          <h3>{t('person.ask')}</h3>
          <p>{t('person.ask-help')}</p>
          <PolkuForm
            id="ask"
            result={actionData}
            label={t('person.ask')}
            labels={{ companyId: t('person.ask-company'), message: t('person.ask-message') }}
          >
            <Select
              name="companyId"
              label={t('person.ask-company')}
              empty={t('person.ask-choose')}
              choices={companies.map((one) => ({ value: one.id, label: one.name }))}
            />
            <TextArea name="message" label={t('person.ask-message')} rows={3} optional maxLength={1000} />
            <Button look="secondary">{t('person.ask-send')}</Button>
          </PolkuForm>
        </Section>
      )}
      <Section id="print" title={t('booklet.title')}>
        <p>{t('person.print-help')}</p>
        <p>
          <Button to={`/people/${clientId}/booklet.pdf`} look="secondary" icon="print" reload>
            {t('person.print')}
          </Button>
        </p>
      </Section>
    </Page>
  );
}
