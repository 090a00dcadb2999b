import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import {
  addVote,
  disqualifiedIn,
  dropDissent,
  keepDissent,
  removeVote,
  setDisqualified,
  votesOf,
} from '../db/votes.db.ts';
import { ballotChoices, counterKinds } from '../domain/codes.ts';
import { isVoting, votersOf } from '../domain/membership.ts';
import { lostWith, outcomeOf, tallyOf } from '../domain/voting.ts';
import { keepsGovernance } from '../policies.ts';
import { maybe, words } from './inputs.ts';
import { keptItem, seatingOf } from './kept.ts';

const why = 'how the seats of a body voted; officials and trustees in their office';
const count = z.coerce.number({ error: 'not-a-number' }).int().min(0).max(500);

/**
 * Notes a vote on an item: by seat, or in numbers only. More votes than there are voters are refused; a tie needs the
 * chair's vote, which decides (410/2015, 104 §). Who has no ballot was absent from it.
 */
export const noteVote = defineUseCase({
  name: 'governance.note-vote',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    proposal: words(2_000),
    counter: words(2_000),
    counterKind: z.enum(counterKinds),
    /** In numbers; left out when the ballots are given. */
    for: count.optional(),
    against: count.optional(),
    blank: count.default(0),
    chairChoice: z.enum(['for', 'against']).optional(),
    /** By seat: the member's id and the choice. */
    ballots: z.record(Id, z.enum(ballotChoices)).default({}),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: [
    'not-found',
    'not-secretary',
    'not-proposed',
    'not-held-yet',
    'votes-missing',
    'more-votes-than-voters',
    'no-such-voter',
    'chair-decides-tie',
  ],
  async run(handle, { itemId, ballots, ...input }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const { item, meeting } = kept.value;
    if (item.state !== 'proposed') return err({ code: 'not-proposed' });
    if (meeting.state !== 'held') return err({ code: 'not-held-yet' });
    const { seats, presence } = await seatingOf(handle, meeting);
    const disqualified = new Set((await disqualifiedIn(handle, itemId)).map((one) => one.memberId));
    const voters = votersOf(seats, presence, disqualified);
    const given = Object.entries(ballots).map(([memberId, choice]) => ({ memberId, choice }));
    if (given.some(({ memberId }) => !voters.some((one) => one.memberId === memberId)))
      return err({ code: 'no-such-voter' });
    const bySeat = given.some(({ choice }) => choice !== 'absent');
    if (!bySeat && (input.for === undefined || input.against === undefined))
      return err({ code: 'votes-missing', field: 'for' });
    const all = voters.map(({ memberId }) => ({ memberId, choice: ballots[memberId] ?? 'absent' }));
    const counted = bySeat
      ? tallyOf(all)
      : { for: input.for!, against: input.against!, blank: input.blank, absent: 0 };
    const cast = counted.for + counted.against + counted.blank;
    if (cast === 0) return err({ code: 'votes-missing', field: 'for' });
    if (cast > voters.length)
      return err({
        code: 'more-votes-than-voters',
        field: 'for',
        details: { cast, voters: voters.length },
      });
    const chair = all.find(
      ({ memberId }) => seats.find((seat) => seat.memberId === memberId)?.capacity === 'chair',
    )?.choice;
    const own = chair === 'for' || chair === 'against' ? chair : undefined;
    const chairChoice = bySeat ? (own ?? input.chairChoice) : input.chairChoice;
    const outcome = outcomeOf({ ...counted, ...(chairChoice === undefined ? {} : { chairChoice }) });
    if (!outcome) return err({ code: 'chair-decides-tie', field: 'chairChoice' });
    await addVote(handle, itemId, {
      ...input,
      ...counted,
      absent: voters.length - cast,
      chairChoice,
      ballots: bySeat ? all : [],
    });
    return ok(outcome);
  },
});

