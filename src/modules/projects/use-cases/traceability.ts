import type { ViewerContext } from '#access';
import { findHead, type KeptPromises, readPromises } from '../db/promises-read.db.ts';
import { addLinks, clearLinks } from '../db/promises-write.db.ts';

/** The promises of a project that nobody else changes meanwhile; undefined when there is no such project. */
export async function promisesForChange(
  context: ViewerContext,
  projectId: string,
): Promise<KeptPromises | undefined> {
  const head = await findHead(context, projectId, 'for-change');
  return head && (await readPromises(context, head));
}

/** Those of the ids that are indicators of this kind in the plan; others are left out. */
export function ofKind(
  { indicators }: KeptPromises,
  kind: 'output' | 'result',
  ids: readonly string[],
): string[] {
  return indicators
    .filter((indicator) => indicator.kind === kind && ids.includes(indicator.id))
    .map(({ id }) => id);
}

/** The lines that leave a thing are from now on these. */
export async function joinTo(
  context: ViewerContext,
  projectId: string,
  from: string,
  to: readonly string[],
): Promise<void> {
  await clearLinks(context, projectId, from);
  await addLinks(
    context,
    projectId,
    to.map((id) => ({ from, to: id })),
  );
}
