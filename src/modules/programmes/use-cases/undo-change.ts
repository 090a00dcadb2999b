import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { saveWorking } from '../db/working.db.ts';
import { writesProgramme } from '../policies.ts';
import { startingPoint } from './bring-into-force.ts';

/** Takes the last change of the working copy back; once, for only one step is kept. */
export const undoChange = defineUseCase({
  name: 'programmes.undo-change',
  purpose: 'steering',
  input: z.object({ programmeId: Id, revision: z.int().min(1) }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found', 'nothing-to-undo', 'written-meanwhile'],
  async run(context, { programmeId, revision }) {
    const start = await startingPoint(context, programmeId);
    if (!start) return err({ code: 'not-found' });
    if (start.revision !== revision) return err({ code: 'written-meanwhile' });
    if (!start.former) return err({ code: 'nothing-to-undo' });
    const { startedFrom } = start;
    return (await saveWorking(context, programmeId, start.former, { revision, startedFrom }))
      ? ok()
      : err({ code: 'written-meanwhile' });
  },
});
