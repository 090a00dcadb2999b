import type { RouterContextProvider } from 'react-router';
import { requireViewer } from '../page.ts';

/** The roles that keep consents with a person. */
export const adviserRoles = ['expert', 'youth', 'immigrant-adviser', 'joint-emp'] as const;

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
  const given = requireViewer(context, request, own ? ['client'] : adviserRoles);
  return {
    ...given,
    own,
    person: own ? {} : { clientId: params.clientId },
    base: own ? '/my/consents' : `/clients/${params.clientId}/consents`,
  };
}