/** Takes away a vote that was noted wrongly, while the item is undecided. */
export const dropVote = defineUseCase({
  name: 'governance.drop-vote',
  purpose: 'steering',
  input: z.object({ itemId: Id, voteId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'decided-already'],
  async run(handle, { itemId, voteId }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    if (kept.value.item.decidedOn !== undefined) return err({ code: 'decided-already' });
    return (await removeVote(handle, itemId, voteId)) ? ok() : err({ code: 'not-found' });
  },
});

/**
 * Notes that a seat is disqualified in an item, with the reason, or that it is not after all. Who is disqualified is not
 * there for the item's handling; the deputy is (Administrative Procedure Act 434/2003, 27–28 §).
 */
export const noteDisqualified = defineUseCase({
  name: 'governance.note-disqualified',
  purpose: 'steering',
  input: z.object({ itemId: Id, memberId: Id, out: z.boolean().default(true), why: maybe(500) }),
  policy: keepsGovernance,
  audit: { kind: 'none', why: 'who was not there for an item, by position' },
  refusals: ['not-found', 'not-secretary', 'decided-already', 'voted-already', 'disqualified-why-missing'],
  async run(handle, { itemId, memberId, out, why: reason }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const { item, meeting } = kept.value;
    if (item.decidedOn !== undefined) return err({ code: 'decided-already' });
    const { seats } = await seatingOf(handle, meeting);
    if (!seats.some((seat) => seat.memberId === memberId)) return err({ code: 'not-found' });
    if ((await votesOf(handle, itemId)).length > 0) return err({ code: 'voted-already' });
    if (out && reason === undefined) return err({ code: 'disqualified-why-missing', field: 'why' });
    await setDisqualified(handle, itemId, memberId, out ? reason : undefined);
    return ok();
  },
});

/**
 * Records a dissenting opinion: of a member who voted for what lost or made a counter-proposal, or of the presenter when
 * the decision differs from the proposal. Its reasons may come until the minutes are checked (410/2015, 106 §).
 */
export const noteDissent = defineUseCase({
  name: 'governance.note-dissent',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    /** Absent: the presenter. */
    memberId: Id.optional(),
    reasons: maybe(5_000),
    /** Made a counter-proposal, or voted against where only numbers are known. */
    opposed: z.boolean().default(false),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'not-decided', 'checked-already', 'dissent-without-ground'],
  async run(handle, { itemId, memberId, reasons, opposed }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const { item, meeting } = kept.value;
    if (item.decidedOn === undefined) return err({ code: 'not-decided' });
    if (meeting.state === 'checked') return err({ code: 'checked-already' });
    if (memberId === undefined) {
      if (item.result === 'accepted') return err({ code: 'dissent-without-ground', field: 'memberId' });
    } else {
      const { seats, presence } = await seatingOf(handle, meeting);
      const disqualified = new Set((await disqualifiedIn(handle, itemId)).map((one) => one.memberId));
      if (!votersOf(seats, presence, disqualified).some((one) => one.memberId === memberId))
        return err({ code: 'not-found' });
      if (!opposed && !lostWith(await votesOf(handle, itemId), memberId))
        return err({ code: 'dissent-without-ground', field: 'opposed' });
    }
    await keepDissent(handle, { itemId, memberId, reasons });
    return ok();
  },
});

/** Takes a dissenting opinion back, before the minutes are checked. */
export const withdrawDissent = defineUseCase({
  name: 'governance.withdraw-dissent',
  purpose: 'steering',
  input: z.object({ itemId: Id, dissentId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'checked-already'],
  async run(handle, { itemId, dissentId }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    if (kept.value.meeting.state === 'checked') return err({ code: 'checked-already' });
    return (await dropDissent(handle, itemId, dissentId)) ? ok() : err({ code: 'not-found' });
  },
});

/** Seats that may be disqualified in an item, or have a vote in it. */
export const hasPartIn = (seat: Parameters<typeof isVoting>[0]): boolean =>
  isVoting(seat) || seat.capacity === 'deputy';
