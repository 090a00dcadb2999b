import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { changeItem, findItem } from '../db/agenda.db.ts';
import { markSent } from '../db/receivers.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** Makes a decision known to those on the list who have not been told: on the own page and by mail, with a mark of sending. */
export const sendDecision = defineUseCase({
  name: 'governance.send-decision',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.distribution },
  refusals: ['not-found', 'not-secretary', 'not-decided', 'nobody-to-tell'],
  async run(context, { itemId }) {
    const item = await findItem(context, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, item.bodyId))) return err({ code: 'not-secretary' });
    if (item.decidedOn === undefined) return err({ code: 'not-decided' });
    const sent = await markSent(context, itemId);
    if (sent.length === 0) return err({ code: 'nobody-to-tell' });
    if (item.state === 'decided')
      await changeItem(context, itemId, { state: 'notified', notifiedOn: context.today });
    await notify(
      context,
      ...sent.flatMap((receiver) =>
        receiver.accountId === undefined
          ? []
          : {
              accountId: receiver.accountId,
              kind: 'decision-to-read',
              params: { heading: item.heading, section: item.section ?? '' },
              link: '/',
            },
      ),
    );
    return ok({
      sent: sent.length,
      outside: sent.filter((receiver) => receiver.accountId === undefined).length,
    });
  },
});
