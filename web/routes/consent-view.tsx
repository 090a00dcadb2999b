import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused } from '../page.ts';
import { Button, DefinitionList, Notice, Page, PolkuForm, Section } from '../ui/index.ts';
import type { Route } from './+types/consent-view.ts';
import { consentPlace } from './consent-place.ts';
import { ShareProfileView } from './share-profile.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person, base, own } = consentPlace(context, request, params);
  return {
    base,
    own,
    ...orThrow(await services.consents.openConsent({ ...person, consentId: params.consentId })),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, person, base } = consentPlace(context, request, params);
  const sent = await formValues(context, request);
  const done = await services.consents.withdrawConsent({ ...person, consentId: params.consentId });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, base, { kind: 'success', key: 'consents:withdrawn' });
}

/** One consent through its receiver's eyes, as it is at this instant. */
export default function ViewConsent({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const { base, own, consent, profile, actions } = loaderData;
  const inForce = consent.state === 'in-force';
  return (
    <Page
      title={t('view.title', { name: consent.receiver.name.text })}
      lead={inForce ? t('view.lead') : undefined}
      breadcrumbs={[{ to: base, label: t(own ? 'title' : 'title-of') }]}
    >
      {inForce ? (
        <div className="card">
          <ShareProfileView profile={profile} heading={2} />
        </div>
      ) : (
        <Notice kind="info">
          <p>{t('view.ended')}</p>
        </Notice>
      )}
      <Section id="about" title={t('view.about')}>
        <DefinitionList
          items={[
            {
              term: t('receipt.what'),
              value: format.list(consent.fields.map((field) => t(`field.${field}`))),
            },
            {
              term: t('receipt.given'),
              value: `${format.instant(consent.givenAt)}, ${t(`how.${consent.givenHow}`)}`,
            },
            { term: t('receipt.until'), value: format.day(consent.until) },
            { term: t('receipt.state'), value: t(`state.${consent.state}`) },
          ]}
        />
        <div className="actions">
          <Button to={`${base}/${consent.id}/receipt`} look="secondary">
            {t('receipt-open')}
          </Button>
          {actions.withdraw && (
            <PolkuForm id="withdraw" result={actionData} label={t('withdraw')} inline>
              <Button look="danger" name="intent" value="withdraw">
                {t('withdraw')}
              </Button>
            </PolkuForm>
          )}
        </div>
      </Section>
    </Page>
  );
}
