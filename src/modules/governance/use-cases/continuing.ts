import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import {
  addItem,
  chainOf,
  changeItem,
  decisionsOf,
  partsOf,
  setPart,
  setProposals,
} from '../db/agenda.db.ts';
import { copyAttachments } from '../db/attachments.db.ts';
import { findMeeting } from '../db/meetings.db.ts';
import { keepsGovernance } from '../policies.ts';
import { keptItem } from './kept.ts';

/**
 * Takes an item that was tabled or returned onto the agenda of a later meeting of the body: a draft with the same heading,
 * preparers, text, proposals and attachments, which goes on with the one before.
 */
export const continueItem = defineUseCase({
  name: 'governance.continue-item',
  purpose: 'steering',
  input: z.object({ itemId: Id, meetingId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why: 'an item of a body; officials stand in it in their office' },
  refusals: ['not-found', 'not-secretary', 'not-left-open', 'continued-already', 'meeting-not-later'],
  async run(handle, { itemId, meetingId }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const { item, meeting } = kept.value;
    if (item.result !== 'tabled' && item.result !== 'returned') return err({ code: 'not-left-open' });
    if ((await chainOf(handle, item)).after.length > 0) return err({ code: 'continued-already' });
    const later = await findMeeting(handle, meetingId);
    if (later?.bodyId !== item.bodyId) return err({ code: 'not-found' });
    if (later.heldOn <= meeting.heldOn || later.state === 'checked')
      return err({ code: 'meeting-not-later', field: 'meetingId' });
    const next = await addItem(handle, {
      meetingId,
      bodyId: item.bodyId,
      heading: item.heading,
      language: item.language,
      mandateRole: item.mandateRole,
      continuesId: itemId,
    });
    await changeItem(handle, next, {
      registerNumbers: item.registerNumbers,
      preparers: item.preparers.map(({ position }) => ({ position })),
      presenter: item.presenter ? { position: item.presenter.position } : null,
      secretBasis: item.secretBasis ?? null,
    });
    for (const kind of ['background', 'legal-basis', 'appeal'] as const) {
      const text = (await partsOf(handle, itemId)).flatMap((part) => (part.kind === kind ? part.text : []));
      await setPart(handle, next, kind, text.join('\n\n'));
    }
    await setProposals(
      handle,
      next,
      (await decisionsOf(handle, itemId)).map(({ kind, proposed }) => ({ kind, text: proposed })),
    );
    await copyAttachments(handle, itemId, next);
    return ok({ itemId: next });
  },
});
