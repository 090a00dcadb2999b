import { z } from 'zod';
import type { Handle } from '#access';
import { Day, isWithin } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { agendaOf } from '../db/agenda.db.ts';
import { findBody, listMandates, listMembers } from '../db/bodies.db.ts';
import { addMeeting, changeMeeting, findMeeting, setAttendance } from '../db/meetings.db.ts';
import { listPublications } from '../db/publications.db.ts';
import { type Presence, presences } from '../domain/codes.ts';
import { quorumOf, seatsOn } from '../domain/membership.ts';
import { keepsBody, keepsGovernance, readsGovernance } from '../policies.ts';
import { maybe } from './inputs.ts';
import { quorumRule, seatingOf } from './kept.ts';
import { minutesOf } from './publishing.ts';

const clock = z
  .string()
  .trim()
  .refine((text) => text === '' || /^([01]?\d|2[0-3])[.:][0-5]\d$/.test(text), { error: 'not-a-time' })
  .optional()
  .transform((text) =>
    text === undefined || text === '' ? undefined : text.replace('.', ':').padStart(5, '0'),
  );
const why = 'a meeting of officials and trustees, by position';

/** A meeting: its agenda, who sits in the body that day, who was there and whether the body can decide. */
export const openMeeting = defineUseCase({
  name: 'governance.open-meeting',
  purpose: 'steering',
  input: z.object({ meetingId: Id }),
  policy: readsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found'],
  async run(handle, { meetingId }) {
    const meeting = await findMeeting(handle, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    const body = (await findBody(handle, meeting.bodyId))!;
    const { seats, presence } = await seatingOf(handle, meeting);
    const items = await agendaOf(handle, meetingId);
    const keep = await keepsBody(handle, body.bodyId);
    const open = meeting.state !== 'checked';
    const [out] = open ? [] : await listPublications(handle, { meetingId });
    return ok({
      meeting,
      body,
      mandates: (await listMandates(handle, body.bodyId)).filter((one) =>
        isWithin(meeting.heldOn, one.validFrom, one.validTo),
      ),
      seats: seats.map((seat) => ({ ...seat, presence: presence.get(seat.memberId) })),
      quorum:
        meeting.state === 'planned' || meeting.state === 'called'
          ? undefined
          : quorumOf(seats, presence, quorumRule(body, meeting.heldOn)),
      items,
      /** When the minutes were let out for all to read. */
      publishedAt: out?.publishedAt,
      /** What a person looks at before that. */
      findings: keep && !open && !out ? (await minutesOf(handle, meeting)).findings : [],
      actions: {
        publish: keep && !open && !out,
        withdraw: keep && out !== undefined,
        change: keep && (meeting.state === 'planned' || meeting.state === 'called'),
        call: keep && meeting.state === 'planned' && items.some((item) => item.state !== 'draft'),
        attend: keep && open && meeting.heldOn <= handle.today,
        addItem: keep && open,
        check: keep && meeting.state === 'held' && items.every((item) => item.decidedOn !== undefined),
      },
    });
  },
});

const MeetingFields = {
  heldOn: Day,
  beginsAt: clock,
  place: maybe(200),
  number: maybe(50),
};

/** Plans a meeting of a body. */
export const planMeeting = defineUseCase({
  name: 'governance.plan-meeting',
  purpose: 'steering',
  input: z.object({ bodyId: Id, ...MeetingFields }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary'],
  async run(handle, input) {
    if (!(await findBody(handle, input.bodyId))) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, input.bodyId))) return err({ code: 'not-secretary' });
    return ok({ meetingId: await addMeeting(handle, input) });
  },
});

/** Changes the day, hour or place of a meeting that has not been held; those called already are told anew. */
export const changeMeetingPlan = defineUseCase({
  name: 'governance.change-meeting',
  purpose: 'steering',
  input: z.object({ meetingId: Id, ...MeetingFields }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'held-already'],
  async run(handle, { meetingId, heldOn, beginsAt, place, number }) {
    const meeting = await findMeeting(handle, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state === 'held' || meeting.state === 'checked') return err({ code: 'held-already' });
    await changeMeeting(handle, meetingId, {
      heldOn,
      beginsAt: beginsAt ?? null,
      place: place ?? null,
      number: number ?? null,
    });
    if (meeting.state === 'called')
      await tellMembers(handle, meeting.bodyId, meetingId, heldOn, 'meeting-changed');
    return ok();
  },
});

