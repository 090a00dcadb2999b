import type { ReactNode } from 'react';
import { useT } from '../i18n/use.ts';
import { Details } from './statements.tsx';

/** The first few rows, and under them a fold that says how many more there are and holds them. */
export function FirstFew<Row>({
  rows,
  most = 10,
  more,
  children,
}: {
  readonly rows: readonly Row[];
  readonly most?: number;
  /** The words of the fold, when the usual ones will not do. */
  readonly more?: (count: number) => string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}) {
  const t = useT();
  const left = rows.length - most;
  return (
    <>
      {children(rows.slice(0, most))}
      {left > 0 && (
        <Details summary={more?.(left) ?? t('show-more', { count: left })}>
          {children(rows.slice(most))}
        </Details>
      )}
    </>
  );
}
