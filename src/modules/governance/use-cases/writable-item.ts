import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { err, ok } from '#kernel/result.ts';
import { findItem } from '../db/agenda.db.ts';
import { type Body, listMembers, type Member } from '../db/bodies.db.ts';
import { attendanceOf, findMeeting, type Meeting } from '../db/meetings.db.ts';
import type { Presence } from '../domain/codes.ts';
import { seatsOn } from '../domain/membership.ts';
import { isSecretaryOf } from '../policies.ts';

/** An item whose body the viewer keeps, with its meeting; else why not. */
export async function writableItem(context: ViewerContext, itemId: string) {
  const item = await findItem(context, itemId);
  if (!item) return err({ code: 'not-found' as const });
  if (!(await isSecretaryOf(context, item.bodyId))) return err({ code: 'not-secretary' as const });
  return ok({ item, meeting: (await findMeeting(context, item.meetingId))! });
}

/** Who sits in the body on the day of a meeting, and who was there. */
export async function seatingOf(
  context: ViewerContext,
  meeting: Meeting,
): Promise<{ seats: Member[]; presence: Map<string, Presence> }> {
  return {
    seats: seatsOn(await listMembers(context, meeting.bodyId), meeting.heldOn, context.now),
    presence: await attendanceOf(context, meeting.meetingId),
  };
}

/** What the quorum of a body is counted by. */
export const quorumRule = (body: Body, day: Day) => ({ own: body.quorum, kind: body.kind, day });

/** A seat as minutes name it: position and organisation. */
export const seatName = (seat: { position: string; organisation?: string | undefined }): string =>
  [seat.position, seat.organisation].filter(Boolean).join(', ');
