import { ok, type Refusal, type Result } from '#kernel/result.ts';
import type { Asked, ListPage } from './input.ts';
import { openPosition, type Position, sealPosition } from './position.ts';

/** In which order a list is read. What is searched stands nearest first, until somebody asks for another order. */
export type Order = {
  readonly list: string;
  readonly name: string;
  readonly falling: boolean;
  /** `full`: by closeness, then by the order; `alike`: likenesses last; `none`: nothing is searched. */
  readonly byRank: 'full' | 'alike' | 'none';
  /** The order as a position knows it. */
  readonly sort: string;
};

export function orderOf(
  list: { readonly name: string; readonly sort: string; readonly sorts: Readonly<Record<string, unknown>> },
  asked: Asked,
  searching: boolean,
): Order {
  const known = asked.sort !== undefined && asked.sort.replace(/^-/, '') in list.sorts;
  const sort = known ? asked.sort! : list.sort;
  const byRank = searching ? (known ? 'alike' : 'full') : 'none';
  return {
    list: list.name,
    name: sort.replace(/^-/, ''),
    falling: sort.startsWith('-'),
    byRank,
    sort: `${byRank} ${sort}`,
  };
}

/** The position that was asked for, if any. */
export function readPosition(
  order: Order,
  asked: Asked,
  keys: number | undefined,
): Result<Position | undefined, Refusal<'invalid-cursor'>> {
  if (asked.after === undefined) return ok(undefined);
  const position = openPosition(asked.after, order.list, order.sort);
  if (position.ok && (keys === undefined || position.value.keys.length === keys)) return position;
  return { ok: false, error: { code: 'invalid-cursor', field: 'after' } };
}

/** A row with its place among the others. */
export type Placed<Row> = {
  readonly row: Row;
  readonly id: string;
  readonly keys: readonly (string | null)[];
};

/**
 * Makes the page of rows that were read one too many, in the direction of reading.
 * @param beyond how many rows there are in the direction of reading
 */
export function cutList<Row>(
  read: readonly Placed<Row>[],
  of: {
    readonly order: Order;
    readonly at: Position | undefined;
    readonly limit: number;
    readonly total: number;
    readonly alike: number;
    readonly beyond: number;
    /** Of a list that is counted to a limit only: how many rows stand before the page, the limit at the most. */
    readonly counted?: { readonly to: number; readonly before: number } | undefined;
  },
): ListPage<Row> {
  const back = of.at?.back === true;
  const more = read.length > of.limit;
  const shown = read.slice(0, of.limit);
  if (back) shown.reverse();
  const place = (placed: Placed<Row> | undefined, reversed: boolean) =>
    placed &&
    sealPosition({
      list: of.order.list,
      sort: of.order.sort,
      keys: placed.keys,
      id: placed.id,
      ...(reversed ? { back: true } : {}),
    });
  const { counted } = of;
  return {
    rows: shown.map(({ row }) => row),
    total: counted === undefined ? of.total : Math.min(of.total, counted.to),
    alike: of.alike,
    ...(counted !== undefined && of.total > counted.to
      ? { over: true, uncounted: counted.before > counted.to }
      : {}),
    first:
      counted === undefined
        ? (back ? of.beyond - shown.length : of.total - of.beyond) + 1
        : (back ? Math.max(0, counted.before - shown.length) : counted.before) + 1,
    next: back || more ? place(shown.at(-1), false) : undefined,
    previous: back ? (more ? place(shown[0], true) : undefined) : of.at && place(shown[0], true),
  };
}
