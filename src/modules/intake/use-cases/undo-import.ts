import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { mayWriteProject } from '#projects';
import { defineUseCase } from '#use-case';
import { marksThatDiffer, marksUnder, removeRows, restoreRows } from '../db/came.db.ts';
import { type Came, findDocument, noteUndone, type Undoing, undoingOf } from '../db/documents.db.ts';
import { mayWriteIn, worksHere } from '../policies.ts';
import { noPersonalData } from './documents.ts';

/** What somebody built on what came of a document: the thing, and the tables in which it differs from what the import left. */
export interface BuiltOn {
  name: string;
  tables: string[];
}

/** What was built on an import since; nothing when it can be undone. */
export async function builtOn(system: ViewerContext, undoing: readonly Undoing[]): Promise<BuiltOn[]> {
  const built: BuiltOn[] = [];
  for (const { name, root, marks } of undoing) {
    const tables = marksThatDiffer(marks, await marksUnder(system.db, root));
    if (tables.length > 0) built.push({ name, tables });
  }
  return built;
}

/** May the viewer take away everything that came? */
export async function mayUndo(context: ViewerContext, came: readonly Came[]): Promise<boolean> {
  for (const { room, id, outcome } of came) {
    if (outcome === 'unchanged') continue;
    if (!mayWriteIn(room, context.viewer.role)) return false;
    if (room === 'projects' && context.viewer.role !== 'system' && !(await mayWriteProject(context, id)))
      return false;
  }
  return true;
}

/**
 * Undoes an import: what came new goes, what got a version is as it was before, and the document waits again. Only while
 * nothing has been built on it; who undid it and when stays.
 */
export const undoImport = defineUseCase({
  name: 'intake.undo-import',
  purpose: 'steering',
  input: z.object({ documentId: Id }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: ['not-found', 'not-imported', 'other-role', 'built-on', 'import-left-nothing'],
  async run(context, { documentId }) {
    const document = await findDocument(context, { id: documentId });
    if (document === undefined) return err({ code: 'not-found' });
    if (document.importedAt === undefined) return err({ code: 'not-imported' });
    const undoing = await undoingOf(context, documentId);
    if (undoing.length === 0) return err({ code: 'import-left-nothing' });
    if (!(await mayUndo(context, document.came))) return err({ code: 'other-role' });
    const [built] = await actingAsSystem(context, 'has anything been built on the import', async (system) => {
      const found = await builtOn(system, undoing);
      // The last that came goes first.
      if (found.length === 0)
        for (const { root, before } of undoing.toReversed())
          await (before ? restoreRows(system.db, root, before) : removeRows(system.db, root));
      return found;
    });
    if (built) return err({ code: 'built-on', details: { name: built.name } });
    await noteUndone(context, documentId, document.came);
    return ok();
  },
});
