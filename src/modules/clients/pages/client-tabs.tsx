import { useOutletContext } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { TabLinks } from '#web/ui/index.ts';
import type { Route } from './+types/person-layout.ts';

/** Which sides of a person open to the viewer. */
type Sides = NonNullable<Route.ComponentProps['loaderData']['person']>['sides'];

/** The sides of one client that the viewer may open, the same on every page of the client. */
export function ClientTabs({ clientId, sides }: { readonly clientId: string; readonly sides: Sides }) {
  const t = useT('clients');
  const to = (part: string) => `/clients/${clientId}${part}`;
  return (
    <TabLinks
      label={t('tabs')}
      tabs={[
        { to: to(''), label: t('tab.path') },
        { to: to('/skills'), label: t('tab.skills'), open: sides.skills },
        { to: to('/consents'), label: t('tab.consents'), open: sides.consents },
        { to: to('/jobs'), label: t('tab.jobs'), open: sides.jobs },
        { to: to('/introductions'), label: t('introductions:tab'), open: sides.introductions },
        { to: to('/notes'), label: t('tab.notes'), open: sides.notes },
        { to: to('/log'), label: t('tab.log'), open: sides.consents },
      ].filter(({ open }) => open !== false)}
    />
  );
}

/** The same on a page of the client, for a way to another side; nothing when the viewer may not know whose page it is. */
export const usePersonSides = (): Partial<Sides> => useOutletContext<Sides | undefined>() ?? {};

/** The way to a client's page, for `breadcrumbs`. */
export function useClientCrumbs(client?: { readonly clientId: string; readonly name: string }) {
  const t = useT('clients');
  return [
    { to: '/clients', label: t('title') },
    ...(client === undefined ? [] : [{ to: `/clients/${client.clientId}`, label: client.name }]),
  ];
}
