import { z } from 'zod';
import { isWithin } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { agendaOf } from '../db/agenda.db.ts';
import { findBody, listMandates } from '../db/bodies.db.ts';
import { findMeeting } from '../db/meetings.db.ts';
import { listPublications } from '../db/publications.db.ts';
import { quorumOf } from '../domain/membership.ts';
import { isSecretaryOf, readsGovernance } from '../policies.ts';
import { minutesOf } from './minutes.ts';
import { why } from './why.ts';
import { quorumRule, seatingOf } from './writable-item.ts';

/** A meeting: its agenda, who sits in the body that day, who was there and whether the body can decide. */
export const openMeeting = defineUseCase({
  name: 'governance.open-meeting',
  purpose: 'steering',
  input: z.object({ meetingId: Id }),
  policy: readsGovernance,
  audit: { kind: 'none', why: why.meetings },
  refusals: ['not-found'],
  async run(context, { meetingId }) {
    const meeting = await findMeeting(context, meetingId);
    if (!meeting) return err({ code: 'not-found' });
    const body = (await findBody(context, meeting.bodyId))!;
    const { seats, presence } = await seatingOf(context, meeting);
    const items = await agendaOf(context, meetingId);
    const keep = await isSecretaryOf(context, body.bodyId);
    const open = meeting.state !== 'checked';
    const [out] = open ? [] : await listPublications(context, { meetingId });
    return ok({
      meeting,
      body,
      mandates: (await listMandates(context, body.bodyId)).filter((mandate) =>
        isWithin(meeting.heldOn, mandate.validFrom, mandate.validTo),
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
      findings: keep && !open && !out ? (await minutesOf(context, meeting)).findings : [],
      actions: {
        publish: keep && !open && !out,
        withdraw: keep && out !== undefined,
        change: keep && (meeting.state === 'planned' || meeting.state === 'called'),
        call: keep && meeting.state === 'planned' && items.some((item) => item.state !== 'draft'),
        attend: keep && open && meeting.heldOn <= context.today,
        addItem: keep && open,
        check: keep && meeting.state === 'held' && items.every((item) => item.decidedOn !== undefined),
      },
    });
  },
});
