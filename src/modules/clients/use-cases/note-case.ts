import { z } from 'zod';
import { writesPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { writeNote } from '../db/notes.db.ts';
import { openCaseOf } from '../db/responsibility.db.ts';
import { sensitivities } from '../domain/kinds.ts';

/** Writes a note of the viewer's own on a person's case. What is written stays: a correction is a new note. */
export const noteCase = defineUseCase({
  name: 'clients.note-case',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    text: z.string().trim().min(1, { error: 'required' }).max(10_000),
    sensitivity: z.enum(sensitivities).default('ordinary'),
  }),
  policy: (context, input) =>
    writesPerson(input.sensitivity === 'sensitive' ? 'sensitive-notes' : 'notes')(context, input),
  audit: {
    kind: 'changes',
    subjects: ({ clientId }) => [clientId],
    details: ({ sensitivity }) => ({ sensitivity }),
  },
  refusals: ['no-open-case'],
  async run(context, { clientId, text, sensitivity }) {
    const open = await openCaseOf(context, clientId);
    if (!open) return err({ code: 'no-open-case' });
    return ok({ noteId: await writeNote(context, { clientId, caseId: open.id, sensitivity, text }) });
  },
});
