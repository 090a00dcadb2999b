import { room } from '#web/room-routes.ts';

const page = room('consents');

/** The addresses of this room's pages. */
export default [
  page('my/consents', 'my-consents.tsx'),
  page('my/consents/new', 'consent-choose.tsx', { id: 'my-consent-choose' }),
  page('my/consents/give/:kind/:id', 'consent-give.tsx', { id: 'my-consent-give' }),
  page('my/consents/:consentId', 'consent-view.tsx', { id: 'my-consent-view' }),
  page('my/consents/:consentId/receipt', 'consent-receipt.tsx', { id: 'my-consent-receipt' }),
  page('my/consents/:consentId/receipt.json', 'consent-receipt-json.ts', { id: 'my-consent-record' }),
  page('my/log', 'my-log.tsx'),
  page('clients/:clientId/consents', 'client-consents.tsx'),
  page('clients/:clientId/consents/new', 'consent-choose.tsx', { id: 'client-consent-choose' }),
  page('clients/:clientId/consents/give/:kind/:id', 'consent-give.tsx', {
    id: 'client-consent-give',
  }),
  page('clients/:clientId/consents/:consentId', 'consent-view.tsx', { id: 'client-consent-view' }),
  page('clients/:clientId/consents/:consentId/receipt', 'consent-receipt.tsx', {
    id: 'client-consent-receipt',
  }),
  page('clients/:clientId/consents/:consentId/receipt.json', 'consent-receipt-json.ts', {
    id: 'client-consent-record',
  }),
  page('clients/:clientId/log', 'client-log.tsx'),
  page('people', 'people.tsx'),
  page('employer/people', 'people.tsx', { id: 'employer-people' }),
  page('people/:clientId', 'people-profile.tsx'),
  page('people/:clientId/booklet.pdf', 'people-booklet.ts'),
  page('log', 'log.tsx'),
  page('log/person/:clientId', 'log-person.tsx'),
];