/** Calls the body together: everybody with a seat and an account is told, with the way to the agenda. */
export const callMeeting = defineUseCase({
  name: 'governance.call-meeting',
  purpose: 'steering',
  input: z.object({ meetingId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'called-already', 'agenda-empty'],
  async run(handle, { meetingId }) {
    const meeting = await findMeeting(handle, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state !== 'planned') return err({ code: 'called-already' });
    const items = await agendaOf(handle, meetingId);
    if (!items.some((item) => item.state !== 'draft')) return err({ code: 'agenda-empty' });
    await changeMeeting(handle, meetingId, { state: 'called', calledOn: handle.today });
    const told = await tellMembers(handle, meeting.bodyId, meetingId, meeting.heldOn, 'meeting-called');
    return ok({ told });
  },
});

async function tellMembers(
  handle: Handle,
  bodyId: string,
  meetingId: string,
  day: Day,
  kind: 'meeting-called' | 'meeting-changed',
): Promise<number> {
  const seats = seatsOn(await listMembers(handle, bodyId), day, handle.now);
  const accounts = [...new Set(seats.flatMap((seat) => seat.accountId ?? []))].filter(
    (account) => account !== handle.viewer.accountId,
  );
  const [year, month, date] = day.split('-').map(Number);
  await notify(
    handle,
    ...accounts.map((accountId) => ({
      accountId,
      kind,
      params: { day: `${date}.${month}.${year}` },
      link: `/meetings/${meetingId}`,
    })),
  );
  return accounts.length;
}

/** Notes who was there; the meeting has then been held. May be corrected until the minutes have been checked. */
export const noteAttendance = defineUseCase({
  name: 'governance.note-attendance',
  purpose: 'steering',
  input: z.object({
    meetingId: Id,
    presence: z.record(Id, z.enum(presences)),
    alsoPresent: maybe(2_000),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'checked-already', 'not-held-yet', 'nobody-present'],
  async run(handle, { meetingId, presence, alsoPresent }) {
    const meeting = await findMeeting(handle, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state === 'checked') return err({ code: 'checked-already' });
    if (meeting.heldOn > handle.today) return err({ code: 'not-held-yet' });
    const seats = seatsOn(await listMembers(handle, meeting.bodyId), meeting.heldOn, handle.now);
    const noted = new Map<string, Presence>(
      seats.map((seat) => [seat.memberId, presence[seat.memberId] ?? 'absent']),
    );
    if (![...noted.values()].some((one) => one !== 'absent')) return err({ code: 'nobody-present' });
    await setAttendance(handle, meetingId, noted);
    await changeMeeting(handle, meetingId, {
      state: 'held',
      alsoPresent: (alsoPresent ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    });
    const body = (await findBody(handle, meeting.bodyId))!;
    return ok({ quorum: quorumOf(seats, noted, quorumRule(body, meeting.heldOn)) });
  },
});

/** "Pöytäkirja on tarkastettu": from then on nothing of the meeting changes. */
export const checkMinutes = defineUseCase({
  name: 'governance.check-minutes',
  purpose: 'steering',
  input: z.object({ meetingId: Id, checkedOn: Day }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'not-held-yet', 'items-undecided', 'check-day-not-possible'],
  async run(handle, { meetingId, checkedOn }) {
    const meeting = await findMeeting(handle, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state !== 'held') return err({ code: 'not-held-yet' });
    if (checkedOn < meeting.heldOn || checkedOn > handle.today)
      return err({ code: 'check-day-not-possible', field: 'checkedOn' });
    const items = await agendaOf(handle, meetingId);
    if (items.some((item) => item.decidedOn === undefined)) return err({ code: 'items-undecided' });
    await changeMeeting(handle, meetingId, { state: 'checked', checkedOn });
    return ok();
  },
});
