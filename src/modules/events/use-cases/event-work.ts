import { findEvent } from '../db/events.db.ts';

export const presence = ['event-not-found', 'event-not-yet', 'event-cancelled'] as const;

/** May somebody be written down as having come? From its day on, unless it was called off. */
export async function barOf(context: Parameters<typeof findEvent>[0], eventId: string) {
  const event = await findEvent(context, eventId);
  if (!event) return { bar: 'event-not-found' as const };
  if (event.state === 'cancelled') return { bar: 'event-cancelled' as const };
  if (event.heldOn > context.today) return { bar: 'event-not-yet' as const };
  return { event };
}
