import { z } from 'zod';
import { may, rolesWith, type ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import {
  audiencesOf,
  type Bulletin,
  contributorsOf,
  findBulletin,
  moveBulletin,
} from '../db/bulletins.db.ts';
import { checksOf, wroteIt } from './open-bulletin.ts';
import { why } from './why.ts';

/** Asks for approval. An identity code in the words is never let further; approvers who did not write are told. */
export const askApproval = defineUseCase({
  name: 'outreach.ask-approval',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id }),
  policy: may('bulletins:write'),
  audit: { kind: 'none', why: why.bulletins },
  refusals: ['not-found', 'asked-already', 'audience-missing', 'identity-code-in-text'],
  async run(context, { bulletinId }) {
    const bulletin = await findBulletin(context, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state !== 'draft') return err({ code: 'asked-already' });
    if ((await audiencesOf(context, bulletinId)).length === 0) return err({ code: 'audience-missing' });
    if (checksOf(bulletin).personal.some((finding) => finding.kind === 'identity-code'))
      return err({ code: 'identity-code-in-text' });
    await moveBulletin(context, bulletinId, { state: 'waiting' });
    await tellApprovers(context, bulletin, await contributorsOf(context, bulletinId));
    return ok();
  },
});

async function tellApprovers(
  context: ViewerContext,
  bulletin: Bulletin,
  contributors: readonly { accountId: string; part: string }[],
): Promise<void> {
  const approvers = await usersInRoles(context, rolesWith('bulletins:approve'));
  await notify(
    context,
    ...approvers
      .filter((approver) => !wroteIt(bulletin, contributors, approver.accountId))
      .map((approver) => ({
        accountId: approver.accountId,
        kind: 'bulletin-to-approve',
        params: { title: inLanguage(bulletin.titles, 'fi').text },
        link: `/bulletins/${bulletin.bulletinId}`,
      })),
  );
}
