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

const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/**
 * Bars on a time axis, each under its whole name with what it builds on, drawn on the server; the same facts as a table.
 * Only the bars are stretched to the window.
 */
export function TimelineChart({ caption, bars, columns, assumed }: TimelineChartProps) {
  const t = useT('common');
  const format = useFormat();
  const title = useId();
  const from = Math.min(...bars.map((bar) => days(bar.startsOn)));
  const to = Math.max(...bars.map((bar) => days(bar.endsOn)), from + 1);
  const x = (day: string) => ((days(day) - from) / (to - from)) * 100;
  const percent = (value: number) => `${value.toFixed(2)}%`;
  const firstYear = new Date(from * 86_400_000).getUTCFullYear();
  const lastYear = new Date(to * 86_400_000).getUTCFullYear();
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
  const starts = years.map((year) => ({ year, at: Math.max(0, x(`${year}-01-01`)) }));
  return (
    <figure className="chart">
      <figcaption id={title}>{caption}</figcaption>
      <div className="spans" aria-hidden="true">
        <svg width="100%" height="22" aria-hidden="true" focusable="false" className="span-years">
          {starts.map(({ year, at }) => (
            <text key={year} x={percent(at)} dx="3" y="16" className="chart-year">
              {year}
            </text>
          ))}
        </svg>
        {bars.map((bar) => (
          <div key={bar.code} className="span-row">
            <p className="span-name">
              <strong>{bar.code}</strong> {bar.name}
              {bar.note !== undefined && ` – ${bar.note}`}
              {columns.needs !== undefined && bar.needs.length > 0 && (
                <span className="span-needs">
                  {' '}
                  {columns.needs}: {bar.needs.join(', ')}
                </span>
              )}
            </p>
            <svg width="100%" height="18" aria-hidden="true" focusable="false">
              {starts.map(({ year, at }) => (
                <line key={year} x1={percent(at)} x2={percent(at)} y1="0" y2="18" className="chart-grid" />
              ))}
              <rect
                x={percent(x(bar.startsOn))}
                y="2"
                width={percent(Math.max(0.5, x(bar.endsOn) - x(bar.startsOn)))}
                height="14"
                className={bar.assumed ? 'chart-bar chart-bar--assumed' : 'chart-bar'}
              />
            </svg>
          </div>
        ))}
      </div>
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
