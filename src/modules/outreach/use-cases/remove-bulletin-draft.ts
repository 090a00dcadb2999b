import { z } from 'zod';
import { may } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBulletin, removeBulletin } from '../db/bulletins.db.ts';
import { why } from './why.ts';

/** Takes a draft away. What has been out stays. */
export const removeBulletinDraft = defineUseCase({
  name: 'outreach.remove-bulletin',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id }),
  policy: may('bulletins:write'),
  audit: { kind: 'none', why: why.bulletins },
  refusals: ['not-found', 'not-a-draft'],
  async run(context, { bulletinId }) {
    const bulletin = await findBulletin(context, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state !== 'draft') return err({ code: 'not-a-draft' });
    await removeBulletin(context, bulletinId);
    return ok();
  },
});
