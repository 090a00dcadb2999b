import { z } from 'zod';
import { writesPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addPerson, removePerson } from '../db/presence.db.ts';
import { barOf, presence } from './event-work.ts';

/**
 * Writes down that the worker's own client came, or takes it back; each person once in an event. People of an information
 * event are visitors and only counted (requirements EVT-11).
 */
export const notePerson = defineUseCase({
  name: 'events.note-person',
  purpose: 'employment-service',
  input: z.object({ eventId: Id, clientId: Id, came: z.boolean().default(true) }),
  policy: writesPerson('tasks'),
  audit: {
    kind: 'changes',
    subjects: ({ clientId }) => [clientId],
    details: ({ came }) => ({ came }),
  },
  refusals: [...presence, 'visitors-only', 'here-already'],
  async run(context, { eventId, clientId, came }) {
    const { bar, event } = await barOf(context, eventId);
    if (bar) return err({ code: bar });
    if (event.kind === 'information') return err({ code: 'visitors-only' });
    if (!came) {
      await removePerson(context, eventId, clientId);
      return ok();
    }
    return (await addPerson(context, eventId, clientId)) ? ok() : err({ code: 'here-already' });
  },
});
