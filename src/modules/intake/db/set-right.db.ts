import type { ViewerContext } from '#access';
import type { SetRight } from '../domain/set-right.ts';

/** What people said of the places of a document, in the order in which they said it, with who and when. */
export async function rightOf(context: ViewerContext, documentId: string): Promise<SetRight[]> {
  const rows = await context.db
    .selectFrom('intake.set_right as r')
    .leftJoin('access.account as a', 'a.id', 'r.said_by')
    .select(['r.line', 'r.path', 'r.act', 'r.words', 'r.was', 'r.said_at', 'a.name'])
    .where('r.document_id', '=', documentId)
    .orderBy('r.said_at')
    .orderBy('r.line')
    .orderBy('r.path')
    .execute();
  return rows.map(({ line, path, act, words, was, said_at, name }) => ({
    line,
    path,
    act: act as SetRight['act'],
    words: words ?? undefined,
    was: was ?? undefined,
    by: name ?? undefined,
    at: said_at,
  }));
}

/** Keeps what is said of a place; said again, the later holds, and what the reader had read stays. */
export async function saveRight(context: ViewerContext, documentId: string, said: SetRight): Promise<void> {
  const { line, path, act, words, was } = said;
  const now = {
    act,
    words: act === 'is' ? (words ?? '') : null,
    said_at: context.now.toISOString(),
    said_by: context.viewer.accountId ?? null,
  };
  await context.db
    .insertInto('intake.set_right')
    .values({ document_id: documentId, line, path, was: was?.slice(0, 20_000) ?? null, ...now })
    .onConflict((on) => on.columns(['document_id', 'line', 'path']).doUpdateSet(now))
    .execute();
}

/** Takes back what was said of a place; false when nothing was. */
export async function forgetRight(
  context: ViewerContext,
  documentId: string,
  { line, path }: Pick<SetRight, 'line' | 'path'>,
): Promise<boolean> {
  const { numDeletedRows } = await context.db
    .deleteFrom('intake.set_right')
    .where('document_id', '=', documentId)
    .where('line', '=', line)
    .where('path', '=', path)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
