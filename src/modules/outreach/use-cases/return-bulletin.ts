import { z } from 'zod';
import { may } from '#access';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { findBulletin, moveBulletin } from '../db/bulletins.db.ts';
import { why } from './why.ts';

/** Gives a bulletin back to its writers, with the reason. */
export const returnBulletin = defineUseCase({
  name: 'outreach.return-bulletin',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id, why: requiredText(1_000) }),
  policy: may('bulletins:approve'),
  audit: { kind: 'none', why: why.bulletins },
  refusals: ['not-found', 'not-waiting'],
  async run(context, { bulletinId, why: reason }) {
    const bulletin = await findBulletin(context, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state !== 'waiting') return err({ code: 'not-waiting' });
    await moveBulletin(context, bulletinId, { state: 'draft', why: reason });
    if (bulletin.authorId !== context.viewer.accountId)
      await notify(context, {
        accountId: bulletin.authorId,
        kind: 'bulletin-returned',
        params: { title: inLanguage(bulletin.titles, 'fi').text, why: reason },
        link: `/bulletins/${bulletinId}`,
      });
    return ok();
  },
});
