import { useId } from 'react';
import { useFormat, useT } from '../i18n/use.ts';

/** Absent when hidden or not known: the bar is then not drawn and the word says which. */
type Value = number | 'hidden' | 'unknown';

export type Bar = {
  readonly key: string;
  readonly label: string;
  readonly value: Value;
  /** What the first is compared with, when the chart has a `secondName`. */
  readonly second?: Value;
};

export type BarChartProps = {
  readonly caption: string;
  /** What the label is (a column's name) and what the value is. */
  readonly labelName: string;
  readonly valueName: string;
  /** Two values side by side on one scale: what is to be compared stands in one picture. */
  readonly secondName?: string;
  readonly bars: readonly Bar[];
  readonly source: string;
};

/** Lying bars beside their numbers: a table whose rows are drawn, so that its words are as large as those around it. */
export function BarChart({ caption, labelName, valueName, secondName, bars, source }: BarChartProps) {
  const t = useT('common');
  const format = useFormat();
  const title = useId();
  const most = Math.max(
    1,
    ...bars.flatMap(({ value, second }) => [value, second]).map((row) => (typeof row === 'number' ? row : 0)),
  );
  const words = (value: Value) => (typeof value === 'number' ? format.number(value) : t(`value.${value}`));
  const cell = (value: Value, name: string, place: 'first' | 'second') => (
    <td className={`bar-value bar-value--${place}`}>
      <span className="bar">
        <svg width="100%" height="18" aria-hidden="true" focusable="false">
          <rect
            width={typeof value === 'number' ? `${((value / most) * 100).toFixed(2)}%` : 0}
            height="18"
            className={`chart-bar chart-bar--${place}`}
          />
        </svg>
      </span>
      <span className="bar-number">
        {words(value)}
        {secondName !== undefined && <span className="bar-name"> {name}</span>}
      </span>
    </td>
  );
  return (
    <figure className="chart">
      <figcaption id={title}>{caption}</figcaption>
      <table className="bars" aria-labelledby={title}>
        <thead className={secondName === undefined ? 'hidden' : undefined}>
          <tr>
            <th scope="col">{labelName}</th>
            <th scope="col">{valueName}</th>
            {secondName !== undefined && <th scope="col">{secondName}</th>}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{bar.label}</th>
              {cell(bar.value, valueName, 'first')}
              {secondName !== undefined && cell(bar.second ?? 'unknown', secondName, 'second')}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="source">{source}</p>
    </figure>
  );
}
