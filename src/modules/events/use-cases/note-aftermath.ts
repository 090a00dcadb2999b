import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findEvent, setAftermath } from '../db/events.db.ts';
import { noPersonalData, writesEvents } from '../policies.ts';

/**
 * What came of an event: visitors as a mere count, who are nobody's participants (requirements EVT-11), what was learned,
 * and what was done otherwise than last time (EVT-03).
 */
export const noteAftermath = defineUseCase({
  name: 'events.note-aftermath',
  purpose: 'steering',
  input: z.object({
    eventId: Id,
    visitors: z.int().min(0).max(999_999).optional(),
    lessons: optionalText(4000),
    changes: optionalText(4000),
  }),
  policy: writesEvents,
  audit: noPersonalData,
  refusals: ['event-not-found', 'event-not-yet'],
  async run(context, { eventId, ...told }) {
    const event = await findEvent(context, eventId);
    if (!event) return err({ code: 'event-not-found' });
    if (told.visitors !== undefined && event.heldOn > context.today)
      return err({ code: 'event-not-yet', field: 'visitors' });
    await setAftermath(context, eventId, { ...told, visitors: told.visitors });
    return ok();
  },
});
