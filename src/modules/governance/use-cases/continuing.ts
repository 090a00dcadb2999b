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
import { writesBodies } from '../policies.ts';
import { writableItem } from './writable-item.ts';

/**
 * Takes an item that was tabled or returned onto the agenda of a later meeting of the body: a draft with the same heading,
 * preparers, text, proposals and attachments, which goes on with the one before.
 */
export const continueItem = defineUseCase({
  name: 'governance.continue-item',
  purpose: 'steering',
  input: z.object({ itemId: Id, meetingId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: 'an item of a body; officials stand in it in their office' },
  refusals: ['not-found', 'not-secretary', 'not-left-open', 'continued-already', 'meeting-not-later'],
  async run(context, { itemId, meetingId }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const { item, meeting } = writable.value;
    if (item.result !== 'tabled' && item.result !== 'returned') return err({ code: 'not-left-open' });
    if ((await chainOf(context, item)).after.length > 0) return err({ code: 'continued-already' });
    const later = await findMeeting(context, meetingId);
    if (later?.bodyId !== item.bodyId) return err({ code: 'not-found' });
    if (later.heldOn <= meeting.heldOn || later.state === 'checked')
      return err({ code: 'meeting-not-later', field: 'meetingId' });
    const next = await addItem(context, {
      meetingId,
      bodyId: item.bodyId,
      heading: item.heading,
      language: item.language,
      mandateRole: item.mandateRole,
      continuesId: itemId,
    });
    await changeItem(context, next, {
      registerNumbers: item.registerNumbers,
      preparers: item.preparers.map(({ position }) => ({ position })),
      presenter: item.presenter ? { position: item.presenter.position } : null,
      secretBasis: item.secretBasis ?? null,
    });
    for (const kind of ['background', 'legal-basis', 'appeal'] as const) {
      const text = (await partsOf(context, itemId)).flatMap((part) => (part.kind === kind ? part.text : []));
      await setPart(context, next, kind, text.join('\n\n'));
    }
    await setProposals(
      context,
      next,
      (await decisionsOf(context, itemId)).map(({ kind, proposed }) => ({ kind, text: proposed })),
    );
    await copyAttachments(context, itemId, next);
    return ok({ itemId: next });
  },
});
