import type { ViewerContext } from '#access';
import { agendaOf } from '../db/agenda.db.ts';
import { findBody } from '../db/bodies.db.ts';
import type { Meeting } from '../db/meetings.db.ts';
import { findingsIn, type MinutesFinding, type PublicItem, type PublicMinutes } from '../domain/minutes.ts';
import { readItem } from './read-item.ts';
import { seatingOf, seatName } from './writable-item.ts';

/**
 * The minutes of a meeting, and what in them a person has to look at before they go out. For the public by position only,
 * with secret items as a mention; for officials whole.
 */
export async function minutesOf(
  context: ViewerContext,
  meeting: Meeting,
  reader: 'public' | 'officials' = 'public',
): Promise<{ minutes: PublicMinutes; findings: MinutesFinding[] }> {
  const body = (await findBody(context, meeting.bodyId))!;
  const { seats, presence } = await seatingOf(context, meeting);
  const items: PublicItem[] = [];
  const known = new Set<string>();
  for (const item of await agendaOf(context, meeting.meetingId)) {
    const { itemId, section, secretBasis } = item;
    if (secretBasis !== undefined && reader === 'public') {
      items.push({ itemId, section, secretBasis });
      continue;
    }
    for (const preparer of [...item.preparers, ...(item.presenter ? [item.presenter] : [])])
      for (const word of [preparer.name, preparer.contact]) if (word) known.add(word);
    const read = await readItem(context, item, meeting);
    items.push({
      itemId,
      section,
      heading: item.heading,
      language: item.language,
      registerNumbers: item.registerNumbers,
      mandateRole: item.mandateRole,
      parts: read.printed(reader === 'officials'),
      attachments: read.attachments.map(({ attachmentId, name }) => ({ attachmentId, name })),
    });
  }
  const held = meeting.state === 'held' || meeting.state === 'checked';
  const minutes: PublicMinutes = {
    bodyId: body.bodyId,
    body: body.names,
    heldOn: meeting.heldOn,
    beginsAt: meeting.beginsAt,
    place: meeting.place,
    number: meeting.number,
    checkedOn: meeting.checkedOn,
    present: seats.map((seat) => ({
      seat: seatName(seat),
      capacity: seat.capacity,
      presence: held ? (presence.get(seat.memberId) ?? 'absent') : undefined,
    })),
    alsoPresent: meeting.alsoPresent,
    items,
  };
  return { minutes, findings: findingsIn(minutes, [...known]) };
}
