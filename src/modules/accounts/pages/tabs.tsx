import { useT } from '#web/i18n/use.ts';
import { TabLinks } from '#web/ui/index.ts';

/** The pages of administering access, one beside another. */
export function AccessTabs() {
  const t = useT('accounts');
  return (
    <TabLinks
      label={t('tabs')}
      tabs={[
        { to: '/accounts', label: t('title') },
        { to: '/accounts/proposals', label: t('proposals.title') },
        { to: '/organisations', label: t('organisations:title') },
        { to: '/accounts/groups', label: t('groups.title') },
        { to: '/accounts/import', label: t('import.title') },
        { to: '/accounts/credentials', label: t('credentials.title') },
      ]}
    />
  );
}
