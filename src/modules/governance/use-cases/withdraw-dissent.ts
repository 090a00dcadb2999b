import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { dropDissent } from '../db/votes.db.ts';
import { writesBodies } from '../policies.ts';
import { why } from './why.ts';
import { writableItem } from './writable-item.ts';

/** Takes a dissenting opinion back, before the minutes are checked. */
export const withdrawDissent = defineUseCase({
  name: 'governance.withdraw-dissent',
  purpose: 'steering',
  input: z.object({ itemId: Id, dissentId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.voting },
  refusals: ['not-found', 'not-secretary', 'checked-already'],
  async run(context, { itemId, dissentId }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    if (writable.value.meeting.state === 'checked') return err({ code: 'checked-already' });
    return (await dropDissent(context, itemId, dissentId)) ? ok() : err({ code: 'not-found' });
  },
});
