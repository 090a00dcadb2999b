import { type RawBuilder, sql } from 'kysely';
import type { ViewerContext } from '#access';
import { ok, type Refusal, type Result } from '#kernel/result.ts';
import { alikeness, ranks, readSearch, type Search, type SearchWord } from '#kernel/search.ts';
import type { Asked, ListPage } from './input.ts';
import { cutList, type Order, orderOf, readPosition } from './order.ts';
import type { Position } from './position.ts';

type Sql = RawBuilder<unknown>;

/**
 * One key of an order: an expression over `from`, and its type. `letters` is a text that search.letters has folded
 * already (a column of the table); a `text` is folded here. Both stand in the house's one order of letters.
 */
export type SqlKey = {
  readonly by: Sql;
  readonly as: 'letters' | 'text' | 'date' | 'timestamptz' | 'numeric' | 'integer' | 'boolean';
  /** Goes down when the order goes up. */
  readonly falling?: boolean;
};

/** A list that the database reads. Every expression is over the tables of `from`. */
export type SqlList = {
  /** Names the list in its positions. */
  readonly name: string;
  /** Queries that are made once and that `from` may name: `people as materialized (…)`. */
  readonly with?: Sql;
  readonly from: Sql;
  /** What is on the list at all, besides row-level security. */
  readonly where?: Sql;
  /** A uuid that names the row and breaks ties. */
  readonly id: Sql;
  /** The columns of a row; they are read for the rows of the page only. */
  readonly row: Sql;
  readonly sorts: Readonly<Record<string, readonly SqlKey[]>>;
  /** The order when none is asked: a name of `sorts`, a dash before it turns it round. */
  readonly sort: string;
  /** A text folded by search.letters: in a large table a column, with an index of trigrams over search.plain of it. */
  readonly search?: Sql;
  /** Instead of `search`: `from` has found already, and says how near each row came. */
  readonly found?: (search: Search) => { readonly rank: Sql };
  readonly filters?: Readonly<Record<string, (values: readonly string[]) => Sql>>;
  /**
   * Of a table that only grows: rows are counted this far, and what is more is "over". Its keys are never absent, the
   * first has an index, and nothing is searched by words.
   */
  readonly countedTo?: number;
};

type Key = { readonly name: Sql; readonly as: string; readonly falling: boolean };

/**
 * One page of a list and how many rows there are in all, in one query. The page begins beside a row known by its keys
 * and its id, so a row that comes or goes meanwhile neither hides nor repeats another. Absent keys stand last.
 */
export async function pageFromSql<Row extends object>(
  context: ViewerContext,
  list: SqlList,
  asked: Asked,
): Promise<Result<ListPage<Row>, Refusal<'invalid-cursor'>>> {
  const search = list.search || list.found ? readSearch(asked.search) : undefined;
  const order = orderOf(list, asked, search !== undefined);
  const sorted = list.sorts[order.name]!;
  const keys: Key[] = [
    ...(order.byRank === 'full' ? [{ name: sql`list_rank`, as: 'integer', falling: false } as const] : []),
    ...(order.byRank === 'alike'
      ? [{ name: sql`(list_rank = ${sql.lit(ranks.alike)})`, as: 'boolean', falling: false } as const]
      : []),
    ...sorted.map((key, index) => ({
      name: sql.ref(`list_key_${index}`),
      as: key.as === 'letters' ? 'text' : key.as,
      falling: (key.falling ?? false) !== order.falling,
    })),
  ];
  const position = readPosition(order, asked, keys.length);
  if (!position.ok) return position;
  const at = position.value;
  const back = at?.back === true;
  const beyond = at === undefined ? sql`true` : beside(keys, at, 0);
  const ordered = sql.join([
    ...keys.map(({ name, falling }) =>
      back
        ? sql`${name} ${falling ? sql`asc` : sql`desc`} nulls first`
        : sql`${name} ${falling ? sql`desc` : sql`asc`} nulls last`,
    ),
    back ? sql`list_id desc` : sql`list_id asc`,
  ]);
  if (search) await bearLikeness(context);
  if (list.countedTo !== undefined)
    return ok(await countedPage<Row>(context, list, { asked, order, keys, at, to: list.countedTo }));

  const { rows } = await sql<Row & Found>`
    with ${list.with === undefined ? sql`` : sql`${list.with},`} hits as materialized (
      select ${list.id} as list_id, ${nearness(list, search)} as list_rank,
        ${sql.join(sorted.map(({ by, as }, index) => sql`${typed(by, as)} as ${sql.ref(`list_key_${index}`)}`))}
        from ${list.from} where ${hitsOf(list, asked, search)}
    ), counted as (
      select count(*) as list_total, count(*) filter (where list_rank = ${sql.lit(ranks.alike)}) as list_alike,
        count(*) filter (where ${beyond}) as list_beyond from hits
    ), page as (
      select hits.*, array[${sql.join(keys.map(({ name }) => sql`(${name})::text`))}] as list_keys,
        row_number() over (order by ${ordered}) as list_at
        from hits where ${beyond} order by ${ordered} limit ${asked.limit + 1}
    )
    select counted.*, page.list_id, page.list_keys, shown.*
      from counted left join page on true
      left join lateral (select ${list.row} from ${list.from} where ${list.id} = page.list_id) shown on true
     order by page.list_at`.execute(context.db);
  const { list_total: total, list_alike: alike, list_beyond: ahead } = rows[0]!;
  const placed = rows.flatMap(({ list_total, list_alike, list_beyond, list_id, list_keys, ...row }) =>
    list_id === null ? [] : [{ row: row as unknown as Row, id: list_id, keys: list_keys }],
  );
  return ok(cutList(placed, { order, at, limit: asked.limit, total, alike, beyond: ahead }));
}

