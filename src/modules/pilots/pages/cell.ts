import type { Cell } from '#kernel/small-numbers.ts';
import type { FigureValue } from '#web/ui/index.ts';

/** A cell as the figures of the façade take it. */
export function valueOfCell(cell: Cell): FigureValue {
  return cell.kind === 'number' ? cell.value : cell.kind;
}
