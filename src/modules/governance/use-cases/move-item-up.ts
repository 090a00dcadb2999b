import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { agendaOf, changeItem, findItem } from '../db/agenda.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** Moves an item one place up on an agenda whose sections have not been numbered yet. */
export const moveItemUp = defineUseCase({
  name: 'governance.move-item-up',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.items },
  refusals: ['not-found', 'not-secretary', 'decided-already'],
  async run(context, { itemId }) {
    const item = await findItem(context, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, item.bodyId))) return err({ code: 'not-secretary' });
    const agenda = await agendaOf(context, item.meetingId);
    const above = agenda[agenda.findIndex((row) => row.itemId === itemId) - 1];
    if (!above) return ok();
    if (item.section !== undefined || above.section !== undefined) return err({ code: 'decided-already' });
    await changeItem(context, itemId, { place: above.place });
    await changeItem(context, above.itemId, { place: item.place });
    return ok();
  },
});
