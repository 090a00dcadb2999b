import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { personOf, subjectOf, writesConsents } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { withdrawNow } from './withdrawing.ts';

/** Withdraws one consent; from this instant its receiver sees nothing by it. Withdrawing what is withdrawn does nothing. */
export const withdrawConsent = defineUseCase({
  name: 'consents.withdraw-consent',
  purpose: 'own-data',
  input: OfPerson.extend({ consentId: Id }),
  policy: writesConsents,
  audit: { kind: 'changes', subjects: subjectOf },
  refusals: ['consent-not-found'],
  async run(context, input) {
    const rows = await consentsOf(context, personOf(context.viewer, input)!, input.consentId);
    if (rows.length === 0) return err({ code: 'consent-not-found' });
    return ok(
      await withdrawNow(
        context,
        rows.filter((row) => row.withdrawnAt === null),
      ),
    );
  },
});
