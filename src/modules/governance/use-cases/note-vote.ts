import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addVote, disqualifiedIn } from '../db/votes.db.ts';
import { ballotChoices, counterKinds } from '../domain/codes.ts';
import { votersOf } from '../domain/membership.ts';
import { outcomeOf, tallyOf } from '../domain/voting.ts';
import { writesBodies } from '../policies.ts';
import { why } from './why.ts';
import { seatingOf, writableItem } from './writable-item.ts';

const count = z.int().min(0).max(500);

/**
 * Notes a vote on an item: by seat, or in numbers only. More votes than there are voters are refused; a tie needs the
 * chair's vote, which decides (410/2015, 104 §). Who has no ballot was absent from it.
 */
export const noteVote = defineUseCase({
  name: 'governance.note-vote',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    proposal: requiredText(2_000),
    counter: requiredText(2_000),
    counterKind: z.enum(counterKinds),
    /** In numbers; left out when the ballots are given. */
    for: count.optional(),
    against: count.optional(),
    blank: count.default(0),
    chairChoice: z.enum(['for', 'against']).optional(),
    /** By seat: the member's id and the choice. */
    ballots: z.record(Id, z.enum(ballotChoices)).default({}),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.voting },
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
  async run(context, { itemId, ballots, ...input }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const { item, meeting } = writable.value;
    if (item.state !== 'proposed') return err({ code: 'not-proposed' });
    if (meeting.state !== 'held') return err({ code: 'not-held-yet' });
    const { seats, presence } = await seatingOf(context, meeting);
    const disqualified = new Set((await disqualifiedIn(context, itemId)).map((row) => row.memberId));
    const voters = votersOf(seats, presence, disqualified);
    const given = Object.entries(ballots).map(([memberId, choice]) => ({ memberId, choice }));
    if (given.some(({ memberId }) => !voters.some((voter) => voter.memberId === memberId)))
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
    await addVote(context, itemId, {
      ...input,
      ...counted,
      absent: voters.length - cast,
      chairChoice,
      ballots: bySeat ? all : [],
    });
    return ok(outcome);
  },
});
