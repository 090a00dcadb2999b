import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { err, ok } from '#kernel/result.ts';
import { findItem } from '../db/agenda.db.ts';
import { type Body, listMembers, type Member } from '../db/bodies.db.ts';
import { attendanceOf, findMeeting, type Meeting } from '../db/meetings.db.ts';
import type { Presence } from '../domain/codes.ts';
import { seatsOn } from '../domain/membership.ts';
import { keepsBody } from '../policies.ts';

/** An item whose body the viewer keeps, with its meeting; else why not. */
export async function keptItem(handle: Handle, itemId: string) {
  const item = await findItem(handle, itemId);
  if (!item) return err({ code: 'not-found' as const });
  if (!(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' as const });
  return ok({ item, meeting: (await findMeeting(handle, item.meetingId))! });
}

/** Who sits in the body on the day of a meeting, and who was there. */
export async function seatingOf(
  handle: Handle,
  meeting: Meeting,
): Promise<{ seats: Member[]; presence: Map<string, Presence> }> {
  return {
    seats: seatsOn(await listMembers(handle, meeting.bodyId), meeting.heldOn, handle.now),
    presence: await attendanceOf(handle, meeting.meetingId),
  };
}

/** What the quorum of a body is counted by. */
export const quorumRule = (body: Body, day: Day) => ({ own: body.quorum, kind: body.kind, day });

/** A seat as minutes name it: position and organisation. */
export const seatName = (seat: { position: string; organisation?: string | undefined }): string =>
  [seat.position, seat.organisation].filter(Boolean).join(', ');