/** A page of a table that grows for ever: no more of it is read than the page and what is counted. */
async function countedPage<Row extends object>(
  context: ViewerContext,
  list: SqlList,
  {
    asked,
    order,
    keys,
    at,
    to,
  }: {
    readonly asked: Asked;
    readonly order: Order;
    readonly keys: readonly Key[];
    readonly at: Position | undefined;
    readonly to: number;
  },
): Promise<ListPage<Row>> {
  const back = at?.back === true;
  const [first] = keys as readonly [Key, ...Key[]];
  const down = (falling: boolean) => falling !== back;
  /** On the page's side of the position, or on the other; the bound of the first key is what an index can use. */
  const side = (ahead: boolean) =>
    at === undefined
      ? sql`${ahead}::boolean`
      : sql`${first.name} ${down(first.falling) === ahead ? sql`<=` : sql`>=`} ${at.keys[0]}::${sql.raw(first.as)}
          and ${ahead ? beside(keys, at, 0) : sql`not ${beside(keys, at, 0)}`}`;
  const ordered = sql.join([
    ...keys.map(({ name, falling }) => sql`${name} ${down(falling) ? sql`desc` : sql`asc`}`),
    back ? sql`list_id desc` : sql`list_id asc`,
  ]);
  const { rows } = await sql<Row & Found & { list_before: number }>`
    with hits as not materialized (
      select ${list.id} as list_id,
        ${sql.join(list.sorts[order.name]!.map(({ by, as }, index) => sql`${typed(by, as)} as ${sql.ref(`list_key_${index}`)}`))}
        from ${list.from} where ${hitsOf(list, asked, undefined)}
    ), counted as (
      select (select count(*) from (select from hits limit ${to + 1}) few) as list_total,
        (select count(*) from (select from hits where ${side(back)} limit ${to + 1}) few) as list_before
    ), page as (
      select hits.*, array[${sql.join(keys.map(({ name }) => sql`(${name})::text`))}] as list_keys
        from hits where ${side(true)} order by ${ordered} limit ${asked.limit + 1}
    )
    select counted.*, page.list_id, page.list_keys, shown.*
      from counted left join page on true
      left join lateral (select ${list.row} from ${list.from} where ${list.id} = page.list_id) shown on true
     order by ${ordered}`.execute(context.db);
  const { list_total: total, list_before: before } = rows[0]!;
  const placed = rows.flatMap(({ list_total, list_before, list_id, list_keys, ...row }) =>
    list_id === null ? [] : [{ row: row as unknown as Row, id: list_id, keys: list_keys }],
  );
  return cutList(placed, {
    order,
    at,
    limit: asked.limit,
    total,
    alike: 0,
    beyond: 0,
    counted: { to, before },
  });
}

/** What all rows that fit the search and the filters fulfil, for sums beside the list: a condition over `from`. */
export async function hitsFromSql(context: ViewerContext, list: SqlList, asked: Asked): Promise<Sql> {
  const search = list.search ? readSearch(asked.search) : undefined;
  if (search) await bearLikeness(context);
  return hitsOf(list, asked, search);
}

