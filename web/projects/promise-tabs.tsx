import { useT } from '../i18n/use.ts';
import { TabLinks } from '../ui/index.ts';

/** The sides of what a project promises, the same on every page of them. */
export function PromiseTabs({ projectId }: { readonly projectId: string }) {
  const t = useT('promises');
  const to = (part: string) => `/projects/${projectId}/${part}`;
  return (
    <TabLinks
      label={t('tabs')}
      tabs={[
        { to: `/projects/${projectId}`, label: t('tab.project') },
        { to: to('plan'), label: t('tab.plan') },
        { to: to('indicators'), label: t('tab.indicators') },
        { to: to('common-indicators'), label: t('tab.common') },
        { to: to('company-work'), label: t('tab.companies') },
        { to: to('horizontal'), label: t('tab.horizontal') },
        { to: to('rejection'), label: t('tab.rejection') },
      ]}
    />
  );
}
