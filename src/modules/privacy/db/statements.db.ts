import type { ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';

export type StatementKind = 'privacy' | 'accessibility';

/** The newest statement of a kind, with the instant it was given; undefined when the area has not given one. */
export async function statementOf<T>(
  context: ViewerContext,
  kind: StatementKind,
): Promise<{ readonly content: T; readonly saidAt: string } | undefined> {
  const row = await context.db
    .selectFrom('privacy.statement')
    .select(['content', 'said_at as saidAt'])
    .where('kind', '=', kind)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { content: row.content as T, saidAt: row.saidAt };
}

/** Gives a statement; earlier ones stay. */
export async function addStatement(
  context: ViewerContext,
  kind: StatementKind,
  content: object,
): Promise<void> {
  await context.db
    .insertInto('privacy.statement')
    .values({ id: newId(), kind, content: JSON.stringify(content), said_at: context.now.toISOString() })
    .execute();
}
