import { z } from 'zod';
import { anySignedIn } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findItem } from '../db/agenda.db.ts';
import { findReceiver, markRead } from '../db/receivers.db.ts';
import { isSecretaryOf } from '../policies.ts';
import { why } from './why.ts';

/** The receiver marks a decision as read; the secretary marks it for a receiver outside who has said so. */
export const noteRead = defineUseCase({
  name: 'governance.note-read',
  purpose: 'steering',
  input: z.object({ receiverId: Id }),
  policy: anySignedIn,
  audit: { kind: 'none', why: why.distribution },
  refusals: ['not-found', 'not-secretary', 'not-sent', 'read-already'],
  async run(context, { receiverId }) {
    const receiver = await findReceiver(context, receiverId);
    if (!receiver) return err({ code: 'not-found' });
    const own = receiver.accountId !== undefined && receiver.accountId === context.viewer.accountId;
    if (!own) {
      const item = await findItem(context, receiver.itemId);
      const outside = receiver.accountId === undefined;
      if (!item || !outside || !(await isSecretaryOf(context, item.bodyId)))
        return err({ code: 'not-secretary' });
    }
    if (receiver.sentAt === undefined) return err({ code: 'not-sent' });
    const done = await markRead(context, receiverId, own ? 'receiver' : 'secretary');
    return done ? ok() : err({ code: 'read-already' });
  },
});
