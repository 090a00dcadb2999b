import { data } from 'react-router';
import { companiesLike } from '#modules/companies/pages/companies-like.server.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, DefinitionList, Notice, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/people-profile.ts';
import { ShareProfileView, useProfileName } from './share-profile.tsx';

const noStore = { 'cache-control': 'no-store' };

const asking = defineForm('consents.askConsent', {
  id: 'ask',
  fixed: ['clientId', 'vacancyId'],
  fields: {
    companyId: {
      as: 'suggest',
      label: 'person.ask-company',
      source: '/companies/suggestions',
      text: 'company',
    },
    message: { label: 'person.ask-message', rows: 3 },
  },
  act: 'person.ask-send',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'shared-people:read');
  const opened = await services.consents.openShareProfile({ clientId: params.clientId });
  if (!opened.ok && opened.error.details?.reason === 'no-consent') {
    return data({ gone: true as const }, { status: 410, headers: noStore });
  }
  const shared = orThrow(opened);
  return data({ gone: false as const, ...shared, form: showForm(context, asking) }, { headers: noStore });
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'consent:ask');
  const vacancyId = new URL(request.url).searchParams.get('vacancy') ?? undefined;
  return submitForm({
    context,
    request,
    form: asking,
    fixed: { clientId: params.clientId, vacancyId },
    suggest: { companyId: companiesLike(services) },
    done: { to: `/people/${params.clientId}`, say: 'consents:person.ask-sent' },
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
          <Button to="/people" look="secondary" label={t('people.title')} />
        </p>
      </Page>
    );
  }
  const { profile, clientId, until, agreedTo, asked, actions, form } = loaderData;
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
              {agreedTo.map((row) => (
                <li key={row.receiver.id}>
                  {t(row.nameless ? 'person.agreed-nameless' : 'person.agreed-line', {
                    name: row.receiver.name.text,
                    day: format.day(row.until),
                  })}
                </li>
              ))}
            </ul>
          )}
          {asked.length > 0 && (
            <DefinitionList
              items={asked.map((row) => ({
                term: t('person.asked', { company: row.company, day: format.dayOf(row.askedAt) }),
                value: t(`person.answer-${row.answer ?? 'waiting'}`),
              }))}
            />
          )}
          <h3>{t('person.ask')}</h3>
          <p>{t('person.ask-help')}</p>
          <UseCaseForm form={form} result={actionData} label={t('person.ask')} look="secondary" />
        </Section>
      )}
      <Section id="print" title={t('booklet.title')}>
        <p>{t('person.print-help')}</p>
        <p>
          <Button
            to={`/people/${clientId}/booklet.pdf`}
            look="secondary"
            icon="print"
            reload
            label={t('person.print')}
          />
        </p>
      </Section>
    </Page>
  );
}
