import type { Refusal, Result } from '#kernel/result.ts';
import type { ListPage } from '#lists';

const rowsAtOnce = 500;

/**
 * All rows of what a use case lists, page by page: nothing is cut, and each stands once whatever comes or goes
 * meanwhile. What stands beside the rows (counts, rights) is that of the first page.
 */
export async function wholeList<Found extends ListPage<unknown>>(
  ask: (page: {
    readonly limit: number;
    readonly after: string | undefined;
  }) => Promise<Result<Found, Refusal>>,
): Promise<Result<Found, Refusal>> {
  const first = await ask({ limit: rowsAtOnce, after: undefined });
  if (!first.ok) return first;
  const rows = [...first.value.rows];
  for (let after = first.value.next; after !== undefined; ) {
    const page = await ask({ limit: rowsAtOnce, after });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    after = page.value.next;
  }
  const read = first.value.over === true ? { total: rows.length, over: false } : {};
  return {
    ok: true,
    value: { ...first.value, ...read, rows, first: 1, next: undefined, previous: undefined },
  };
}
