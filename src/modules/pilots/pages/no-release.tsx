import { useT } from '#web/i18n/use.ts';
import { EmptyState } from '#web/ui/index.ts';

/** Before the first release there is nothing to show; when it comes is told. */
export function NoRelease() {
  const t = useT('pilots');
  return (
    <EmptyState title={t('no-release')}>
      <p>{t('no-release-next')}</p>
    </EmptyState>
  );
}
