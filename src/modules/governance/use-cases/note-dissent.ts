import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { disqualifiedIn, saveDissent, votesOf } from '../db/votes.db.ts';
import { votersOf } from '../domain/membership.ts';
import { lostWith } from '../domain/voting.ts';
import { writesBodies } from '../policies.ts';
import { why } from './why.ts';
import { seatingOf, writableItem } from './writable-item.ts';

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
    reasons: optionalText(5_000),
    /** Made a counter-proposal, or voted against where only numbers are known. */
    opposed: z.boolean().default(false),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.voting },
  refusals: ['not-found', 'not-secretary', 'not-decided', 'checked-already', 'dissent-without-ground'],
  async run(context, { itemId, memberId, reasons, opposed }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const { item, meeting } = writable.value;
    if (item.decidedOn === undefined) return err({ code: 'not-decided' });
    if (meeting.state === 'checked') return err({ code: 'checked-already' });
    if (memberId === undefined) {
      if (item.result === 'accepted' || item.presenter === undefined)
        return err({ code: 'dissent-without-ground', field: 'memberId' });
    } else {
      const { seats, presence } = await seatingOf(context, meeting);
      const disqualified = new Set((await disqualifiedIn(context, itemId)).map((row) => row.memberId));
      if (!votersOf(seats, presence, disqualified).some((member) => member.memberId === memberId))
        return err({ code: 'not-found' });
      if (!opposed && !lostWith(await votesOf(context, itemId), memberId))
        return err({ code: 'dissent-without-ground', field: 'opposed' });
    }
    await saveDissent(context, { itemId, memberId, reasons });
    return ok();
  },
});
