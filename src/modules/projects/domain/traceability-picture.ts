import {
  type Column,
  columns,
  type OrphanKind,
  orphansOf,
  type TraceGraph,
  type TraceLink,
  type TraceNode,
  tidy,
} from './traceability.ts';

/** A box of the picture; `lines` is its label broken to fit. */
export interface Box {
  readonly node: TraceNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** On which sides it stands alone; each has its own line under the label. */
  readonly orphan: readonly OrphanKind[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly heads: readonly { readonly column: Column; readonly x: number; readonly width: number }[];
  readonly boxes: readonly Box[];
  readonly lines: readonly (TraceLink & { readonly path: string })[];
}

const boxWidth = 220;
const gutter = 56;
const lineHeight = 19;
const padding = 10;
const between = 14;
const top = 36;
/** Letters that fit on a line of a box at 15 px; narrow letters leave a little room. */
const letters = 22;

/**
 * Four columns with lines between, in pixels of its own (scaled by the page). Nodes of a column stand at the mean
 * height of what leads to them, so that lines cross little; orphans stand last in their column.
 */
export function pictureOf(graph: TraceGraph): Picture {
  const { nodes, links } = tidy(graph);
  const orphans = Map.groupBy(orphansOf(graph), ({ node }) => node.id);
  const boxes = new Map<string, Box>();
  let height = 0;
  for (const [at, column] of columns.entries()) {
    const heightOf = (node: TraceNode) => {
      const heights = links
        .filter(({ to }) => to === node.id)
        .flatMap(({ from }) => boxes.get(from)?.y ?? []);
      return heights.length === 0
        ? Number.POSITIVE_INFINITY
        : heights.reduce((a, b) => a + b) / heights.length;
    };
    const inOrder = nodes
      .filter((node) => node.column === column)
      .map((node, order) => ({
        node,
        order,
        mean: heightOf(node),
        alone: (orphans.get(node.id) ?? []).map(({ kind }) => kind),
      }))
      .toSorted(
        (a, b) =>
          Number(a.alone.length > 0) - Number(b.alone.length > 0) ||
          compare(a.mean, b.mean) ||
          a.order - b.order,
      );
    let y = top;
    for (const { node, alone } of inOrder) {
      const lines = wrap(node.label, letters);
      const box = {
        node,
        x: at * (boxWidth + gutter),
        y,
        width: boxWidth,
        height: (lines.length + alone.length) * lineHeight + 2 * padding,
        lines,
        orphan: alone,
      };
      boxes.set(node.id, box);
      y += box.height + between;
    }
    height = Math.max(height, y);
  }
  return {
    width: columns.length * (boxWidth + gutter) - gutter,
    height,
    heads: columns.map((column, at) => ({ column, x: at * (boxWidth + gutter), width: boxWidth })),
    boxes: [...boxes.values()],
    lines: links.map((link) => ({ ...link, path: pathBetween(boxes.get(link.from)!, boxes.get(link.to)!) })),
  };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function pathBetween(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const bend = Math.min(gutter, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/**
 * Breaks a text at spaces and after hyphens; a word longer than the line is cut with a hyphen. At most so many lines, the
 * last then ends in "…".
 */
export function wrap(text: string, width: number, most = 4): string[] {
  const lines: string[] = [''];
  for (const word of text.trim().split(/\s+/)) {
    for (const [at, piece] of piecesOf(word, width).entries()) {
      const line = lines.at(-1)!;
      const joined = line === '' || at > 0 ? line + piece : `${line} ${piece}`;
      if (line === '' || joined.length <= width) lines[lines.length - 1] = joined;
      else lines.push(piece);
    }
  }
  if (lines.length <= most) return lines;
  const last = lines[most - 1]!;
  return [...lines.slice(0, most - 1), `${last.slice(0, width - 1)}…`];
}

/** Parts of a word that may stand on lines of their own, none longer than the line. */
function piecesOf(word: string, width: number): string[] {
  return word.split(/(?<=-)(?=.)/u).flatMap((part) => {
    const pieces: string[] = [];
    let rest = part;
    while (rest.length > width) {
      pieces.push(`${rest.slice(0, width - 1)}-`);
      rest = rest.slice(width - 1);
    }
    return [...pieces, rest];
  });
}