function hitsOf(list: SqlList, asked: Asked, search: Search | undefined): Sql {
  const wanted = [
    list.where ?? sql`true`,
    ...Object.entries(asked.filters).flatMap(([name, values]) =>
      values.length > 0 && list.filters?.[name] ? [list.filters[name](values)] : [],
    ),
    ...(search && list.search ? search.words.map((word) => finds(word, list.search!)) : []),
  ];
  return sql.join(wanted, sql` and `);
}

type Found = {
  list_total: number;
  list_alike: number;
  list_beyond: number;
  list_id: string | null;
  list_keys: (string | null)[];
};

/** A text in the house's one order of letters, for \`order by\`: a column by its name, or an expression. */
export function inOrder(text: string | Sql): RawBuilder<string> {
  return sql<string>`search.ordered(search.letters(${typeof text === 'string' ? sql.ref(text) : text})) collate "C"`;
}

/** A text that is kept in languages: in the viewer's, else in the first that it has. So it is read, and so it is ordered. */
export const inViewersLanguage = ({ viewer }: ViewerContext, texts: Sql): Sql =>
  sql`coalesce(nullif(${texts} ->> ${viewer.language}::text, ''), ${texts} ->> 'fi', ${texts} ->> 'sv', ${texts} ->> 'en')`;

function typed(by: Sql, as: SqlKey['as']): Sql {
  if (as === 'letters') return sql`search.ordered(${by}) collate "C"`;
  if (as === 'text') return inOrder(by);
  return sql`(${by})::${sql.raw(as)}`;
}

/** Does a row stand beyond the position: after it, or before it when the list is read backwards? */
function beside(keys: readonly Key[], at: Position, index: number): Sql {
  const back = at.back === true;
  const key = keys[index];
  if (key === undefined) return back ? sql`list_id < ${at.id}::uuid` : sql`list_id > ${at.id}::uuid`;
  const { name, as, falling } = key;
  const given = at.keys[index] ?? null;
  const further = beside(keys, at, index + 1);
  if (given === null)
    return back ? sql`(${name} is not null or ${further})` : sql`(${name} is null and ${further})`;
  const value = sql`${given}::${sql.raw(as)}`;
  const past = falling !== back ? sql`${name} < ${value}` : sql`${name} > ${value}`;
  return sql`(${back ? past : sql`(${past} or ${name} is null)`} or (${name} = ${value} and ${further}))`;
}

/** Is the word in the text, in any of the ways that the search knows? */
function finds(word: SearchWord, folded: Sql): Sql {
  const plain = sql`search.plain(${folded})`;
  const found = sql`${plain} ~ ${`${word.inside}|${word.inflected}`}`;
  const ways = [
    found,
    ...(word.slip === undefined ? [] : [sql`${plain} ~ ${word.slip}`]),
    ...(word.alike === undefined ? [] : [isAlike(word.alike, plain)]),
  ];
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** The index of trigrams tells which texts may hold a word like it; each of their words is then compared. */
function isAlike(word: string, plain: Sql): Sql {
  return sql`(${plain} %>> ${word}::text and exists (select from unnest(string_to_array(${plain}, ' ')) as w (word)
    where similarity(w.word, ${word}) >= ${alikeness}::real))`;
}

function nearness(list: SqlList, search: Search | undefined): Sql {
  if (search && list.found) return list.found(search).rank;
  return search && list.search ? rank(search, list.search) : sql`0`;
}

function bearLikeness(context: ViewerContext): Promise<unknown> {
  return sql`select set_config('pg_trgm.strict_word_similarity_threshold', ${String(alikeness - 0.001)}, true)`.execute(
    context.db,
  );
}

/** How near a row comes to the search: the rank of its farthest word (`rankOf` of the kernel). */
function rank(search: Search, folded: Sql): Sql {
  const plain = sql`search.plain(${folded})`;
  const ofWord = (word: SearchWord) => sql`case when ${folded} ~ ${word.exact} then ${sql.lit(ranks.exact)}
    when ${plain} ~ ${word.whole} then ${sql.lit(ranks.whole)} when ${plain} ~ ${word.begins} then ${sql.lit(ranks.begins)}
    when ${plain} ~ ${word.inflected} then ${sql.lit(ranks.inflected)} when ${plain} ~ ${word.inside} then ${sql.lit(ranks.inside)}
    else ${sql.lit(ranks.alike)} end`;
  return sql`greatest(${sql.join(search.words.map(ofWord))})`;
}
