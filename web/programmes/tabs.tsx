import { useT } from '../i18n/use.ts';
import { TabLinks } from '../ui/index.ts';

/** The sides of one programme. */
export function ProgrammeTabs({
  programmeId,
  waiting,
  keeper,
}: {
  readonly programmeId: string;
  readonly waiting?: number | undefined;
  readonly keeper?: boolean | undefined;
}) {
  const t = useT('programmes');
  const to = `/programmes/${programmeId}`;
  return (
    <TabLinks
      label={t('tabs.label')}
      tabs={[
        { to, label: t('tabs.board') },
        { to: `${to}/years`, label: t('tabs.years') },
        { to: `${to}/proposals`, label: t('tabs.proposals'), count: waiting || undefined },
        { to: `${to}/coordinators`, label: t('tabs.coordinators') },
        { to: `${to}/versions`, label: t('tabs.versions') },
        ...(keeper === true ? [{ to: `${to}/edit`, label: t('tabs.edit') }] : []),
      ]}
    />
  );
}

/** Words of a programme in its own language, marked when it is another than the page's. */
export function Own({ language, children }: { readonly language: string; readonly children: string }) {
  return <span lang={language}>{children}</span>;
}
