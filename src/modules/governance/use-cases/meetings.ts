import type { ViewerContext } from '#access';
import { Day } from '#kernel/days.ts';
import { Time } from '#kernel/field-kinds.ts';
import { optionalText } from '#kernel/inputs.ts';
import { notify } from '#use-case';
import { listMembers } from '../db/bodies.db.ts';
import { seatsOn } from '../domain/membership.ts';

export const MeetingFields = {
  heldOn: Day,
  beginsAt: Time.optional(),
  place: optionalText(200),
  number: optionalText(50),
};

export async function tellMembers(
  context: ViewerContext,
  bodyId: string,
  meetingId: string,
  day: Day,
  kind: 'meeting-called' | 'meeting-changed',
): Promise<number> {
  const seats = seatsOn(await listMembers(context, bodyId), day, context.now);
  const accounts = [...new Set(seats.flatMap((seat) => seat.accountId ?? []))].filter(
    (account) => account !== context.viewer.accountId,
  );
  await notify(
    context,
    ...accounts.map((accountId) => ({
      accountId,
      kind,
      params: { day },
      link: `/meetings/${meetingId}`,
    })),
  );
  return accounts.length;
}
