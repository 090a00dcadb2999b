import { useId } from 'react';
import { useFormat, useT } from '../i18n/use.ts';

export type TimelineBar = {
  readonly code: string;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly startsOn: string;
  readonly endsOn: string;
  /** Drawn dashed: the days are assumed. */
  readonly assumed: boolean;
  readonly needs: readonly string[];
  readonly note?: string | undefined;
};

export type TimelineChartProps = {
  readonly caption: string;
  readonly bars: readonly TimelineBar[];
  readonly columns: {
    readonly name: string;
    readonly starts: string;
    readonly ends: string;
    /** Absent where nothing builds on anything. */
    readonly needs?: string;
  };
  readonly assumed: string;
};

const width = 640;
const row = 44;
const left = 60;
const top = 22;

const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Bars on a time axis with arrows from what each builds on, drawn on the server; the same facts as a table. */
export function TimelineChart({ caption, bars, columns, assumed }: TimelineChartProps) {
  const t = useT('common');
  const format = useFormat();
  const title = useId();
  const from = Math.min(...bars.map((bar) => days(bar.startsOn)));
  const to = Math.max(...bars.map((bar) => days(bar.endsOn)), from + 1);
  const x = (day: string) => left + ((days(day) - from) / (to - from)) * (width - left - 10);
  const place = new Map(bars.map((bar, at) => [bar.code, at]));
  const firstYear = new Date(from * 86_400_000).getUTCFullYear();
  const lastYear = new Date(to * 86_400_000).getUTCFullYear();
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
  const height = top + bars.length * row + 6;
  return (
    <figure className="chart">
      <figcaption id={title}>{caption}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {years.map((year) => {
          const at = Math.max(left, x(`${year}-01-01`));
          return (
            <g key={year}>
              <line x1={at} x2={at} y1={top - 6} y2={height} className="chart-grid" />
              <text x={at + 4} y={14} className="chart-year">
                {year}
              </text>
            </g>
          );
        })}
        {bars.map((bar, at) => {
          const y = top + at * row;
          const [start, end] = [x(bar.startsOn), Math.max(x(bar.endsOn), x(bar.startsOn) + 3)];
          const note = bar.note === undefined ? '' : ` – ${bar.note}`;
          const room = 70 - note.length;
          const name = `${bar.name.length > room ? `${bar.name.slice(0, room - 1)}…` : bar.name}${note}`;
          // A letter of this size is about seven units wide.
          const fits = start + name.length * 7 < width;
          return (
            <g key={bar.code}>
              <text x={left - 20} y={y + 26} className="chart-label">
                {bar.code}
              </text>
              <text
                x={fits ? start : width - 2}
                y={y + 11}
                className={fits ? 'chart-name' : 'chart-name chart-name--end'}
              >
                {name}
              </text>
              <rect
                x={start}
                y={y + 16}
                width={end - start}
                height={16}
                className={bar.assumed ? 'chart-bar chart-bar--assumed' : 'chart-bar'}
              />
              {bar.needs.map((need) => {
                const other = place.get(need);
                if (other === undefined) return null;
                const fromY = top + other * row + 24;
                const toY = y + 24;
                const turn = start - 12;
                const ends = Math.max(x(bars[other]!.startsOn), Math.min(x(bars[other]!.endsOn), turn));
                return (
                  <path
                    key={need}
                    d={`M ${ends} ${fromY} H ${turn} V ${toY} H ${start - 2} M ${start - 7} ${toY - 4} L ${start - 2} ${toY} L ${start - 7} ${toY + 4}`}
                    className="chart-arrow"
                    fill="none"
                  />
                );
              })}
            </g>
          );
        })}
      </svg>
      <details className="details">
        <summary>
          {t('table')}
          <span className="hidden">: {caption}</span>
        </summary>
        <div className="table-place">
          <table className="table" aria-labelledby={title}>
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.starts}</th>
                <th scope="col">{columns.ends}</th>
                {columns.needs !== undefined && <th scope="col">{columns.needs}</th>}
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.code}>
                  <th scope="row">
                    {bar.code} {bar.name}
                    {bar.assumed && <span className="finding-hint">{assumed}</span>}
                  </th>
                  <td>{format.day(bar.startsOn)}</td>
                  <td>{format.day(bar.endsOn)}</td>
                  {columns.needs !== undefined && (
                    <td>
                      {bar.needs.join(', ')}
                      {bar.note !== undefined && <span className="finding-hint">{bar.note}</span>}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
