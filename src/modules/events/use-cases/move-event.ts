import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findEvent, setState } from '../db/events.db.ts';
import { noPersonalData, writesEvents } from '../policies.ts';

/** An event was held, is called off, or stands again. Held only on its day or after it. */
export const moveEvent = defineUseCase({
  name: 'events.move',
  purpose: 'steering',
  input: z.object({ eventId: Id, to: z.enum(['planned', 'held', 'cancelled']) }),
  policy: writesEvents,
  audit: noPersonalData,
  refusals: ['event-not-found', 'event-not-yet', 'event-moved-already'],
  async run(context, { eventId, to }) {
    const event = await findEvent(context, eventId);
    if (!event) return err({ code: 'event-not-found' });
    if (
      event.state === to ||
      (event.state === 'held' && to === 'cancelled') ||
      (event.state === 'cancelled' && to === 'held')
    )
      return err({ code: 'event-moved-already' });
    if (to === 'held' && event.heldOn > context.today) return err({ code: 'event-not-yet' });
    await setState(context, eventId, to);
    return ok();
  },
});
