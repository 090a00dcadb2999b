import { useLocation } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { TabLinks } from '#web/ui/index.ts';

/** What belongs to the plan, each on a page of its own. */
const planParts = [
  ['plan', 'tab.plan'],
  ['indicators', 'tab.indicators'],
  ['work', 'tab.work'],
  ['company-work', 'tab.companies'],
  ['horizontal', 'tab.horizontal'],
  ['common-indicators', 'tab.common'],
  ['rejection', 'tab.rejection'],
] as const;

/** The five sides of a project, the same on every page of it, and under the plan what it is made of. */
export function PromiseTabs({ projectId }: { readonly projectId: string }) {
  const t = useT('promises');
  const { pathname } = useLocation();
  const at = `/projects/${projectId}`;
  const part = planParts.find(([path]) => pathname.startsWith(`${at}/${path}`));
  return (
    <>
      <TabLinks
        label={t('tabs')}
        tabs={[
          { to: at, label: t('tab.standing') },
          { to: `${at}/plan`, label: t('tab.plan'), current: part !== undefined },
          { to: `${at}/money`, label: t('tab.money') },
          { to: `${at}/reports`, label: t('tab.reports') },
          { to: `${at}/details`, label: t('tab.details') },
        ]}
      />
      {part !== undefined && (
        <TabLinks
          label={t('tabs-of-plan')}
          minor
          tabs={planParts.map(([path, key]) => ({
            to: `${at}/${path}`,
            label: t(path === 'plan' ? 'tab.goals' : key),
          }))}
        />
      )}
    </>
  );
}
