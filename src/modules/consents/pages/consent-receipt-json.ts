import { orThrow } from '#web/page.ts';
import type { Route } from './+types/consent-receipt-json.ts';
import { consentPlace } from './consent-place.ts';

/** The receipt for machines: ISO/IEC TS 27560 by its field names. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person } = consentPlace(context, request, params);
  const { record } = orThrow(await services.consents.receipt({ ...person, consentId: params.consentId }));
  return new Response(`${JSON.stringify(record, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="suostumus-${params.consentId}.json"`,
      'cache-control': 'no-store',
    },
  });
}
