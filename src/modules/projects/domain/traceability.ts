import { z } from 'zod';

/**
 * Every project measure ↔ at least one output ↔ at least one result ↔ the fact that is counted (requirements D2,
 * FND-09). What has nobody on one of its sides is an orphan, and stands alone with the sentence that a funder would
 * write (003:201: "toimenpiteiden yhteys esitettyihin tuotos- ja tulosindikaattoreihin ei ole selkeä").
 */
export const columns = ['measure', 'output', 'result', 'fact'] as const;
export type Column = (typeof columns)[number];

export interface TraceNode {
  readonly id: string;
  readonly column: Column;
  readonly label: string;
}

/** A line from left to right. */
export interface TraceLink {
  readonly from: string;
  readonly to: string;
}

/** Which columns a line may join. Outputs and results are both counted from a fact. */
const joins: readonly (readonly [Column, Column])[] = [
  ['measure', 'output'],
  ['output', 'result'],
  ['output', 'fact'],
  ['result', 'fact'],
];

export interface TraceGraph {
  readonly nodes: readonly TraceNode[];
  readonly links: readonly TraceLink[];
}

/** Ways in which a node can stand alone; the words are under `promises:reason.<orphan>`. */
export const orphanKinds = [
  'measure-without-output',
  'output-without-measure',
  'output-without-result',
  'result-without-output',
  'output-without-fact',
  'result-without-fact',
] as const;
export const OrphanKind = z.enum(orphanKinds);
export type OrphanKind = z.infer<typeof OrphanKind>;

export interface Orphan {
  readonly kind: OrphanKind;
  readonly node: TraceNode;
}

/** The graph without lines that join nothing, join the wrong columns, or say the same twice. */
export function tidy({ nodes, links }: TraceGraph): TraceGraph {
  const columnOf = new Map(nodes.map((node) => [node.id, node.column]));
  const seen = new Set<string>();
  return {
    nodes,
    links: links.filter(({ from, to }) => {
      const key = `${from} ${to}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return mayJoin(columnOf.get(from), columnOf.get(to));
    }),
  };
}

/** May a line go from this column to that? */
export function mayJoin(from: Column | undefined, to: Column | undefined): boolean {
  return joins.some(([left, right]) => left === from && right === to);
}

/** All that stand alone on some side, column by column in the order of the nodes. */
export function orphansOf(graph: TraceGraph): Orphan[] {
  const { nodes, links } = tidy(graph);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const has = (node: TraceNode, side: 'from' | 'to', column: Column) =>
    links.some((link) => link[side] === node.id && byId.get(link[other(side)])?.column === column);
  return columns.flatMap((column) =>
    nodes
      .filter((node) => node.column === column)
      .flatMap((node) =>
        neededBy(node)
          .filter(({ side, at }) => !has(node, side, at))
          .map(({ kind }) => ({ kind, node })),
      ),
  );
}

function other(side: 'from' | 'to'): 'from' | 'to' {
  return side === 'from' ? 'to' : 'from';
}

/** What a node must be joined to: `side` is the end of the line at which the node itself stands. */
function neededBy({ column }: TraceNode): { kind: OrphanKind; side: 'from' | 'to'; at: Column }[] {
  if (column === 'measure') return [{ kind: 'measure-without-output', side: 'from', at: 'output' }];
  if (column === 'output')
    return [
      { kind: 'output-without-measure', side: 'to', at: 'measure' },
      { kind: 'output-without-result', side: 'from', at: 'result' },
      { kind: 'output-without-fact', side: 'from', at: 'fact' },
    ];
  if (column === 'result')
    return [
      { kind: 'result-without-output', side: 'to', at: 'output' },
      { kind: 'result-without-fact', side: 'from', at: 'fact' },
    ];
  return [];
}

/** One row of the matrix: the node and, for each column to its right, the nodes that it is joined to. */
export interface MatrixRow {
  readonly node: TraceNode;
  readonly joined: Readonly<Partial<Record<Column, readonly TraceNode[]>>>;
  readonly orphan: readonly OrphanKind[];
}

/** The graph as a table: every measure, output and result, with what it leads to. The twin of the picture. */
export function matrixOf(graph: TraceGraph): MatrixRow[] {
  const { nodes, links } = tidy(graph);
  const orphans = orphansOf(graph);
  return columns
    .filter((column) => column !== 'fact')
    .flatMap((column) => nodes.filter((node) => node.column === column))
    .map((node) => {
      const reached = nodes.filter(({ id }) => links.some((link) => link.from === node.id && link.to === id));
      return {
        node,
        joined: Object.fromEntries(
          joins
            .filter(([left]) => left === node.column)
            .map(([, right]) => [right, reached.filter((row) => row.column === right)]),
        ),
        orphan: orphans.filter((orphan) => orphan.node.id === node.id).map(({ kind }) => kind),
      };
    });
}

/** What a node leads to, itself among them, however far. */
export function reachedFrom({ nodes, links }: TraceGraph, start: string): TraceNode[] {
  const reached = new Set([start]);
  for (const id of reached) for (const link of links) if (link.from === id) reached.add(link.to);
  return nodes.filter((node) => reached.has(node.id));
}
