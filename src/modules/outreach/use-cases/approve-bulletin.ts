import { z } from 'zod';
import { actingAsSystem, may } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { unconfirmedPersonalData } from '#kernel/words-for-others.ts';
import { defineUseCase, notify } from '#use-case';
import {
  accountsOf,
  addDeliveries,
  audiencesOf,
  contributorsOf,
  findBulletin,
  moveBulletin,
} from '../db/bulletins.db.ts';
import { allWords } from './inputs.ts';
import { checksOf, wroteIt } from './open-bulletin.ts';
import { why } from './why.ts';

/**
 * Approves and sends: nothing goes out without an approver who did not write it. A phone number or an address of e-mail in
 * the words is confirmed by the approver; an identity code is never let out.
 */
export const approveBulletin = defineUseCase({
  name: 'outreach.approve-bulletin',
  purpose: 'public-information',
  input: z.object({
    bulletinId: Id,
    /** The version that was read: what has changed since is read again. */
    version: z.int(),
    confirmed: z.boolean().default(false),
  }),
  policy: may('bulletins:approve'),
  audit: { kind: 'none', why: why.bulletins },
  refusals: [
    'not-found',
    'not-waiting',
    'own-words',
    'other-version-read',
    'identity-code-in-text',
    'personal-data-unconfirmed',
  ],
  async run(context, { bulletinId, version, confirmed }) {
    const bulletin = await findBulletin(context, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state !== 'waiting') return err({ code: 'not-waiting' });
    if (bulletin.version !== version) return err({ code: 'other-version-read' });
    const contributors = await contributorsOf(context, bulletinId);
    if (wroteIt(bulletin, contributors, context.viewer.accountId)) return err({ code: 'own-words' });
    if (checksOf(bulletin).personal.some((finding) => finding.kind === 'identity-code'))
      return err({ code: 'identity-code-in-text' });
    const unconfirmed = unconfirmedPersonalData(allWords(bulletin.titles, bulletin.texts), confirmed);
    if (unconfirmed) return err(unconfirmed);
    await moveBulletin(context, bulletinId, { state: 'published' });
    const sent = await actingAsSystem(context, 'a bulletin is delivered to its audience', async (system) => {
      const receivers = await accountsOf(system, await audiencesOf(system, bulletinId));
      await addDeliveries(
        system,
        bulletinId,
        receivers.map((receiver) => receiver.accountId),
      );
      await notify(
        system,
        ...receivers.map(({ accountId, language }) => ({
          accountId,
          kind: 'bulletin-published',
          params: { title: inLanguage(bulletin.titles, language).text },
          link: `/bulletins/${bulletinId}`,
        })),
      );
      return receivers.length;
    });
    return ok({ sent });
  },
});
