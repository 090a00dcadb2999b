import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { disclosuresOf } from '../db/disclosures.db.ts';
import { personOf, readsConsents, subjectOf, writesConsents } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { seenBy } from './seen-by.ts';
import { consentView } from './views.ts';

/** One consent, and what its receiver sees by it at this instant. */
export const openConsent = defineUseCase({
  name: 'consents.open-consent',
  purpose: 'own-data',
  input: OfPerson.extend({ consentId: Id }),
  policy: readsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['consent-not-found'],
  async run(context, input) {
    const clientId = personOf(context.viewer, input)!;
    const [row] = await consentsOf(context, clientId, input.consentId);
    if (!row) return err({ code: 'consent-not-found' });
    const consent = consentView(context, row, await disclosuresOf(context, clientId));
    const inForce = consent.state === 'in-force';
    return ok({
      consent,
      profile: await seenBy(context, clientId, row.receiver, inForce ? row.fields : []),
      actions: { withdraw: inForce && (await writesConsents(context, input)).permit },
    });
  },
});
