import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRows, findRow, setRows } from '#db/table-rows.ts';
import { newId } from '#kernel/ids.ts';

export interface ReportState {
  form: 'pdf' | 'docx';
  name: string;
  done: number;
  size: number;
  state: 'writing' | 'ready' | 'failed';
}

/** A report that is to be written. What the viewer asked for more than a day ago goes. */
export async function insertReport(
  context: ViewerContext,
  form: 'pdf' | 'docx',
  name: string,
): Promise<string> {
  const id = newId();
  const { accountId } = context.viewer;
  await sql`delete from projects.report where asked_by = ${accountId}
    and asked_at < ${context.now.toISOString()}::timestamptz - interval '1 day'`.execute(context.db);
  await addRows(context.db, 'projects.report', {
    id,
    asked_by: accountId!,
    asked_at: context.now.toISOString(),
    form,
    name,
  });
  return id;
}

export async function updateReport(
  context: ViewerContext,
  id: string,
  state: { done: number; size: number; content?: Uint8Array | undefined; failed: boolean },
): Promise<boolean> {
  return setRows(context.db, 'projects.report', id, {
    done: state.done,
    size: state.size,
    failed: state.failed,
    ...(state.content ? { content: Buffer.from(state.content) } : {}),
  });
}

/** A report that was asked for five minutes ago and is not there will not come: its process has ended. */
export async function findReport(context: ViewerContext, id: string): Promise<ReportState | undefined> {
  const row = await context.db
    .selectFrom('projects.report')
    .select([
      'form',
      'name',
      'done',
      'size',
      'failed',
      'asked_at',
      sql<boolean>`content is not null`.as('ready'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const old = context.now.getTime() - new Date(row.asked_at).getTime() > 300_000;
  const state = row.ready ? 'ready' : row.failed || old ? 'failed' : 'writing';
  return { form: row.form as 'pdf' | 'docx', name: row.name, done: row.done, size: row.size, state };
}

export async function readReport(context: ViewerContext, id: string) {
  const row = await findRow(context.db, 'projects.report', id, ['form', 'name', 'content']);
  return row?.content
    ? { form: row.form as 'pdf' | 'docx', name: row.name, content: row.content }
    : undefined;
}
