import { Link } from 'react-router';
import { ClientTabs, useClientCrumbs } from '../clients/client-tabs.tsx';
import { useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused } from '../page.ts';
import { Button, EmptyState, Notice, Page, PolkuForm, Section } from '../ui/index.ts';
import type { Route } from './+types/my-consents.ts';
import { ConsentsInForce, ConsentsPast, QuestionsAsked } from './consent-parts.tsx';
import { consentPlace } from './consent-place.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person, base, own } = consentPlace(context, request, params);
  return { base, own, ...orThrow(await services.consents.myConsents(person)) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, person, base } = consentPlace(context, request, params);
  const sent = await formValues(context, request);
  if (sent.intent === 'refuse') {
    const answered = await services.consents.answerRequest({
      ...person,
      requestId: sent.text('requestId'),
      answer: 'refused',
    });
    if (!answered.ok) return refused(sent, answered.error);
    return redirectWith(context, base, { kind: 'success', key: 'consents:refused' });
  }
  const done =
    sent.intent === 'withdraw-all'
      ? await services.consents.withdrawAll(person)
      : await services.consents.withdrawConsent({ ...person, consentId: sent.text('consentId') });
  if (!done.ok) return refused(sent, done.error);
  const { booklets } = done.value;
  return redirectWith(
    context,
    base,
    booklets === 0
      ? { kind: 'success', key: 'consents:withdrawn' }
      : { kind: 'success', key: 'consents:withdrawn-booklets', values: { count: booklets } },
  );
}

/** Who may see what: sentences first, the acts at the end of each. The person's own page, and the adviser's with the person. */
export default function MyConsents({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const { base, own, inForce, past, actions } = loaderData;
  const crumbs = useClientCrumbs(loaderData);
  const open = loaderData.asked.filter((one) => one.answer === undefined);
  const place = { base, own, result: actionData };
  const giveNew = actions.give && (
    <Button to={`${base}/new`}>{t(inForce.length > 0 ? 'give-new' : 'give-first')}</Button>
  );
  return (
    <Page
      title={t(own ? 'title' : 'title-of')}
      lead={t(own ? 'lead' : 'lead-of')}
      breadcrumbs={own ? [] : crumbs}
    >
      {!own && <ClientTabs clientId={loaderData.clientId} />}
      {open.length > 0 && (
        <Section id="asked" title={t(own ? 'asked.title' : 'asked.title-of')}>
          <QuestionsAsked asked={open} {...place} />
        </Section>
      )}
      <Section id="now" title={t('now')}>
        {inForce.length > 0 ? (
          <>
            <ConsentsInForce consents={inForce} withdraw={actions.withdraw} {...place} />
            <p>
              <strong>{t('nobody-else')}</strong>
            </p>
            <div className="actions">
              {giveNew}
              {actions.withdrawAll && (
                <PolkuForm id="withdraw-all" result={actionData} label={t('withdraw-all')} inline>
                  <Button look="danger" name="intent" value="withdraw-all">
                    {t('withdraw-all')}
                  </Button>
                </PolkuForm>
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
