import { showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow } from '#web/page.ts';
import { Button, DefinitionList, Notice, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/consent-view.ts';
import { withdraw, withdrawn } from './consent-forms.server.ts';
import { consentPlace } from './consent-place.ts';
import { ShareProfileView } from './share-profile.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person, base, own } = consentPlace(context, request, params);
  return {
    base,
    own,
    form: showForm(context, withdraw),
    ...orThrow(await services.consents.openConsent({ ...person, consentId: params.consentId })),
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { person, base } = consentPlace(context, request, params);
  return submitForm({
    context,
    request,
    form: withdraw,
    fixed: { ...person, consentId: params.consentId },
    done: withdrawn(base),
  });
}

/** One consent through its receiver's eyes, as it is at this instant. */
export default function ViewConsent({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const { base, own, consent, profile, actions, form } = loaderData;
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
          <Button to={`${base}/${consent.id}/receipt`} look="secondary" label={t('receipt-open')} />
          {actions.withdraw && (
            <UseCaseForm form={form} result={actionData} label={t('withdraw')} look="danger" inline />
          )}
        </div>
      </Section>
    </Page>
  );
}
