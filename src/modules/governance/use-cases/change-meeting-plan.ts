import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { changeMeeting, findMeeting } from '../db/meetings.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { MeetingFields, tellMembers } from './meetings.ts';
import { why } from './why.ts';

/** Changes the day, hour or place of a meeting that has not been held; those called already are told anew. */
export const changeMeetingPlan = defineUseCase({
  name: 'governance.change-meeting',
  purpose: 'steering',
  input: z.object({ meetingId: Id, ...MeetingFields }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.meetings },
  refusals: ['not-found', 'not-secretary', 'held-already'],
  async run(context, { meetingId, heldOn, beginsAt, place, number }) {
    const meeting = await findMeeting(context, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state === 'held' || meeting.state === 'checked') return err({ code: 'held-already' });
    await changeMeeting(context, meetingId, {
      heldOn,
      beginsAt: beginsAt ?? null,
      place: place ?? null,
      number: number ?? null,
    });
    if (meeting.state === 'called')
      await tellMembers(context, meeting.bodyId, meetingId, heldOn, 'meeting-changed');
    return ok();
  },
});
