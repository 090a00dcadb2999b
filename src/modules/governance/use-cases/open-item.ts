import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { chainOf, findItem, moneyOf, settledBy } from '../db/agenda.db.ts';
import { findBody, listMandates } from '../db/bodies.db.ts';
import { listCommitments } from '../db/commitments.db.ts';
import { listsOf } from '../db/lists.db.ts';
import { findMeeting, listMeetings } from '../db/meetings.db.ts';
import { listPublications } from '../db/publications.db.ts';
import { quorumOf, votersOf } from '../domain/membership.ts';
import { outcomeOf, resultsAfter } from '../domain/voting.ts';
import { isSecretaryOf, readsGovernance } from '../policies.ts';
import { readItem } from './read-item.ts';
import { hasPartIn } from './voting.ts';
import { quorumRule, seatName } from './writable-item.ts';

/**
 * One item whole: every part, how it was voted on, what was decided and when, its attachments, promises, who has been told,
 * what it goes on with, and what may be done next.
 */
export const openItem = defineUseCase({
  name: 'governance.open-item',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: readsGovernance,
  audit: { kind: 'none', why: 'an item of a body; officials stand in it in their office' },
  refusals: ['not-found'],
  async run(context, { itemId }) {
    const item = await findItem(context, itemId);
    if (!item) return err({ code: 'not-found' });
    const body = (await findBody(context, item.bodyId))!;
    const meeting = (await findMeeting(context, item.meetingId))!;
    const keep = await isSecretaryOf(context, item.bodyId);
    const { printed, seats, presence, ...read } = await readItem(context, item, meeting);
    const { receivers, votes, disqualified, dissents } = read;
    const mine = receivers.find(
      (receiver) =>
        receiver.accountId !== undefined &&
        receiver.accountId === context.viewer.accountId &&
        receiver.sentAt,
    );
    const out = new Set(disqualified.map((row) => row.memberId));
    const held = meeting.state === 'held' || meeting.state === 'checked';
    const undecided = item.state === 'draft' || item.state === 'proposed';
    const before = undecided && item.source === undefined;
    const { before: earlier, after: later } = await chainOf(context, item);
    const leftOpen = (item.result === 'tabled' || item.result === 'returned') && later.length === 0;
    const isOut =
      meeting.state === 'checked' &&
      (await listPublications(context, { meetingId: meeting.meetingId })).length > 0;
    const brief = (row: (typeof earlier)[number]) => ({
      itemId: row.itemId,
      heading: row.heading,
      section: row.section,
      result: row.result,
      decidedOn: row.decidedOn,
    });
    const seatOf = (memberId: string | undefined) => seats.find((seat) => seat.memberId === memberId);
    const decide = keep && item.state === 'proposed' && meeting.state === 'held';
    return ok({
      item,
      body,
      meeting,
      mandates: await listMandates(context, item.bodyId),
      ...read,
      printed: printed(true),
      votes: votes.map((vote) => ({ ...vote, outcome: outcomeOf(vote)! })),
      disqualified: disqualified.map((row) => ({
        ...row,
        seat: seatName(seatOf(row.memberId) ?? { position: '' }),
      })),
      dissents: dissents.map((dissent) => ({
        ...dissent,
        seat:
          dissent.memberId === undefined ? undefined : seatName(seatOf(dissent.memberId) ?? { position: '' }),
      })),
      /** Of this item, without those who are disqualified in it; once the meeting has been held. */
      quorum: held ? quorumOf(seats, presence, quorumRule(body, meeting.heldOn), out) : undefined,
      voters: votersOf(seats, presence, out).map((seat) => ({
        memberId: seat.memberId,
        seat: seatName(seat),
        chair: seat.capacity === 'chair',
      })),
      /** Seats that may be disqualified. */
      seats: keep
        ? seats
            .filter(hasPartIn)
            .map((seat) => ({ memberId: seat.memberId, seat: seatName(seat), out: out.has(seat.memberId) }))
        : [],
      /** What may be noted as the result after the votes. */
      results: resultsAfter(votes),
      money: await moneyOf(context, itemId),
      commitments: await listCommitments(context, { itemId }),
      settles: await settledBy(context, itemId),
      earlier: earlier.map(brief),
      later: later.map(brief),
      /** Meetings that may take up an item that was left open. */
      laterMeetings:
        keep && leftOpen
          ? (await listMeetings(context, item.bodyId))
              .filter((row) => row.heldOn > meeting.heldOn && row.state !== 'checked')
              .map(({ meetingId, heldOn, number }) => ({ meetingId, heldOn, number }))
              .reverse()
          : [],
      lists: keep ? await listsOf(context, item.bodyId) : [],
      actions: {
        edit: keep && before,
        propose: keep && item.state === 'draft',
        remove: keep && item.state === 'draft',
        decide,
        vote: decide,
        disqualify: decide && votes.length === 0,
        dissent: keep && item.decidedOn !== undefined && meeting.state === 'held',
        attach: keep && meeting.state !== 'checked',
        /** A name without its file may get it later too. */
        file: keep,
        detach: keep && before,
        secret: keep && !isOut,
        goOn: keep && leftOpen,
        receivers: keep,
        send:
          keep && item.decidedOn !== undefined && receivers.some((receiver) => receiver.sentAt === undefined),
        promise: keep,
        read: mine !== undefined && mine.readAt === undefined ? mine.receiverId : undefined,
      },
    });
  },
});
