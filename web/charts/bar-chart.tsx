import { useId } from 'react';
import { useFormat, useT } from '../i18n/use.ts';

export type Bar = {
  readonly key: string;
  readonly label: string;
  /** Absent when hidden or not known: the bar is then not drawn and the word says which. */
  readonly value: number | 'hidden' | 'unknown';
};

export type BarChartProps = {
  readonly caption: string;
  /** What the label is (a column's name) and what the value is. */
  readonly labelName: string;
  readonly valueName: string;
  readonly bars: readonly Bar[];
  readonly source: string;
};

const width = 600;
const row = 34;
const labelWidth = 200;
const valueWidth = 120;

/** Lying bars with their numbers, drawn on the server; the same facts stand under it as a table. */
export function BarChart({ caption, labelName, valueName, bars, source }: BarChartProps) {
  const t = useT('common');
  const format = useFormat();
  const title = useId();
  const most = Math.max(1, ...bars.map(({ value }) => (typeof value === 'number' ? value : 0)));
  const words = (value: Bar['value']) =>
    typeof value === 'number' ? format.number(value) : t(`value.${value}`);
  const scale = (value: Bar['value']) =>
    typeof value === 'number' ? (value / most) * (width - labelWidth - valueWidth) : 0;
  return (
    <figure className="chart">
      <figcaption id={title}>{caption}</figcaption>
      <svg viewBox={`0 0 ${width} ${bars.length * row}`} aria-hidden="true" focusable="false">
        {bars.map((bar, at) => (
          <g key={bar.key} transform={`translate(0 ${at * row})`}>
            <text x={labelWidth - 10} y={row / 2} className="chart-label">
              {bar.label}
            </text>
            <rect x={labelWidth} y={6} width={scale(bar.value)} height={row - 12} className="chart-bar" />
            <text x={labelWidth + scale(bar.value) + 8} y={row / 2} className="chart-value">
              {words(bar.value)}
            </text>
          </g>
        ))}
      </svg>
      <p className="source">{source}</p>
      <details className="details">
        <summary>
          {t('table')}
          <span className="hidden">: {caption}</span>
        </summary>
        <table className="table" aria-labelledby={title}>
          <thead>
            <tr>
              <th scope="col">{labelName}</th>
              <th scope="col" className="number">
                {valueName}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.label}</th>
                <td className="number">{words(bar.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
