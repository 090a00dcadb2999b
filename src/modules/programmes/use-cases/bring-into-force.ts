import { z } from 'zod';
import type { ViewerContext } from '#access';
import { noteSettles } from '#governance';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addVersion, listVersions } from '../db/programmes.db.ts';
import { dropWorking, findWorking } from '../db/working.db.ts';
import { writesProgramme } from '../policies.ts';

/** The working copy, or the last version as one that has not been begun (revision 0). */
export async function startingPoint(context: ViewerContext, programmeId: string) {
  const last = (await listVersions(context, programmeId)).at(-1);
  if (!last) return undefined;
  const working = await findWorking(context, programmeId);
  return {
    last,
    content: working?.content ?? last.content,
    revision: working?.revision ?? 0,
    startedFrom: working?.startedFrom ?? last.number,
    former: working?.former,
  };
}

/**
 * The working copy becomes the next version, in force from a day that is not past: what a day was like never changes
 * afterwards. An open validity needs a day of review (F-18).
 */
export const bringIntoForce = defineUseCase({
  name: 'programmes.bring-into-force',
  purpose: 'steering',
  input: z.object({
    programmeId: Id,
    revision: z.int().min(1),
    inForceFrom: Day,
    reason: z.string().trim().min(1, { error: 'required' }).max(2000),
  }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: [
    'not-found',
    'written-meanwhile',
    'in-force-in-past',
    'before-last-version',
    'review-day-needed',
    'nothing-changed',
  ],
  async run(context, { programmeId, revision, inForceFrom, reason }) {
    const start = await startingPoint(context, programmeId);
    if (!start) return err({ code: 'not-found' });
    if (start.revision !== revision) return err({ code: 'written-meanwhile' });
    if (inForceFrom < context.today) return err({ code: 'in-force-in-past', field: 'inForceFrom' });
    if (inForceFrom < start.last.inForceFrom)
      return err({ code: 'before-last-version', field: 'inForceFrom' });
    const { content } = start;
    if (content.validTo === undefined && content.reviewOn === undefined)
      return err({ code: 'review-day-needed' });
    if (JSON.stringify(start.last.content) === JSON.stringify(content))
      return err({ code: 'nothing-changed' });
    const number = start.last.number + 1;
    await addVersion(context, { programmeId, number, inForceFrom, reason, content });
    await dropWorking(context, programmeId);
    if (content.approval?.decisionId !== undefined)
      await noteSettles(context, {
        decisionId: content.approval.decisionId,
        kind: 'programme',
        targetId: programmeId,
        label: content.name,
        link: `/programmes/${programmeId}`,
      });
    return ok({ number });
  },
});
