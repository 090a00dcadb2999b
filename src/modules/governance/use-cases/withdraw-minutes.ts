import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findMeeting } from '../db/meetings.db.ts';
import { withdrawPublication } from '../db/publications.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** Takes public minutes back: nobody outside finds them any more; that they were out is remembered. */
export const withdrawMinutes = defineUseCase({
  name: 'governance.withdraw-minutes',
  purpose: 'public-information',
  input: z.object({ meetingId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.minutes },
  refusals: ['not-found', 'not-secretary', 'not-published'],
  async run(context, { meetingId }) {
    const meeting = await findMeeting(context, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, meeting.bodyId))) return err({ code: 'not-secretary' });
    return (await withdrawPublication(context, meetingId)) ? ok() : err({ code: 'not-published' });
  },
});
