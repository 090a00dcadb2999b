import type { Handle } from '#access';
import type { ProgrammeContent } from '../domain/content.ts';
import { partsOf } from '../domain/identity.ts';

/** The programme as its secretary is changing it. */
export interface Working {
  content: ProgrammeContent;
  revision: number;
  /** The number of the version that it was begun from. */
  startedFrom: number;
  savedAt: string;
  /** As it was before the last change; absent when there is nothing to take back. */
  former: ProgrammeContent | undefined;
}

export async function findWorking(handle: Handle, programmeId: string): Promise<Working | undefined> {
  const row = await handle.db
    .selectFrom('programmes.working')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  return (
    row && {
      content: row.content as unknown as ProgrammeContent,
      revision: row.revision,
      startedFrom: row.started_from,
      savedAt: row.saved_at,
      former: (row.former ?? undefined) as ProgrammeContent | undefined,
    }
  );
}

/** Keeps the change and, when `from` has it, what was before. @returns false when somebody has changed it since the revision */
export async function saveWorking(
  handle: Handle,
  programmeId: string,
  content: ProgrammeContent,
  from: { revision: number; startedFrom: number; content?: ProgrammeContent | undefined },
): Promise<boolean> {
  await handle.db
    .insertInto('programmes.part')
    .values([...partsOf(content).map(({ id, kind }) => ({ id, kind, programme_id: programmeId }))])
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const values = {
    content: JSON.stringify(content),
    former: from.content === undefined ? null : JSON.stringify(from.content),
    revision: from.revision + 1,
    saved_at: handle.now.toISOString(),
    saved_by: handle.viewer.accountId ?? null,
  };
  if (from.revision === 0) {
    const made = await handle.db
      .insertInto('programmes.working')
      .values({ ...values, programme_id: programmeId, started_from: from.startedFrom })
      .onConflict((conflict) => conflict.column('programme_id').doNothing())
      .returning('revision')
      .executeTakeFirst();
    return made !== undefined;
  }
  const changed = await handle.db
    .updateTable('programmes.working')
    .set(values)
    .where('programme_id', '=', programmeId)
    .where('revision', '=', from.revision)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function dropWorking(handle: Handle, programmeId: string): Promise<void> {
  await handle.db.deleteFrom('programmes.working').where('programme_id', '=', programmeId).execute();
}
