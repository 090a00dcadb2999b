import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { stateOf } from '../domain/state.ts';
import { keepsConsents, personOf, subjectOf } from '../policies.ts';
import { endSharing } from './ending.ts';
import { OfPerson } from './inputs.ts';

/** Withdraws one consent; from this instant its receiver sees nothing by it. Withdrawing what is withdrawn does nothing. */
export const withdrawConsent = defineUseCase({
  name: 'consents.withdraw-consent',
  purpose: 'own-data',
  input: OfPerson.extend({ consentId: Id }),
  policy: keepsConsents,
  audit: { kind: 'changes', subjects: subjectOf },
  refusals: ['consent-not-found'],
  async run(handle, input) {
    const rows = await consentsOf(handle, personOf(handle.viewer, input)!, input.consentId);
    if (rows.length === 0) return err({ code: 'consent-not-found' });
    return ok(
      await endSharing(
        handle,
        rows.filter((row) => row.withdrawnAt === null),
      ),
    );
  },
});

/** Withdraws every consent of the person that is in force. */
export const withdrawAll = defineUseCase({
  name: 'consents.withdraw-all',
  purpose: 'own-data',
  input: OfPerson,
  policy: keepsConsents,
  audit: { kind: 'changes', subjects: subjectOf },
  refusals: [],
  async run(handle, input) {
    const rows = await consentsOf(handle, personOf(handle.viewer, input)!);
    return ok(
      await endSharing(
        handle,
        rows.filter((row) => stateOf(row, handle.now) === 'in-force'),
      ),
    );
  },
});
