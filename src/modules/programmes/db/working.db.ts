import type { ViewerContext } from '#access';
import { dropRows, findRow } from '#db/table-rows.ts';
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

export async function findWorking(context: ViewerContext, programmeId: string): Promise<Working | undefined> {
  const row = await findRow(context.db, 'programmes.working', { programme_id: programmeId }, 'all');
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
  context: ViewerContext,
  programmeId: string,
  content: ProgrammeContent,
  from: { revision: number; startedFrom: number; content?: ProgrammeContent | undefined },
): Promise<boolean> {
  await context.db
    .insertInto('programmes.part')
    .values([...partsOf(content).map(({ id, kind }) => ({ id, kind, programme_id: programmeId }))])
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const values = {
    content: JSON.stringify(content),
    former: from.content === undefined ? null : JSON.stringify(from.content),
    revision: from.revision + 1,
    saved_at: context.now.toISOString(),
    saved_by: context.viewer.accountId ?? null,
  };
  if (from.revision === 0) {
    const made = await context.db
      .insertInto('programmes.working')
      .values({ ...values, programme_id: programmeId, started_from: from.startedFrom })
      .onConflict((conflict) => conflict.column('programme_id').doNothing())
      .returning('revision')
      .executeTakeFirst();
    return made !== undefined;
  }
  const changed = await context.db
    .updateTable('programmes.working')
    .set(values)
    .where('programme_id', '=', programmeId)
    .where('revision', '=', from.revision)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function dropWorking(context: ViewerContext, programmeId: string): Promise<void> {
  await dropRows(context.db, 'programmes.working', { programme_id: programmeId });
}
