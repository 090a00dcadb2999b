import { z } from 'zod';
import { longestSearch } from '#kernel/typed-text.ts';

/** Rows of a page on the screen. */
export const rowsOfPage = 20;
/** Rows of a page at the most: a file or a print is read in pages of this size. */
export const mostRowsOfPage = 500;

/**
 * The input of every use case that lists: what is searched, what it is narrowed to, in which order, from where, how
 * many. `sorts` are the names of the orders, each of which also goes the other way (`-name`).
 */
export function listInput<
  const Sort extends string,
  Filters extends Readonly<Record<string, z.ZodType<string, string>>> = Record<never, never>,
>({ sorts, filters }: { readonly sorts: readonly Sort[]; readonly filters?: Filters }) {
  const orders = sorts.flatMap((sort) => [sort, `-${sort}`] as const) as (Sort | `-${Sort}`)[];
  const shape = Object.fromEntries(
    Object.entries(filters ?? {}).map(([name, value]) => [name, z.array(value).max(50).default([])]),
  ) as unknown as { readonly [K in keyof Filters]: z.ZodDefault<z.ZodArray<Filters[K]>> };
  return z.object({
    search: z.string().trim().max(longestSearch).default(''),
    filters: z.object(shape).prefault({} as never),
    sort: z.enum(orders as [Sort | `-${Sort}`, ...(Sort | `-${Sort}`)[]]).optional(),
    after: z.string().max(4_000).optional(),
    limit: z.int().min(1).max(mostRowsOfPage).default(rowsOfPage),
  });
}

/** What was asked of a list, as its use case has it. */
export type Asked = {
  readonly search: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** One page of a list. */
export type ListPage<Row> = {
  readonly rows: readonly Row[];
  /** Rows that fit the search and the filters. */
  readonly total: number;
  /** There are more than `total`: they were counted no further. */
  readonly over?: boolean | undefined;
  /** The page stands beyond what was counted, so that `first` says only that. */
  readonly uncounted?: boolean | undefined;
  /** Of them those that only look like what was searched; they stand last. */
  readonly alike: number;
  /** The number of the first row shown among all, from one. */
  readonly first: number;
  /** Where the next and the previous page begin; absent when there is none. */
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
};
