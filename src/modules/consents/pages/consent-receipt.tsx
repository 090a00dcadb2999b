import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow } from '#web/page.ts';
import { Button, DefinitionList, Page, PrintButton, Section } from '#web/ui/index.ts';
import type { Route } from './+types/consent-receipt.ts';
import { consentPlace } from './consent-place.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person, base, own } = consentPlace(context, request, params);
  const { record: _record, ...receipt } = orThrow(
    await services.consents.receipt({ ...person, consentId: params.consentId }),
  );
  return { base, own, ...receipt };
}

/** The receipt of a consent for reading and printing: what, to whom, until when, and the text as it was shown. */
export default function Receipt({ loaderData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const { base, own, consent, notice } = loaderData;
  return (
    <Page
      title={t('receipt.title')}
      lead={own ? t('receipt.lead') : undefined}
      breadcrumbs={[{ to: base, label: t(own ? 'title' : 'title-of') }]}
      actions={
        <>
          <PrintButton />
          <Button
            to={`${base}/${consent.id}/receipt.json`}
            look="secondary"
            download
            label={t('receipt.json')}
          />
        </>
      }
    >
      <DefinitionList
        items={[
          { term: t('receipt.to'), value: consent.receiver.name.text },
          { term: t('receipt.what'), value: format.list(consent.fields.map((field) => t(`field.${field}`))) },
          { term: t('receipt.given'), value: format.instant(consent.givenAt) },
          { term: t('receipt.how'), value: t(`how.${consent.givenHow}`) },
          consent.mandateNote && { term: t('receipt.mandate'), value: consent.mandateNote },
          { term: t('receipt.until'), value: format.day(consent.until) },
          { term: t('receipt.state'), value: t(`state.${consent.state}`) },
          consent.withdrawnAt && { term: t('receipt.withdrawn'), value: format.instant(consent.withdrawnAt) },
          { term: t('receipt.controller'), value: loaderData.controller },
          { term: t('receipt.basis'), value: t('receipt.basis-text', { article: loaderData.gdprBasis }) },
          loaderData.secrecyBasis && { term: t('receipt.secrecy'), value: t('receipt.secrecy-text') },
          { term: t('receipt.number'), value: <code>{consent.id}</code> },
        ]}
      />
      <Section
        id="text"
        title={t('receipt.text')}
        lead={t('receipt.version', {
          version: notice.version,
          language: t(`receipt.languages.${notice.language}`),
        })}
      >
        <div lang={notice.language}>
          <p>
            <strong>{notice.title}</strong>
          </p>
          {notice.sections.map((section) => (
            <div key={section.heading}>
              <h3>{section.heading}</h3>
              <p>{section.text}</p>
            </div>
          ))}
        </div>
      </Section>
    </Page>
  );
}
