import { useT } from '#web/i18n/use.ts';
import { TabLinks } from '#web/ui/index.ts';

/** The sides of one programme. */
export function ProgrammeTabs({
  programmeId,
  waiting,
}: {
  readonly programmeId: string;
  readonly waiting?: number | undefined;
}) {
  const t = useT('programmes');
  const to = `/programmes/${programmeId}`;
  return (
    <TabLinks
      label={t('tabs.label')}
      tabs={[
        { to, label: t('tabs.board') },
        { to: `${to}/management`, label: t('tabs.management'), count: waiting || undefined },
      ]}
    />
  );
}

/** Words of a programme in its own language, marked when it is another than the page's. */
export function Own({ language, children }: { readonly language: string; readonly children: string }) {
  return <span lang={language}>{children}</span>;
}
