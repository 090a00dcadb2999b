import type { ViewerContext } from '#access';
import { addRow, dropRows, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { MeetingState, Presence } from '../domain/codes.ts';

export interface Meeting {
  meetingId: string;
  bodyId: string;
  number?: string;
  heldOn: Day;
  /** 'HH:MM' in Finland. */
  beginsAt?: string;
  place?: string;
  state: MeetingState;
  calledOn?: Day;
  checkedOn?: Day;
  alsoPresent: string[];
}

const all = (context: ViewerContext) => context.db.selectFrom('governance.meeting').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const meeting = (row: Row): Meeting => ({
  meetingId: row.id,
  bodyId: row.body_id,
  ...(row.number === null ? {} : { number: row.number }),
  heldOn: row.held_on,
  ...(row.begins_at === null ? {} : { beginsAt: row.begins_at }),
  ...(row.place === null ? {} : { place: row.place }),
  state: row.state as MeetingState,
  ...(row.called_on === null ? {} : { calledOn: row.called_on }),
  ...(row.checked_on === null ? {} : { checkedOn: row.checked_on }),
  alsoPresent: row.also_present,
});

/** Meetings of one body or of all, the latest first. */
export async function listMeetings(context: ViewerContext, bodyId?: string): Promise<Meeting[]> {
  const rows = await all(context)
    .$if(bodyId !== undefined, (query) => query.where('body_id', '=', bodyId!))
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(meeting);
}

/** One meeting, if there is one. */
export async function findMeeting(context: ViewerContext, meetingId: string): Promise<Meeting | undefined> {
  const row = await all(context).where('id', '=', meetingId).executeTakeFirst();
  return row && meeting(row);
}

/** Plans a meeting. */
export async function addMeeting(
  context: ViewerContext,
  draft: {
    bodyId: string;
    heldOn: Day;
    number?: string | undefined;
    beginsAt?: string | undefined;
    place?: string | undefined;
  },
): Promise<string> {
  return addRow(context.db, 'governance.meeting', {
    body_id: draft.bodyId,
    held_on: draft.heldOn,
    number: draft.number ?? null,
    begins_at: draft.beginsAt ?? null,
    place: draft.place ?? null,
    state: 'planned',
    made_at: context.now.toISOString(),
    made_by: context.viewer.accountId ?? null,
  });
}

/** Moves a meeting on, or changes its day and place. */
export async function changeMeeting(
  context: ViewerContext,
  meetingId: string,
  changes: {
    state?: MeetingState;
    calledOn?: Day;
    checkedOn?: Day;
    heldOn?: Day;
    number?: string | null;
    beginsAt?: string | null;
    place?: string | null;
    alsoPresent?: string[];
  },
): Promise<void> {
  await setRows(context.db, 'governance.meeting', meetingId, {
    ...(changes.state === undefined ? {} : { state: changes.state }),
    ...(changes.calledOn === undefined ? {} : { called_on: changes.calledOn }),
    ...(changes.checkedOn === undefined ? {} : { checked_on: changes.checkedOn }),
    ...(changes.heldOn === undefined ? {} : { held_on: changes.heldOn }),
    ...(changes.number === undefined ? {} : { number: changes.number }),
    ...(changes.beginsAt === undefined ? {} : { begins_at: changes.beginsAt }),
    ...(changes.place === undefined ? {} : { place: changes.place }),
    ...(changes.alsoPresent === undefined ? {} : { also_present: changes.alsoPresent }),
  });
}

/** Who was there, by member. */
export async function attendanceOf(
  context: ViewerContext,
  meetingId: string,
): Promise<Map<string, Presence>> {
  const rows = await context.db
    .selectFrom('governance.attendance')
    .select(['member_id', 'presence'])
    .where('meeting_id', '=', meetingId)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.presence as Presence]));
}

/** Notes who was there; what was noted before is replaced. */
export async function setAttendance(
  context: ViewerContext,
  meetingId: string,
  presence: ReadonlyMap<string, Presence>,
): Promise<void> {
  await dropRows(context.db, 'governance.attendance', { meeting_id: meetingId });
  if (presence.size === 0) return;
  await context.db
    .insertInto('governance.attendance')
    .values([...presence].map(([member_id, each]) => ({ meeting_id: meetingId, member_id, presence: each })))
    .execute();
}
