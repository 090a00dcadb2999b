import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findMeeting } from '../db/meetings.db.ts';
import { readsGovernance } from '../policies.ts';
import { minutesOf } from './minutes.ts';

/** The minutes of a meeting whole, as officials read and print them: who was there, and every item that they may see. */
export const meetingMinutes = defineUseCase({
  name: 'governance.meeting-minutes',
  purpose: 'steering',
  input: z.object({ meetingId: Id }),
  policy: readsGovernance,
  audit: { kind: 'none', why: 'minutes of a body; officials stand in them in their office' },
  refusals: ['not-found'],
  async run(context, { meetingId }) {
    const meeting = await findMeeting(context, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    const { minutes } = await minutesOf(context, meeting, 'officials');
    return ok({ minutes, checked: meeting.state === 'checked' });
  },
});
