import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountOfClient } from '../db/accounts.db.ts';
import { bookletNumber, confirmDestroyed } from '../db/disclosures.db.ts';
import { receivesProfiles } from '../policies.ts';

/** The holder confirms that a booklet and its copies, or the copy in a system, are no more; the person is told. */
export const confirmDestruction = defineUseCase({
  name: 'consents.confirm-destruction',
  purpose: 'recruitment',
  input: z.object({ disclosureId: Id }),
  policy: receivesProfiles,
  audit: {
    kind: 'changes',
    subjects: (_input, output: { clientId: string | null } | undefined) =>
      output?.clientId ? [output.clientId] : [],
  },
  refusals: ['booklet-not-found'],
  async run(context, { disclosureId }) {
    const confirmed = await confirmDestroyed(context, disclosureId);
    if (!confirmed) return err({ code: 'booklet-not-found' });
    const { clientId } = confirmed;
    const accountId = clientId === null ? undefined : await accountOfClient(context, clientId);
    if (accountId)
      await notify(context, {
        accountId,
        kind: 'booklet-destroyed',
        params: { number: bookletNumber(disclosureId) },
        link: '/my/consents',
      });
    return ok({ clientId });
  },
});
