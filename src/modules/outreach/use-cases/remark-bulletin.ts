import { z } from 'zod';
import { holds, may } from '#access';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addRemark, contributorsOf, findBulletin } from '../db/bulletins.db.ts';
import { why } from './why.ts';

/** Says something of a draft: a writer, an expert who was asked, or an approver. */
export const remarkBulletin = defineUseCase({
  name: 'outreach.remark-bulletin',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id, text: requiredText(2_000) }),
  policy: may('questions:answer'),
  audit: { kind: 'none', why: why.bulletins },
  refusals: ['not-found', 'published-already', 'not-asked'],
  async run(context, { bulletinId, text }) {
    const bulletin = await findBulletin(context, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state === 'published') return err({ code: 'published-already' });
    const asked = (await contributorsOf(context, bulletinId)).some(
      (contributor) => contributor.accountId === context.viewer.accountId,
    );
    if (!asked && !holds(context, 'bulletins:write') && !holds(context, 'bulletins:approve'))
      return err({ code: 'not-asked' });
    await addRemark(context, bulletinId, text);
    return ok();
  },
});
