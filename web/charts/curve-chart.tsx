import { useId } from 'react';
import { useFormat, useT } from '../i18n/use.ts';

export type Curve = {
  readonly key: string;
  readonly label: string;
  /** One for each place of the axis; a hidden or unknown one leaves a gap. */
  readonly values: readonly (number | 'hidden' | 'unknown')[];
};

export type CurveChartProps = {
  readonly caption: string;
  /** What the places of the axis are (a column's name), and their names in order. */
  readonly placeName: string;
  readonly places: readonly string[];
  readonly curves: readonly Curve[];
  readonly source: string;
  /** The word of a point that is not told; it may be a large one, hidden for its neighbours' sake. */
  readonly hidden: string;
};

const dashes = ['', '8 4', '2 4', '12 4 2 4'];

/**
 * Curves over time, drawn on the server; told apart by dashes and by their names, and the same numbers as a table. Only
 * the lines are stretched to the window: the words stay as large as those around them.
 */
export function CurveChart({ caption, placeName, places, curves, source, hidden }: CurveChartProps) {
  const t = useT('common');
  const format = useFormat();
  const title = useId();
  const numbers = curves.flatMap(({ values }) => values.filter((value) => typeof value === 'number'));
  const most = roundUp(Math.max(5, ...numbers));
  const x = (at: number) => (places.length < 2 ? 50 : (at / (places.length - 1)) * 100);
  const y = (value: number) => (1 - value / most) * 100;
  const words = (value: Curve['values'][number]) =>
    typeof value === 'number' ? format.number(value) : value === 'hidden' ? hidden : t('value.unknown');
  const every = Math.ceil(places.length / 6);
  return (
    <figure className="chart">
      <figcaption id={title}>{caption}</figcaption>
      {curves.length > 1 && (
        <ul className="curve-names" aria-hidden="true">
          {curves.map((curve, number) => (
            <li key={curve.key} className={`chart-curve chart-curve--${number % dashes.length}`}>
              <svg width="36" height="12" aria-hidden="true" focusable="false">
                <line x1="0" x2="36" y1="6" y2="6" strokeDasharray={dashes[number % dashes.length]} />
              </svg>
              <span className="curve-name">{curve.label}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="curves" aria-hidden="true">
        <ul className="curve-scale">
          {[most, most / 2, 0].map((line) => (
            <li key={line}>{format.number(line)}</li>
          ))}
        </ul>
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
          className="curve-plot"
        >
          {[0, 50, 100].map((line) => (
            <line key={line} x1="0" x2="100" y1={line} y2={line} className="chart-grid" />
          ))}
          {curves.map((curve, number) => (
            <g key={curve.key} className={`chart-curve chart-curve--${number % dashes.length}`}>
              <path d={pathOf(curve.values, x, y, true)} className="chart-gap" fill="none" />
              <path
                d={pathOf(curve.values, x, y, false)}
                strokeDasharray={dashes[number % dashes.length]}
                fill="none"
              />
              {curve.values.map(
                (value, at) =>
                  typeof value === 'number' && (
                    <path
                      key={places[at]}
                      d={`M${x(at).toFixed(2)} ${y(value).toFixed(2)}h0`}
                      className="chart-point"
                    />
                  ),
              )}
            </g>
          ))}
        </svg>
        <ul className={places.length < 2 ? 'curve-places curve-places--one' : 'curve-places'}>
          {places.map((place, at) => (
            <li key={place}>{at % every === 0 && <span>{place}</span>}</li>
          ))}
        </ul>
      </div>
      <p className="source">{source}</p>
      <details className="details">
        <summary>
          {t('table')}
          <span className="hidden">: {caption}</span>
        </summary>
        <div className="table-place">
          <table className="table" aria-labelledby={title}>
            <thead>
              <tr>
                <th scope="col">{placeName}</th>
                {curves.map((curve) => (
                  <th key={curve.key} scope="col" className="number">
                    {curve.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {places.map((place, at) => (
                <tr key={place}>
                  <th scope="row">
                    <span className="cell-name" aria-hidden="true">
                      {placeName}
                    </span>
                    <span className="cell-value">{place}</span>
                  </th>
                  {curves.map((curve) => (
                    <td key={curve.key} className="number">
                      <span className="cell-name" aria-hidden="true">
                        {curve.label}
                      </span>
                      <span className="cell-value">{words(curve.values[at] ?? 'unknown')}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** Up to the next 10, or 100 for larger: the axis has round numbers. */
function roundUp(value: number): number {
  const step = value > 200 ? 100 : 10;
  return Math.ceil(value / step) * step;
}

/** A line through the points that are told: over the gaps too, or broken at them. */
function pathOf(
  values: Curve['values'],
  x: (at: number) => number,
  y: (value: number) => number,
  overGaps: boolean,
): string {
  let path = '';
  for (const [at, value] of values.entries()) {
    if (typeof value !== 'number') continue;
    const goesOn = path !== '' && (overGaps || typeof values[at - 1] === 'number');
    path += `${goesOn ? 'L' : 'M'}${x(at).toFixed(2)} ${y(value).toFixed(2)}`;
  }
  return path;
}
