import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import {
  addItem,
  agendaOf,
  changeItem,
  decisionsOf,
  findItem,
  partsOf,
  removeItem,
  setPart,
  setProposals,
} from '../db/agenda.db.ts';
import { findMeeting } from '../db/meetings.db.ts';
import { listPublications } from '../db/publications.db.ts';
import { mandateRoles, outcomeKinds } from '../domain/codes.ts';
import { keepsBody, keepsGovernance } from '../policies.ts';
import { maybe, words } from './inputs.ts';
import { keptItem } from './kept.ts';

const why = 'an item of a body; officials stand in it in their office';

/** Puts a new item on the agenda, as a draft that those of the body see. */
export const draftItem = defineUseCase({
  name: 'governance.draft-item',
  purpose: 'steering',
  input: z.object({
    meetingId: Id,
    heading: words(500),
    language: z.enum(['fi', 'sv', 'en']).default('fi'),
    mandateRole: z.enum(mandateRoles).optional(),
    continuesId: Id.optional(),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'checked-already'],
  async run(handle, input) {
    const meeting = await findMeeting(handle, input.meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state === 'checked') return err({ code: 'checked-already' });
    return ok({ itemId: await addItem(handle, { ...input, bodyId: meeting.bodyId }) });
  },
});

const Proposal = z.object({ kind: z.enum(outcomeKinds), text: words(5_000) });

/** Writes the parts of an item that has not been decided. */
export const saveItem = defineUseCase({
  name: 'governance.save-item',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    heading: words(500),
    /** One a line. */
    registerNumbers: maybe(2_000),
    mandateRole: z.enum(mandateRoles).optional(),
    /** Positions, one a line. */
    preparers: maybe(2_000),
    presenter: maybe(200),
    background: maybe(60_000),
    legalBasis: maybe(5_000),
    appeal: maybe(10_000),
    proposals: z.array(Proposal).max(20),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'decided-already'],
  async run(handle, input) {
    const item = await findItem(handle, input.itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' });
    if (item.decidedOn !== undefined || item.source !== undefined) return err({ code: 'decided-already' });
    await changeItem(handle, item.itemId, {
      heading: input.heading,
      registerNumbers: linesOf(input.registerNumbers),
      mandateRole: input.mandateRole ?? null,
      preparers: linesOf(input.preparers).map((position) => ({ position })),
      presenter: input.presenter === undefined ? null : { position: input.presenter },
    });
    await setPart(handle, item.itemId, 'background', input.background ?? '');
    await setPart(handle, item.itemId, 'legal-basis', input.legalBasis ?? '');
    await setPart(handle, item.itemId, 'appeal', input.appeal ?? '');
    await setProposals(handle, item.itemId, input.proposals);
    return ok();
  },
});

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** From a draft to the agenda: it needs an explanation, somebody who prepared it, and a proposal. */
export const proposeItem = defineUseCase({
  name: 'governance.propose-item',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: [
    'not-found',
    'not-secretary',
    'proposed-already',
    'background-missing',
    'preparer-missing',
    'proposal-missing',
  ],
  async run(handle, { itemId }) {
    const item = await findItem(handle, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' });
    if (item.state !== 'draft') return err({ code: 'proposed-already' });
    if (!(await partsOf(handle, itemId)).some((part) => part.kind === 'background'))
      return err({ code: 'background-missing' });
    if (item.preparers.length === 0) return err({ code: 'preparer-missing' });
    if ((await decisionsOf(handle, itemId)).length === 0) return err({ code: 'proposal-missing' });
    await changeItem(handle, itemId, { state: 'proposed' });
    return ok();
  },
});

/** Takes a draft away. What has been proposed stays: it can be returned or rejected, not made undone. */
export const removeDraft = defineUseCase({
  name: 'governance.remove-draft',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'proposed-already'],
  async run(handle, { itemId }) {
    const item = await findItem(handle, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' });
    if (item.state !== 'draft') return err({ code: 'proposed-already' });
    await removeItem(handle, itemId);
    return ok({ meetingId: item.meetingId });
  },
});

/** Moves an item one place up on an agenda whose sections have not been numbered yet. */
export const moveItemUp = defineUseCase({
  name: 'governance.move-item-up',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'decided-already'],
  async run(handle, { itemId }) {
    const item = await findItem(handle, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' });
    const agenda = await agendaOf(handle, item.meetingId);
    const above = agenda[agenda.findIndex((one) => one.itemId === itemId) - 1];
    if (!above) return ok();
    if (item.section !== undefined || above.section !== undefined) return err({ code: 'decided-already' });
    await changeItem(handle, itemId, { place: above.place });
    await changeItem(handle, above.itemId, { place: item.place });
    return ok();
  },
});

/** Keeps an item from the public, by the section of law that says so, or lets it be read; until the minutes are out. */
export const markSecret = defineUseCase({
  name: 'governance.mark-secret',
  purpose: 'steering',
  input: z.object({ itemId: Id, basis: maybe(300) }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'published-already'],
  async run(handle, { itemId, basis }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const { meetingId } = kept.value.meeting;
    if ((await listPublications(handle, { meetingId })).length > 0) return err({ code: 'published-already' });
    await changeItem(handle, itemId, { secretBasis: basis ?? null });
    return ok();
  },
});
