import type { BoardRow } from '#programmes';

type Cell = BoardRow['goals'][number]['cells'][number];
type Counts = Extract<Cell, { readonly kind: 'told' }>['counts'];

/**
 * How many measures stood where by half-year, when every goal that reports has told: a half-year for which a report is still to
 * come, or never came, is `undefined`, because its sums would fall without anything having changed.
 */
export function statesTold(
  rows: readonly BoardRow[],
  periods: readonly { readonly period: string }[],
): {
  readonly told: readonly (readonly Counts[] | undefined)[];
  readonly waits: readonly { period: string; reports: number }[];
} {
  const waits: { period: string; reports: number }[] = [];
  const told = periods.map(({ period }, at) => {
    const cells = rows.flatMap(({ goals }) => goals.flatMap((goal) => goal.cells[at] ?? []));
    const counts = cells.flatMap((cell) => (cell.kind === 'told' ? [cell.counts] : []));
    const reports = cells.filter(({ kind }) => kind !== 'told' && kind !== 'none').length;
    if (reports > 0 && counts.length > 0) waits.push({ period, reports });
    return counts.length === 0 || reports > 0 ? undefined : counts;
  });
  return { told, waits };
}
