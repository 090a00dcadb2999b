import { sql } from 'kysely';
import type { Handle } from '#access';
import { newId } from '#kernel/ids.ts';

export interface ReportState {
  form: 'pdf' | 'docx';
  name: string;
  done: number;
  size: number;
  state: 'writing' | 'ready' | 'failed';
}

/** A report that is to be written. What the viewer asked for more than a day ago goes. */
export async function insertReport(handle: Handle, form: 'pdf' | 'docx', name: string): Promise<string> {
  const id = newId();
  const { accountId } = handle.viewer;
  await sql`delete from projects.report where asked_by = ${accountId}
    and asked_at < ${handle.now.toISOString()}::timestamptz - interval '1 day'`.execute(handle.db);
  await handle.db
    .insertInto('projects.report')
    .values({ id, asked_by: accountId!, asked_at: handle.now.toISOString(), form, name })
    .execute();
  return id;
}

export async function updateReport(
  handle: Handle,
  id: string,
  state: { done: number; size: number; content?: Uint8Array | undefined; failed: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await handle.db
    .updateTable('projects.report')
    .set({
      done: state.done,
      size: state.size,
      failed: state.failed,
      ...(state.content ? { content: Buffer.from(state.content) } : {}),
    })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A report that was asked for five minutes ago and is not there will not come: its process has ended. */
export async function findReport(handle: Handle, id: string): Promise<ReportState | undefined> {
  const row = await handle.db
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
  const old = handle.now.getTime() - new Date(row.asked_at).getTime() > 300_000;
  const state = row.ready ? 'ready' : row.failed || old ? 'failed' : 'writing';
  return { form: row.form as 'pdf' | 'docx', name: row.name, done: row.done, size: row.size, state };
}

export async function readReport(handle: Handle, id: string) {
  const row = await handle.db
    .selectFrom('projects.report')
    .select(['form', 'name', 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content
    ? { form: row.form as 'pdf' | 'docx', name: row.name, content: row.content }
    : undefined;
}
