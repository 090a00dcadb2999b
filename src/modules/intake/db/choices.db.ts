import type { ViewerContext } from '#access';
import type { Choice } from '../domain/choices.ts';

/** The readings that people chose for the numbers of a document, with who and when. */
export async function choicesOf(context: ViewerContext, documentId: string): Promise<Choice[]> {
  const rows = await context.db
    .selectFrom('intake.choice as c')
    .leftJoin('access.account as a', 'a.id', 'c.chosen_by')
    .select(['c.line', 'c.path', 'c.value', 'c.chosen_at', 'a.name'])
    .where('c.document_id', '=', documentId)
    .orderBy('c.line')
    .orderBy('c.path')
    .execute();
  return rows.map(({ line, path, value, chosen_at, name }) => ({
    line,
    path,
    value: Number(value),
    by: name ?? undefined,
    at: chosen_at,
  }));
}

/** Keeps a chosen reading; chosen again, the later one holds. */
export async function saveChoice(
  context: ViewerContext,
  documentId: string,
  choice: Choice & { readonly raw: string },
): Promise<void> {
  const said = {
    raw: choice.raw,
    value: String(choice.value),
    chosen_at: context.now.toISOString(),
    chosen_by: context.viewer.accountId ?? null,
  };
  await context.db
    .insertInto('intake.choice')
    .values({ document_id: documentId, line: choice.line, path: choice.path, ...said })
    .onConflict((on) => on.columns(['document_id', 'line', 'path']).doUpdateSet(said))
    .execute();
}
