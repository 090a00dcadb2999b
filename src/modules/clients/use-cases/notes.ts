import { z } from 'zod';
import { mayWrite, readsPerson, relationTo } from '#access';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { notesOf } from '../db/notes.db.ts';
import { namesOf } from '../db/people.db.ts';

const Position = z.object({ writtenAt: z.iso.datetime(), noteId: Id });

/** Notes of a person, newest first. A sensitive note is shown to its author and to the person, to nobody else. */
export const notes = defineUseCase({
  name: 'clients.notes',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    cursor: z.string().max(500).optional(),
    limit: z.number().int().min(1).max(100).default(20),
  }),
  policy: readsPerson('notes'),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: ['invalid-cursor'],
  async run(context, { clientId, cursor, limit }) {
    const position = cursor === undefined ? undefined : decodeCursor(cursor, Position);
    if (position && !position.ok) return err({ code: 'invalid-cursor', field: 'cursor' });
    const rows = await notesOf(context, clientId, limit + 1, position?.value);
    const { items, next } = cutPage(rows, limit, ({ writtenAt, noteId }) => ({ writtenAt, noteId }));
    const relation = await relationTo(context, clientId);
    return ok({
      clientId,
      name: (await namesOf(context, [clientId])).get(clientId)?.full ?? '',
      items,
      ...(next === undefined ? {} : { next }),
      actions: { note: mayWrite(context.viewer, 'notes', relation, context.now).permit },
    });
  },
});
