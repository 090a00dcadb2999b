import { useT } from '../i18n/use.ts';
import { TabLinks } from '../ui/index.ts';

/** The sides of one client, the same on every page of the client. */
export function ClientTabs({ clientId }: { readonly clientId: string }) {
  const t = useT('clients');
  const to = (part: string) => `/clients/${clientId}${part}`;
  return (
    <TabLinks
      label={t('tabs')}
      tabs={[
        { to: to(''), label: t('tab.path') },
        { to: to('/skills'), label: t('tab.skills') },
        { to: to('/consents'), label: t('tab.consents') },
        { to: to('/jobs'), label: t('tab.jobs') },
        { to: to('/introductions'), label: t('introductions:tab') },
        { to: to('/notes'), label: t('tab.notes') },
        { to: to('/log'), label: t('tab.log') },
      ]}
    />
  );
}

/** The way to a client's page, for `breadcrumbs`. */
export function useClientCrumbs(client?: { readonly clientId: string; readonly name: string }) {
  const t = useT('clients');
  return [
    { to: '/clients', label: t('title') },
    ...(client === undefined ? [] : [{ to: `/clients/${client.clientId}`, label: client.name }]),
  ];
}
