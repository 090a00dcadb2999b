/** A small picture beside a number in a table: where from, by what plan, where now, where to. The table has the numbers. */
export function SmallLine({
  planned,
  actual,
  target,
}: {
  readonly planned: readonly (number | undefined)[];
  readonly actual: readonly (number | undefined)[];
  readonly target: number | undefined;
}) {
  const known = [...planned, ...actual, target].filter((value) => value !== undefined);
  if (known.length < 2) return null;
  const least = Math.min(...known);
  const most = Math.max(...known);
  const places = Math.max(planned.length, actual.length, 2);
  const x = (at: number) => 4 + (at / (places - 1)) * 112;
  const y = (value: number) => 26 - ((value - least) / Math.max(1e-9, most - least)) * 22;
  const points = (values: readonly (number | undefined)[]) =>
    values.flatMap((value, at) =>
      value === undefined ? [] : [`${x(at).toFixed(1)},${y(value).toFixed(1)}`],
    );
  const now = points(actual);
  const last = now.at(-1)?.split(',');
  return (
    <svg
      className="small-line"
      viewBox="0 0 120 30"
      width="120"
      height="30"
      aria-hidden="true"
      focusable="false"
    >
      {target !== undefined && (
        <line x1="4" x2="116" y1={y(target)} y2={y(target)} className="small-line-target" />
      )}
      <polyline points={points(planned).join(' ')} className="small-line-planned" fill="none" />
      <polyline points={now.join(' ')} className="small-line-actual" fill="none" />
      {last !== undefined && <circle cx={last[0]} cy={last[1]} r="3" className="small-line-now" />}
    </svg>
  );
}
