import type { RouterContextProvider } from 'react-router';
import { requireViewer } from '#web/page.ts';

/**
 * Whose consents these pages tell of: the person's own (`/my/consents`), or a client's with the adviser
 * (`/clients/:clientId/consents`). One set of pages serves both; only the words differ.
 */
export function consentPlace(
  context: Readonly<RouterContextProvider>,
  request: Request,
  params: { readonly clientId?: string | undefined },
) {
  const own = params.clientId === undefined;
  const given = requireViewer(context, request, own ? 'own-page:use' : 'caseload:read');
  return {
    ...given,
    own,
    person: own ? {} : { clientId: params.clientId },
    base: own ? '/my/consents' : `/clients/${params.clientId}/consents`,
  };
}
