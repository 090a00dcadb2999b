import { z } from 'zod';
import { consentFields, type Handle } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { disclosuresOf } from '../db/disclosures.db.ts';
import { isProtected, partsOf } from '../db/parts.db.ts';
import { signsFor } from '../db/sharing.db.ts';
import { type ShareProfile, shareProfile } from '../domain/share-profile.ts';
import { keepsConsents, personOf, readsConsents, subjectOf } from '../policies.ts';
import { OfPerson, Receiver } from './inputs.ts';
import { consentView } from './views.ts';

/** What a receiver would see if these fields were consented to: the same computing as the real reading, over own data. */
export const previewShare = defineUseCase({
  name: 'consents.preview-share',
  purpose: 'own-data',
  input: OfPerson.extend({ to: Receiver, fields: z.array(z.enum(consentFields)).default([]) }),
  policy: keepsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: [],
  async run(handle, input) {
    return ok(await seenBy(handle, personOf(handle.viewer, input)!, input.to, input.fields));
  },
});

/** One consent, and what its receiver sees by it at this instant. */
export const openConsent = defineUseCase({
  name: 'consents.open-consent',
  purpose: 'own-data',
  input: OfPerson.extend({ consentId: Id }),
  policy: readsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['consent-not-found'],
  async run(handle, input) {
    const clientId = personOf(handle.viewer, input)!;
    const [row] = await consentsOf(handle, clientId, input.consentId);
    if (!row) return err({ code: 'consent-not-found' });
    const consent = consentView(handle, row, await disclosuresOf(handle, clientId, 1_000));
    const inForce = consent.state === 'in-force';
    return ok({
      consent,
      profile: await seenBy(handle, clientId, row.receiver, inForce ? row.fields : []),
      actions: { withdraw: inForce && (await keepsConsents(handle, input)).permit },
    });
  },
});

/** The person's data as a receiver with these fields sees it. Each employer of an event has a sign of its own: none is shown. */
async function seenBy(
  handle: Handle,
  clientId: string,
  to: Receiver,
  fields: readonly string[],
): Promise<ShareProfile> {
  const parts = (await partsOf(handle, [clientId])).get(clientId)!;
  const sign = to.kind === 'event' ? undefined : (await signsFor(handle, [clientId], to.id)).get(clientId);
  return shareProfile(parts, fields, await isProtected(handle, clientId), sign);
}
