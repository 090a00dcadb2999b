import { mayWrite, relationTo, type ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import { err, ok, type Refusal, type Result } from '#kernel/result.ts';
import { type Act, authorNames, insertChange, latestChangeAt } from '../db/changes.db.ts';
import { findState, lockMapping, skillLike, writeState } from '../db/parts.db.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { kindOf } from '../domain/history.ts';
import { canonical, type PartName, type PartStates, type SkillState } from '../domain/parts.ts';
import { fieldOf } from '../policies.ts';

/** Why a part of a mapping was not kept. */
export const saveRefusals = ['already-there', 'changed-meanwhile', 'gone-meanwhile'] as const;
export type SaveRefusal = (typeof saveRefusals)[number];

/** What should stand in a place. */
export type Wanted<Part extends PartName> = {
  readonly part: Part;
  readonly subject: string;
  /** Absent to empty the place. */
  readonly next: PartStates[Part] | undefined;
  /** The fingerprint of what the writer saw; absent when the writer saw nothing there. */
  readonly seen: string | undefined;
};

/** Opens an act on a mapping and locks the mapping until the end of the transaction. */
export async function openAct(context: ViewerContext, clientId: string, undoes?: string): Promise<Act> {
  await lockMapping(context, clientId);
  return { id: newId(), clientId, ...(undoes === undefined ? {} : { undoes }) };
}

/**
 * Puts a state where the writer wanted it, with the author of the change; refuses when something else stands there
 * than the writer saw. Says whether anything changed.
 */
export async function writePart<Part extends PartName>(
  context: ViewerContext,
  act: Act,
  { part, subject, next: wanted, seen }: Wanted<Part>,
): Promise<Result<{ changed: boolean }, Refusal<SaveRefusal>>> {
  const next = wanted && canonical(wanted);
  const before = await findState(context, act.clientId, part, subject);
  if (seen === undefined && before !== undefined) return err({ code: 'already-there' });
  if (seen !== undefined && (before === undefined || fingerprint(before) !== seen)) {
    return err({
      code: before === undefined ? 'gone-meanwhile' : 'changed-meanwhile',
      details: await latestAuthor(context, act.clientId, part, subject),
    });
  }
  if (part === 'skill' && next !== undefined) {
    const like = await skillLike(context, act.clientId, next as SkillState);
    if (like !== undefined && like !== subject) return err({ code: 'already-there' });
  }
  if (kindOf(before, next) === undefined) return ok({ changed: false });
  await writeState(context, act.clientId, part, subject, next);
  await insertChange(context, act, { part, subject, before, after: next });
  return ok({ changed: true });
}

/** Who changed the place last and when, for the words of a refusal. */
export async function latestAuthor(
  context: ViewerContext,
  clientId: string,
  part: PartName,
  subject: string,
): Promise<{ author: string; at: string } | undefined> {
  const latest = await latestChangeAt(context, clientId, part, subject);
  if (latest === undefined) return undefined;
  const names = await authorNames(context, [latest.authorId]);
  return { author: names.get(latest.authorId) ?? '', at: latest.at };
}

/** Does the viewer keep every one of these parts of this person's mapping? */
export async function writesAll(
  context: ViewerContext,
  clientId: string,
  parts: readonly PartName[],
): Promise<boolean> {
  const relation = await relationTo(context, clientId);
  return parts.every((part) => mayWrite(context.viewer, fieldOf[part], relation, context.now).permit);
}
