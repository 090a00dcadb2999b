import { useT } from '../i18n/use.ts';
import { Button } from './button.tsx';
import { useHydrated } from './hydrated.ts';

/** Prints the page. Without JavaScript the browser's own menu does it, so no dead button is shown. */
export function PrintButton() {
  const t = useT('common');
  if (!useHydrated()) return null;
  return <Button look="secondary" icon="print" onPress={() => window.print()} label={t('print')} />;
}
