import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { agendaOf } from '../db/agenda.db.ts';
import { changeMeeting, findMeeting } from '../db/meetings.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { tellMembers } from './meetings.ts';
import { why } from './why.ts';

/** Calls the body together: everybody with a seat and an account is told, with the way to the agenda. */
export const callMeeting = defineUseCase({
  name: 'governance.call-meeting',
  purpose: 'steering',
  input: z.object({ meetingId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.meetings },
  refusals: ['not-found', 'not-secretary', 'called-already', 'agenda-empty'],
  async run(context, { meetingId }) {
    const meeting = await findMeeting(context, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state !== 'planned') return err({ code: 'called-already' });
    const items = await agendaOf(context, meetingId);
    if (!items.some((item) => item.state !== 'draft')) return err({ code: 'agenda-empty' });
    await changeMeeting(context, meetingId, { state: 'called', calledOn: context.today });
    const told = await tellMembers(context, meeting.bodyId, meetingId, meeting.heldOn, 'meeting-called');
    return ok({ told });
  },
});
