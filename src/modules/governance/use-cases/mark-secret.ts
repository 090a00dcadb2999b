import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { changeItem } from '../db/agenda.db.ts';
import { listPublications } from '../db/publications.db.ts';
import { writesBodies } from '../policies.ts';
import { why } from './why.ts';
import { writableItem } from './writable-item.ts';

/** Keeps an item from the public, by the section of law that says so, or lets it be read; until the minutes are out. */
export const markSecret = defineUseCase({
  name: 'governance.mark-secret',
  purpose: 'steering',
  input: z.object({ itemId: Id, basis: optionalText(300) }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.items },
  refusals: ['not-found', 'not-secretary', 'published-already'],
  async run(context, { itemId, basis }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const { meetingId } = writable.value.meeting;
    if ((await listPublications(context, { meetingId })).length > 0)
      return err({ code: 'published-already' });
    await changeItem(context, itemId, { secretBasis: basis ?? null });
    return ok();
  },
});
