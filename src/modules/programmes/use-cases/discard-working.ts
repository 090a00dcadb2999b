import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { dropWorking } from '../db/working.db.ts';
import { writesProgramme } from '../policies.ts';

/** Throws the working copy away. */
export const discardWorking = defineUseCase({
  name: 'programmes.discard-working',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: [],
  async run(context, { programmeId }) {
    await dropWorking(context, programmeId);
    return ok();
  },
});
