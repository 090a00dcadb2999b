import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { endLink } from '../db/frame.db.ts';
import { writesProgramme } from '../policies.ts';

/** The link no longer holds from today on; what was reported with it stays. */
export const unlinkPart = defineUseCase({
  name: 'programmes.unlink',
  purpose: 'steering',
  input: z.object({ programmeId: Id, linkId: Id }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a programme and what carries it out, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { programmeId, linkId }) {
    return (await endLink(context, programmeId, linkId)) ? ok() : err({ code: 'not-found' });
  },
});
