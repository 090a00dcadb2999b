import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { Cents } from '#kernel/money.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { changeItem, decisionsOf, findItem, nextSection, setDecided, setPart } from '../db/agenda.db.ts';
import { findBody } from '../db/bodies.db.ts';
import { addCommitment, confirmCommitments, listCommitments, settle } from '../db/commitments.db.ts';
import { findDecisions } from '../db/items.db.ts';
import { disqualifiedIn, votesOf } from '../db/votes.db.ts';
import { commitmentChannels, results, settlements } from '../domain/codes.ts';
import { quorumOf } from '../domain/membership.ts';
import { resultsAfter } from '../domain/voting.ts';
import { keepsBody, keepsGovernance, readsGovernance } from '../policies.ts';
import { maybe, words } from './inputs.ts';
import { keptItem, quorumRule, seatingOf } from './kept.ts';

const why = 'what a body decided; officials stand in it in their office';

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
    changed: z.record(Id, maybe(5_000)).default({}),
    handling: maybe(10_000),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: [
    'not-found',
    'not-secretary',
    'not-proposed',
    'not-held-yet',
    'not-quorate',
    'vote-says-otherwise',
    'words-unchanged',
  ],
  async run(handle, { itemId, result, changed, handling }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const { item, meeting } = kept.value;
    if (item.state !== 'proposed') return err({ code: 'not-proposed' });
    if (meeting.state !== 'held') return err({ code: 'not-held-yet' });
    const body = (await findBody(handle, item.bodyId))!;
    const { seats, presence } = await seatingOf(handle, meeting);
    const out = new Set((await disqualifiedIn(handle, itemId)).map((one) => one.memberId));
    const quorum = quorumOf(seats, presence, quorumRule(body, meeting.heldOn), out);
    if (!quorum.quorate)
      return err({ code: 'not-quorate', details: { present: quorum.present, needed: quorum.needed } });
    if (!resultsAfter(await votesOf(handle, itemId)).includes(result))
      return err({ code: 'vote-says-otherwise', field: 'result' });
    const decisions = await decisionsOf(handle, itemId);
    const wordsOf = (one: (typeof decisions)[number]) =>
      result === 'accepted'
        ? one.proposed
        : result === 'accepted-changed'
          ? (changed[one.decisionId] ?? one.proposed)
          : null;
    if (result === 'accepted-changed' && decisions.every((one) => wordsOf(one) === one.proposed))
      return err({ code: 'words-unchanged', field: 'result' });
    await setPart(handle, itemId, 'handling', handling ?? '');
    await setDecided(handle, new Map(decisions.map((one) => [one.decisionId, wordsOf(one)])));
    await changeItem(handle, itemId, {
      state: 'decided',
      result,
      decidedOn: meeting.heldOn,
      section: item.section ?? (await nextSection(handle, item.bodyId, meeting.heldOn)),
    });
    const confirming = decisions.find((one) => one.kind === 'decide' && wordsOf(one) !== null);
    if (confirming) await confirmCommitments(handle, itemId, confirming.decisionId);
    return ok({ decisions: decisions.map((one) => one.decisionId), decidedOn: meeting.heldOn });
  },
});

/** Notes a promise given for the body, with its own day: before the decision, or without one (F-15). */
export const notePromise = defineUseCase({
  name: 'governance.note-promise',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    itemId: Id.optional(),
    text: words(2_000),
    madeOn: Day,
    channel: z.enum(commitmentChannels),
    cents: Cents.optional(),
    condition: maybe(1_000),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why: 'a promise of a body, nobody’s data' },
  refusals: ['not-found', 'not-secretary', 'promise-ahead'],
  async run(handle, input) {
    if (!(await findBody(handle, input.bodyId))) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, input.bodyId))) return err({ code: 'not-secretary' });
    if (input.madeOn > handle.today) return err({ code: 'promise-ahead', field: 'madeOn' });
    const item = input.itemId === undefined ? undefined : await findItem(handle, input.itemId);
    if (input.itemId !== undefined && item?.bodyId !== input.bodyId) return err({ code: 'not-found' });
    const commitmentId = await addCommitment(handle, input);
    const confirming = item?.decidedOn
      ? (await decisionsOf(handle, item.itemId)).find((one) => one.kind === 'decide' && one.decided)
      : undefined;
    if (item && confirming) await confirmCommitments(handle, item.itemId, confirming.decisionId);
    return ok({ commitmentId });
  },
});

/** Notes what became of a promise's condition: met, or lapsed (ARE-12). */
export const settlePromise = defineUseCase({
  name: 'governance.settle-promise',
  purpose: 'steering',
  input: z.object({
    commitmentId: Id,
    settled: z.enum(settlements),
    on: Day,
    note: maybe(1_000),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why: 'a promise of a body, nobody’s data' },
  refusals: ['not-found', 'not-secretary', 'settled-already', 'settled-before-promised'],
  async run(handle, { commitmentId, settled, on, note }) {
    const [promise] = await listCommitments(handle, { commitmentId });
    if (!promise) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, promise.bodyId))) return err({ code: 'not-secretary' });
    if (on < promise.madeOn) return err({ code: 'settled-before-promised', field: 'on' });
    const done = await settle(handle, commitmentId, { settled, on, note });
    return done ? ok() : err({ code: 'settled-already' });
  },
});

/** Decisions taken, by words of their heading, text or register number: for choosing one in another room (ARE-10). */
export const searchDecisions = defineUseCase({
  name: 'governance.search-decisions',
  purpose: 'steering',
  input: z.object({
    words: z.string().trim().max(100).default(''),
    limit: z.number().int().min(1).max(100).default(20),
  }),
  policy: readsGovernance,
  audit: { kind: 'none', why },
  refusals: [],
  async run(handle, input) {
    return ok({ decisions: await findDecisions(handle, input.words, input.limit) });
  },
});
