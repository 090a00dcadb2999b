import { z } from 'zod';
import { may } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { addContributor, findBulletin } from '../db/bulletins.db.ts';
import { why } from './why.ts';

/** Asks somebody who knows the matter to look at a draft (COM-09). */
export const askExpert = defineUseCase({
  name: 'outreach.ask-expert',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id, accountId: Id }),
  policy: may('bulletins:write'),
  audit: { kind: 'none', why: why.bulletins },
  refusals: ['not-found', 'published-already'],
  async run(context, { bulletinId, accountId }) {
    const bulletin = await findBulletin(context, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state === 'published') return err({ code: 'published-already' });
    await addContributor(context, bulletinId, accountId, 'expert');
    await notify(context, {
      accountId,
      kind: 'bulletin-expert-asked',
      params: { title: inLanguage(bulletin.titles, 'fi').text },
      link: `/bulletins/${bulletinId}`,
    });
    return ok();
  },
});
