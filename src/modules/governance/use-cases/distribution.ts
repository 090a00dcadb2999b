import { z } from 'zod';
import { actingAsSystem, anySignedIn } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { changeItem, findItem } from '../db/agenda.db.ts';
import {
  addReceiver,
  dropReceiver,
  findReceiver,
  markRead,
  markSent,
  readingOf,
  receiversOf,
} from '../db/receivers.db.ts';
import { keepsBody, keepsGovernance } from '../policies.ts';
import { maybe, words } from './inputs.ts';
import { isAmong } from './lists.ts';

const why = 'who is told of a decision, by position; an account is an official or a trustee';

/** Puts somebody on the distribution list of an item: by position, with an account when the receiver signs in here. */
export const addToList = defineUseCase({
  name: 'governance.add-receiver',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    position: words(300),
    organisation: maybe(200),
    accountId: Id.optional(),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'on-the-list'],
  async run(handle, input) {
    const item = await findItem(handle, input.itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' });
    if (isAmong(await receiversOf(handle, input.itemId), input))
      return err({ code: 'on-the-list', field: 'position' });
    await addReceiver(handle, input);
    return ok();
  },
});

/** Takes a receiver off the list, unless the decision has been sent to it already. */
export const dropFromList = defineUseCase({
  name: 'governance.drop-receiver',
  purpose: 'steering',
  input: z.object({ itemId: Id, receiverId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'sent-already'],
  async run(handle, { itemId, receiverId }) {
    const item = await findItem(handle, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' });
    return (await dropReceiver(handle, receiverId)) ? ok() : err({ code: 'sent-already' });
  },
});

/** Makes a decision known to those on the list who have not been told: on the own page and by mail, with a mark of sending. */
export const sendDecision = defineUseCase({
  name: 'governance.send-decision',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'not-decided', 'nobody-to-tell'],
  async run(handle, { itemId }) {
    const item = await findItem(handle, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' });
    if (item.decidedOn === undefined) return err({ code: 'not-decided' });
    const sent = await markSent(handle, itemId);
    if (sent.length === 0) return err({ code: 'nobody-to-tell' });
    if (item.state === 'decided')
      await changeItem(handle, itemId, { state: 'notified', notifiedOn: handle.today });
    await notify(
      handle,
      ...sent.flatMap((one) =>
        one.accountId === undefined
          ? []
          : {
              accountId: one.accountId,
              kind: 'decision-to-read',
              params: { heading: item.heading, section: item.section ?? '' },
              link: '/to-read',
            },
      ),
    );
    return ok({ sent: sent.length, outside: sent.filter((one) => one.accountId === undefined).length });
  },
});

/** Everything that the viewer has been given to read, whatever the role. */
export const toRead = defineUseCase({
  name: 'governance.to-read',
  purpose: 'steering',
  input: z.object({}).default({}),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'the viewer’s own reading list' },
  refusals: [],
  async run(handle) {
    const { accountId } = handle.viewer;
    if (accountId === undefined) return ok({ reading: [] });
    return ok({
      reading: await actingAsSystem(handle, 'the own list, whatever the role may read otherwise', (house) =>
        readingOf(house, accountId),
      ),
    });
  },
});

/** The receiver marks a decision as read; the secretary marks it for a receiver outside who has said so. */
export const noteRead = defineUseCase({
  name: 'governance.note-read',
  purpose: 'steering',
  input: z.object({ receiverId: Id }),
  policy: anySignedIn,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'not-sent', 'read-already'],
  async run(handle, { receiverId }) {
    const receiver = await findReceiver(handle, receiverId);
    if (!receiver) return err({ code: 'not-found' });
    const own = receiver.accountId !== undefined && receiver.accountId === handle.viewer.accountId;
    if (!own) {
      const item = await findItem(handle, receiver.itemId);
      const outside = receiver.accountId === undefined;
      if (!item || !outside || !(await keepsBody(handle, item.bodyId))) return err({ code: 'not-secretary' });
    }
    if (receiver.sentAt === undefined) return err({ code: 'not-sent' });
    const done = await markRead(handle, receiverId, own ? 'receiver' : 'secretary');
    return done ? ok() : err({ code: 'read-already' });
  },
});
