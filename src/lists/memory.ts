import { orderKey } from '#kernel/letters.ts';
import { ok, type Refusal, type Result } from '#kernel/result.ts';
import { rankOf, ranks, readSearch, type Search } from '#kernel/search.ts';
import type { Asked, ListPage } from './input.ts';
import { cutList, type Order, orderOf, readPosition } from './order.ts';

/** What a row is ordered by: texts in the house's order (days and instants too), numbers by size; absent ones stand last. */
export type MemoryKey = string | number | boolean | undefined;

/** A small list that a use case has read whole. */
export type MemoryList<Row> = {
  /** Names the list in its positions. */
  readonly name: string;
  readonly id: (row: Row) => string;
  /** Each order by its name: the keys of a row, the first decides. */
  readonly sorts: Readonly<Record<string, (row: Row) => readonly MemoryKey[]>>;
  /** The order when none is asked: a name of `sorts`, a dash before it turns it round. */
  readonly sort: string;
  /** All texts by which a row is found, as people write them. */
  readonly search?: (row: Row) => readonly (string | undefined)[];
  readonly filters?: Readonly<Record<string, (row: Row, values: readonly string[]) => boolean>>;
};

/** All rows that fit the search and the filters, for sums beside the list. */
export function hitsFromRows<Row>(rows: readonly Row[], list: MemoryList<Row>, asked: Asked): Row[] {
  const search = list.search && readSearch(asked.search);
  return hitsOf(rows, list, asked, search, orderOf(list, asked, search !== undefined)).map(({ row }) => row);
}

/** One page of rows at hand, with the same rules as a list of the database. */
export function pageFromRows<Row>(
  rows: readonly Row[],
  list: MemoryList<Row>,
  asked: Asked,
): Result<ListPage<Row>, Refusal<'invalid-cursor'>> {
  const search = list.search && readSearch(asked.search);
  const order = orderOf(list, asked, search !== undefined);
  const hits = hitsOf(rows, list, asked, search, order);
  const steady = order.byRank === 'none' ? 0 : 1;
  const compare = (a: Pick<Hit<Row>, 'id' | 'sorted'>, b: Pick<Hit<Row>, 'id' | 'sorted'>) => {
    for (let at = 0; at < a.sorted.length; at += 1) {
      const difference = compareKeys(a.sorted[at], b.sorted[at], at >= steady && order.falling);
      if (difference !== 0) return difference;
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
  hits.sort(compare);

  const keys = hits[0]?.sorted.length;
  const position = readPosition(order, asked, keys);
  if (!position.ok) return position;
  const at = position.value;
  const here = at && {
    id: at.id,
    sorted: at.keys.map((key) => (key === null ? undefined : (JSON.parse(key) as MemoryKey))),
  };
  const back = at?.back === true;
  const beyond =
    here === undefined
      ? hits
      : hits.filter((hit) => (back ? compare(hit, here) < 0 : compare(hit, here) > 0));
  if (back) beyond.reverse();
  return ok(
    cutList(
      beyond.slice(0, asked.limit + 1).map(({ row, id, sorted }) => ({
        row,
        id,
        keys: sorted.map((key) => (key === undefined ? null : JSON.stringify(key))),
      })),
      {
        order,
        at,
        limit: asked.limit,
        total: hits.length,
        alike: hits.filter(({ alike }) => alike).length,
        beyond: beyond.length,
      },
    ),
  );
}

function hitsOf<Row>(
  rows: readonly Row[],
  list: MemoryList<Row>,
  asked: Asked,
  search: Search | undefined,
  order: Order,
): Hit<Row>[] {
  const keysOf = list.sorts[order.name]!;
  const filters = Object.entries(asked.filters).filter(
    ([name, values]) => values.length > 0 && list.filters?.[name],
  );
  const hits: Hit<Row>[] = [];
  for (const row of rows) {
    if (!filters.every(([name, values]) => list.filters![name]!(row, values))) continue;
    const rank = search ? rankOf(search, list.search!(row).filter(Boolean).join(' ')) : 0;
    if (rank === undefined) continue;
    const first = order.byRank === 'none' ? [] : [order.byRank === 'full' ? rank : rank === ranks.alike];
    const own = keysOf(row).map((key) => (typeof key === 'string' ? orderKey(key) : key));
    hits.push({
      row,
      id: list.id(row),
      alike: search !== undefined && rank === ranks.alike,
      sorted: [...first, ...own],
    });
  }
  return hits;
}

type Hit<Row> = {
  readonly row: Row;
  readonly id: string;
  readonly alike: boolean;
  readonly sorted: readonly MemoryKey[];
};

function compareKeys(a: MemoryKey, b: MemoryKey, falling: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const difference = a < b ? -1 : a > b ? 1 : 0;
  return falling ? -difference : difference;
}
