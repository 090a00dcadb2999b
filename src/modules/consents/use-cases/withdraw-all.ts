import { isInForce } from '#kernel/consent-state.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { personOf, subjectOf, writesConsents } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { withdrawNow } from './withdrawing.ts';

/** Withdraws every consent of the person that is in force. */
export const withdrawAll = defineUseCase({
  name: 'consents.withdraw-all',
  purpose: 'own-data',
  input: OfPerson,
  policy: writesConsents,
  audit: { kind: 'changes', subjects: subjectOf },
  refusals: [],
  async run(context, input) {
    const rows = await consentsOf(context, personOf(context.viewer, input)!);
    return ok(
      await withdrawNow(
        context,
        rows.filter((row) => isInForce(row, context.now)),
      ),
    );
  },
});
