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

const width = 520;
const height = 280;
const left = 34;
const right = 185;
const top = 10;
const bottom = 34;
const dashes = ['', '8 4', '2 4', '12 4 2 4'];

/** Curves over time, drawn on the server; told apart by dashes and by their names, and the same numbers as a table. */
export function CurveChart({ caption, placeName, places, curves, source, hidden }: CurveChartProps) {
  const t = useT('common');
  const format = useFormat();
  const title = useId();
  const numbers = curves.flatMap(({ values }) => values.filter((value) => typeof value === 'number'));
  const most = roundUp(Math.max(5, ...numbers));
  const x = (at: number) =>
    left + (places.length < 2 ? 0 : (at / (places.length - 1)) * (width - left - right));
  const y = (value: number) => top + (1 - value / most) * (height - top - bottom);
  const words = (value: Curve['values'][number]) =>
    typeof value === 'number' ? format.number(value) : value === 'hidden' ? hidden : t('value.unknown');
  const labels = spread(
    curves
      .map(({ values }) => values.findLast((value) => typeof value === 'number'))
      .map((value) => y(value ?? 0)),
  );
  const every = Math.ceil(places.length / 6);
  return (
    <figure className="chart">
      <figcaption id={title}>{caption}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {[0, most / 2, most].map((line) => (
          <g key={line}>
            <line x1={left} x2={width - right} y1={y(line)} y2={y(line)} className="chart-grid" />
            <text x={left - 8} y={y(line)} className="chart-label">
              {format.number(line)}
            </text>
          </g>
        ))}
        {places.map(
          (place, at) =>
            at % every === 0 && (
              <text key={place} x={x(at)} y={height - 12} className="chart-place">
                {place}
              </text>
            ),
        )}
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
                typeof value === 'number' && <circle key={places[at]} cx={x(at)} cy={y(value)} r={3} />,
            )}
            <text x={width - right + 10} y={labels[number]} className="chart-value">
              {curve.label}
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

/** Names at the ends of the curves, apart enough to be read. */
function spread(wanted: readonly number[]): number[] {
  const gap = 20;
  const given = wanted.map((place, at) => ({ at, place })).sort((a, b) => b.place - a.place);
  let below = height - bottom + gap;
  const places: number[] = [];
  for (const { at, place } of given) {
    below = Math.min(place, below - gap);
    places[at] = below;
  }
  return places;
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
    path += `${goesOn ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
  }
  return path;
}
