import { Link } from 'react-router';
import { useFormat, useT } from '#web/i18n/use.ts';
import { AsidePart, DefinitionList, Email, Phone, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/client.ts';

type Client = Route.ComponentProps['loaderData'];
type Result = Route.ComponentProps['actionData'];

/** Who the person is and how to reach them; the job search and since when a client. */
export function Basics({ client, result }: { readonly client: Client; readonly result: Result }) {
  const t = useT('clients');
  const format = useFormat();
  const { contact, actions } = client;
  const hidden = contact.state === 'protected' ? t('contact-protected') : undefined;
  const shown = contact.state === 'shown' ? contact : undefined;
  const address = [shown?.streetAddress, shown?.postcode].filter(Boolean).join(', ');
  return (
    <AsidePart title={t('basics')}>
      <DefinitionList
        items={[
          { term: t('phone'), value: hidden ?? (shown?.phone && <Phone number={shown.phone} />) },
          { term: t('email'), value: hidden ?? (shown?.email && <Email address={shown.email} />) },
          { term: t('address'), value: hidden ?? address },
          { term: t('contact-language'), value: format.language(client.contactLanguage) },
          { term: t('native-language'), value: format.language(client.nativeLanguage) },
          {
            term: t('interpreter'),
            value: t(client.interpreterNeeded ? 'interpreter-yes' : 'interpreter-no'),
          },
          {
            term: t('column.search'),
            value: !client.searching
              ? t('not-searching')
              : client.searchEndedOn === undefined
                ? format.day(client.searchStartedOn)
                : t('searching-until', {
                    from: format.day(client.searchStartedOn),
                    day: format.day(client.searchEndedOn),
                  }),
          },
          { term: t('client-since'), value: client.closed ? undefined : format.day(client.caseOpenedOn) },
          ...client.representatives.map((person) => ({
            term: t(`representative.${person.kind}`),
            value: [person.name, person.phone].filter(Boolean).join(', '),
          })),
          ...client.arrivals.map((arrival) => ({
            term: t('came-from'),
            value: [
              t('came-from-since', { area: arrival.fromArea, day: format.day(arrival.movedOn) }),
              ...(arrival.brought.length === 0
                ? []
                : [arrival.brought.map((what) => t(`brought.${what}`)).join(', ')]),
              ...(arrival.note === undefined ? [] : [arrival.note]),
            ].join('. '),
          })),
        ]}
      />
      {actions.startSearch && (
        <UseCaseForm form={client.forms.search} result={result} label={t('start-search')} look="secondary" />
      )}
      {client.shows.whole && (
        <p>
          {t(
            client.account.open
              ? 'account-open'
              : client.account.invitation === undefined
                ? 'account-none'
                : 'account-invited',
          )}
          {client.actions.invite && (
            <>
              {' · '}
              <Link to={`/clients/${client.clientId}/account`}>{t('account-link')}</Link>
            </>
          )}
        </p>
      )}
    </AsidePart>
  );
}
