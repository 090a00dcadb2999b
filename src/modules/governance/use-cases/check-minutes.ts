import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { agendaOf } from '../db/agenda.db.ts';
import { changeMeeting, findMeeting } from '../db/meetings.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** "Pöytäkirja on tarkastettu": from then on nothing of the meeting changes. */
export const checkMinutes = defineUseCase({
  name: 'governance.check-minutes',
  purpose: 'steering',
  input: z.object({ meetingId: Id, checkedOn: Day }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.meetings },
  refusals: ['not-found', 'not-secretary', 'not-held-yet', 'items-undecided', 'check-day-not-possible'],
  async run(context, { meetingId, checkedOn }) {
    const meeting = await findMeeting(context, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state !== 'held') return err({ code: 'not-held-yet' });
    if (checkedOn < meeting.heldOn || checkedOn > context.today)
      return err({ code: 'check-day-not-possible', field: 'checkedOn' });
    const items = await agendaOf(context, meetingId);
    if (items.some((item) => item.decidedOn === undefined)) return err({ code: 'items-undecided' });
    await changeMeeting(context, meetingId, { state: 'checked', checkedOn });
    return ok();
  },
});
