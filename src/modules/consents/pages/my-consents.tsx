import { Link } from 'react-router';
import { useClientCrumbs } from '#modules/clients/pages/client-tabs.tsx';
import { submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow } from '#web/page.ts';
import { Button, EmptyState, Notice, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/my-consents.ts';
import { consentActs, showConsentForms } from './consent-forms.server.ts';
import { ConsentsInForce, ConsentsPast, QuestionsAsked } from './consent-parts.tsx';
import { consentPlace } from './consent-place.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person, base, own } = consentPlace(context, request, params);
  const consents = orThrow(await services.consents.myConsents(person));
  const { introductions } = orThrow(await services.introductions.ofClient({ clientId: consents.clientId }));
  return {
    base,
    own,
    ...consents,
    introduced: introductions
      .filter(({ state }) => state === 'waiting' || state === 'interview')
      .map(({ companyId, company, interviewOn, interviewAhead }) => ({
        companyId,
        company,
        interviewOn: interviewAhead ? interviewOn : undefined,
      })),
    forms: showConsentForms(context),
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { person, base } = consentPlace(context, request, params);
  return submitForms({ context, request }, ...consentActs(person, base));
}

/** Who may see what: sentences first, the acts at the end of each. The person's own page, and the adviser's with the person. */
export default function MyConsents({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const { base, own, inForce, past, actions } = loaderData;
  const crumbs = useClientCrumbs(loaderData);
  const format = useFormat();
  const open = loaderData.asked.filter((row) => row.answer === undefined);
  const place = { base, own, forms: loaderData.forms, result: actionData };
  const giveNew = actions.give && (
    <Button to={`${base}/new`} label={t(inForce.length > 0 ? 'give-new' : 'give-first')} />
  );
  return (
    <Page
      title={t(own ? 'title' : 'title-of')}
      lead={t(own ? 'lead' : 'lead-of')}
      breadcrumbs={own ? [] : crumbs}
    >
      {open.length > 0 && (
        <Section id="asked" title={t(own ? 'asked.title' : 'asked.title-of')}>
          <QuestionsAsked asked={open} {...place} />
        </Section>
      )}
      {loaderData.undo !== undefined && (
        <Notice kind="info" title={t('undo-withdrawal-title')}>
          <p>
            {t('undo-withdrawal-text', {
              receivers: format.list(loaderData.undo.receivers),
              when: format.instant(loaderData.undo.until),
            })}
          </p>
          {loaderData.undo.papers > 0 && (
            <p>{t('undo-withdrawal-papers', { count: loaderData.undo.papers })}</p>
          )}
          <UseCaseForm form={loaderData.forms.undo} result={actionData} look="secondary" inline />
        </Notice>
      )}
      <Section id="now" title={t('now')}>
        {inForce.length > 0 ? (
          <>
            <ConsentsInForce
              consents={inForce}
              introduced={loaderData.introduced}
              withdraw={actions.withdraw}
              {...place}
            />
            <p>
              <strong>{t('nobody-else')}</strong>
            </p>
            <div className="actions">
              {giveNew}
              {actions.withdrawAll && (
                <UseCaseForm
                  form={loaderData.forms.withdrawAll}
                  result={actionData}
                  label={t('withdraw-all')}
                  look="danger"
                  inline
                />
              )}
            </div>
            <p className="help">{t('withdraw-help')}</p>
          </>
        ) : (
          <EmptyState title={t(own ? 'nobody' : 'nobody-of')} action={giveNew}>
            {own && <p>{t('nobody-next')}</p>}
          </EmptyState>
        )}
        {own && <p className="help">{t('own-adviser')}</p>}
      </Section>
      {own ? (
        <Notice kind="info">
          <p>
            {t(loaderData.lookedLately ? 'looked' : 'looked_zero', { count: loaderData.lookedLately ?? 0 })}{' '}
            <Link to="/my/log">{t('looked-open')}</Link>
          </p>
        </Notice>
      ) : (
        <p>
          <Link to={`/clients/${loaderData.clientId}/log`}>{t('shown-title')}</Link>
        </p>
      )}
      {past.length > 0 && (
        <Section id="past" title={t('past')}>
          <ConsentsPast consents={past} base={base} />
        </Section>
      )}
    </Page>
  );
}
