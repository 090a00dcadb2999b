import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { setDisqualified, votesOf } from '../db/votes.db.ts';
import { writesBodies } from '../policies.ts';
import { seatingOf, writableItem } from './writable-item.ts';

/**
 * Notes that a seat is disqualified in an item, with the reason, or that it is not after all. Who is disqualified is not
 * there for the item's handling; the deputy is (Administrative Procedure Act 434/2003, 27–28 §).
 */
export const noteDisqualified = defineUseCase({
  name: 'governance.note-disqualified',
  purpose: 'steering',
  input: z.object({ itemId: Id, memberId: Id, out: z.boolean().default(true), why: optionalText(500) }),
  policy: writesBodies,
  audit: { kind: 'none', why: 'who was not there for an item, by position' },
  refusals: ['not-found', 'not-secretary', 'decided-already', 'voted-already', 'disqualified-why-missing'],
  async run(context, { itemId, memberId, out, why: reason }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const { item, meeting } = writable.value;
    if (item.decidedOn !== undefined) return err({ code: 'decided-already' });
    const { seats } = await seatingOf(context, meeting);
    if (!seats.some((seat) => seat.memberId === memberId)) return err({ code: 'not-found' });
    if ((await votesOf(context, itemId)).length > 0) return err({ code: 'voted-already' });
    if (out && reason === undefined) return err({ code: 'disqualified-why-missing', field: 'why' });
    await setDisqualified(context, itemId, memberId, out ? reason : undefined);
    return ok();
  },
});
