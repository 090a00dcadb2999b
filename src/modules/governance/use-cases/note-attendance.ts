import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBody, listMembers } from '../db/bodies.db.ts';
import { changeMeeting, findMeeting, setAttendance } from '../db/meetings.db.ts';
import { type Presence, presences } from '../domain/codes.ts';
import { quorumOf, seatsOn } from '../domain/membership.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { lines } from './inputs.ts';
import { why } from './why.ts';
import { quorumRule } from './writable-item.ts';

/** Notes who was there; the meeting has then been held. May be corrected until the minutes have been checked. */
export const noteAttendance = defineUseCase({
  name: 'governance.note-attendance',
  purpose: 'steering',
  input: z.object({
    meetingId: Id,
    presence: z.record(Id, z.enum(presences)),
    /** Who else was there, by position. */
    alsoPresent: lines,
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.meetings },
  refusals: ['not-found', 'not-secretary', 'checked-already', 'not-held-yet', 'nobody-present'],
  async run(context, { meetingId, presence, alsoPresent }) {
    const meeting = await findMeeting(context, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state === 'checked') return err({ code: 'checked-already' });
    if (meeting.heldOn > context.today) return err({ code: 'not-held-yet' });
    const seats = seatsOn(await listMembers(context, meeting.bodyId), meeting.heldOn, context.now);
    const noted = new Map<string, Presence>(
      seats.map((seat) => [seat.memberId, presence[seat.memberId] ?? 'absent']),
    );
    if (![...noted.values()].some((row) => row !== 'absent')) return err({ code: 'nobody-present' });
    await setAttendance(context, meetingId, noted);
    await changeMeeting(context, meetingId, {
      state: 'held',
      alsoPresent,
    });
    const body = (await findBody(context, meeting.bodyId))!;
    return ok({ quorum: quorumOf(seats, noted, quorumRule(body, meeting.heldOn)) });
  },
});
