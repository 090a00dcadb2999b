import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { removeVote } from '../db/votes.db.ts';
import { writesBodies } from '../policies.ts';
import { why } from './why.ts';
import { writableItem } from './writable-item.ts';

/** Takes away a vote that was noted wrongly, while the item is undecided. */
export const dropVote = defineUseCase({
  name: 'governance.drop-vote',
  purpose: 'steering',
  input: z.object({ itemId: Id, voteId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.voting },
  refusals: ['not-found', 'not-secretary', 'decided-already'],
  async run(context, { itemId, voteId }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    if (writable.value.item.decidedOn !== undefined) return err({ code: 'decided-already' });
    return (await removeVote(context, itemId, voteId)) ? ok() : err({ code: 'not-found' });
  },
});
