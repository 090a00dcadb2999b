import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addItem } from '../db/agenda.db.ts';
import { findMeeting } from '../db/meetings.db.ts';
import { mandateRoles } from '../domain/codes.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** Puts a new item on the agenda, as a draft that those of the body see. */
export const draftItem = defineUseCase({
  name: 'governance.draft-item',
  purpose: 'steering',
  input: z.object({
    meetingId: Id,
    heading: requiredText(500),
    language: z.enum(['fi', 'sv', 'en']).default('fi'),
    mandateRole: z.enum(mandateRoles).optional(),
    continuesId: Id.optional(),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.items },
  refusals: ['not-found', 'not-secretary', 'checked-already'],
  async run(context, input) {
    const meeting = await findMeeting(context, input.meetingId);
    if (!meeting) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, meeting.bodyId))) return err({ code: 'not-secretary' });
    if (meeting.state === 'checked') return err({ code: 'checked-already' });
    return ok({ itemId: await addItem(context, { ...input, bodyId: meeting.bodyId }) });
  },
});
