import type { ReactNode } from 'react';
import { useFormat, useT } from '../i18n/use.ts';

/** A number that may be hidden (under 5, or against subtraction) or not known: three different things from 0. */
export type FigureValue = number | 'hidden' | 'unknown';

export type FigureProps = {
  readonly id: string;
  readonly label: string;
  readonly value: FigureValue;
  readonly unit?: string;
  /** What was promised. */
  readonly target?: number | undefined;
  /** How far it is reached, 0–1, when that is not the share of the value in the target. */
  readonly reached?: number | undefined;
  /** Where the number is from. */
  readonly source: ReactNode;
  /** The day it is true, `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  /** What the number means beside the promise, in a sentence. */
  readonly note?: string | undefined;
  /** How it is counted, in words; the number opens to it. */
  readonly formula: ReactNode;
  /** The rows it was counted from (a DataTable), already suppressed. */
  readonly children?: ReactNode;
};

/** A number with its unit, promise, source and day, that opens to its formula and its rows. */
export function Figure({
  id,
  label,
  value,
  unit,
  target,
  reached,
  source,
  day,
  note,
  formula,
  children,
}: FigureProps) {
  const t = useT('common');
  const format = useFormat();
  const share =
    reached ?? (typeof value === 'number' && target !== undefined && target > 0 ? value / target : undefined);
  return (
    <div className="figure" id={id}>
      <p className="figure-label">{label}</p>
      <p className="figure-value">
        {typeof value === 'number' ? (
          <>
            <span className="figure-number">{format.number(value)}</span>
            {unit !== undefined && <span className="figure-unit"> {unit}</span>}
          </>
        ) : (
          <span className="figure-word">{t(`value.${value}`)}</span>
        )}
        {target !== undefined && (
          <span className="figure-target"> {t('of-target', { target: format.number(target) })}</span>
        )}
      </p>
      {share !== undefined && target !== undefined && (
        <progress className="progress" value={Math.min(1, Math.max(0, share))} max={1} aria-label={label}>
          {format.percent(share)}
        </progress>
      )}
      {note !== undefined && <p>{note}</p>}
      <p className="source">
        {source}
        {day !== undefined && `, ${format.day(day)}`}
      </p>
      <details className="details">
        <summary>
          {t('how-counted')}
          <span className="hidden">: {label}</span>
        </summary>
        <div className="details-inside">
          {typeof formula === 'string' ? <p>{formula}</p> : formula}
          {children}
        </div>
      </details>
    </div>
  );
}

/** Figures side by side. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <div className="figures">{children}</div>;
}
