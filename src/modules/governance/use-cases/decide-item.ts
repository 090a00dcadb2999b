import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { changeItem, decisionsOf, nextSection, setDecided, setPart } from '../db/agenda.db.ts';
import { findBody } from '../db/bodies.db.ts';
import { confirmCommitments } from '../db/commitments.db.ts';
import { disqualifiedIn, votesOf } from '../db/votes.db.ts';
import { results } from '../domain/codes.ts';
import { quorumOf } from '../domain/membership.ts';
import { resultsAfter } from '../domain/voting.ts';
import { writesBodies } from '../policies.ts';
import { why } from './why.ts';
import { quorumRule, seatingOf, writableItem } from './writable-item.ts';

/**
 * Notes what the meeting decided. The day of the decision is the day of the meeting; the section is the body's next of the
 * year; promises of the item are confirmed by its first decision. The result agrees with the votes. What was tabled or
 * returned comes to nothing here and goes on as another item.
 */
export const decideItem = defineUseCase({
  name: 'governance.decide-item',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    result: z.enum(results),
    /** The words of each outcome when they were changed, by the decision's id. */
    changed: z.record(Id, optionalText(5_000)).default({}),
    handling: optionalText(10_000),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.deciding },
  refusals: [
    'not-found',
    'not-secretary',
    'not-proposed',
    'not-held-yet',
    'not-quorate',
    'vote-says-otherwise',
    'words-unchanged',
  ],
  async run(context, { itemId, result, changed, handling }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const { item, meeting } = writable.value;
    if (item.state !== 'proposed') return err({ code: 'not-proposed' });
    if (meeting.state !== 'held') return err({ code: 'not-held-yet' });
    const body = (await findBody(context, item.bodyId))!;
    const { seats, presence } = await seatingOf(context, meeting);
    const out = new Set((await disqualifiedIn(context, itemId)).map((row) => row.memberId));
    const quorum = quorumOf(seats, presence, quorumRule(body, meeting.heldOn), out);
    if (!quorum.quorate)
      return err({ code: 'not-quorate', details: { present: quorum.present, needed: quorum.needed } });
    if (!resultsAfter(await votesOf(context, itemId)).includes(result))
      return err({ code: 'vote-says-otherwise', field: 'result' });
    const decisions = await decisionsOf(context, itemId);
    const wordsOf = (decision: (typeof decisions)[number]) =>
      result === 'accepted'
        ? decision.proposed
        : result === 'accepted-changed'
          ? (changed[decision.decisionId] ?? decision.proposed)
          : null;
    if (
      result === 'accepted-changed' &&
      decisions.every((decision) => wordsOf(decision) === decision.proposed)
    )
      return err({ code: 'words-unchanged', field: 'result' });
    await setPart(context, itemId, 'handling', handling ?? '');
    await setDecided(context, new Map(decisions.map((decision) => [decision.decisionId, wordsOf(decision)])));
    await changeItem(context, itemId, {
      state: 'decided',
      result,
      decidedOn: meeting.heldOn,
      section: item.section ?? (await nextSection(context, item.bodyId, meeting.heldOn)),
    });
    const confirming = decisions.find((decision) => decision.kind === 'decide' && wordsOf(decision) !== null);
    if (confirming) await confirmCommitments(context, itemId, confirming.decisionId);
    return ok({ decisions: decisions.map((decision) => decision.decisionId), decidedOn: meeting.heldOn });
  },
});
