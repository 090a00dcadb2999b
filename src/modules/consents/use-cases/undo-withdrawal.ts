import { actingAsSystem } from '#access';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf, restoreConsent } from '../db/consents.db.ts';
import { withdrawalToTakeBack } from '../domain/taking-back.ts';
import { personOf, subjectOf, writesConsents } from '../policies.ts';
import { askFollowers } from './following.ts';
import { OfPerson } from './inputs.ts';

/**
 * Takes back, within minutes and by whoever did it, the last withdrawal: new consents of the same content and the same end
 * stand in place of those that ended, and what ended with them goes on. The withdrawal stays in the history.
 */
export const undoWithdrawal = defineUseCase({
  name: 'consents.undo-withdrawal',
  purpose: 'own-data',
  input: OfPerson,
  policy: writesConsents,
  audit: { kind: 'changes', subjects: subjectOf },
  refusals: ['nothing-to-restore'],
  async run(context, input) {
    const clientId = personOf(context.viewer, input)!;
    const by = context.viewer.accountId;
    return actingAsSystem(context, 'what ended with a consent is in the hands of others', async (system) => {
      const found = withdrawalToTakeBack(await consentsOf(system, clientId), by, context.now);
      if (!found) return err({ code: 'nothing-to-restore' });
      const now = new Map<string, string>();
      for (const row of found.consents)
        now.set(row.id, await restoreConsent(system, row, now.get(row.underId ?? '') ?? row.underId, by!));
      const restored = await askFollowers('restored', system, clientId, found.withdrawnAt, by);
      return ok({ consents: found.consents.length, restored });
    });
  },
});
