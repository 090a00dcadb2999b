import { z } from 'zod';
import { inRole } from '#access';
import { namesOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountOfClient } from '../db/accounts.db.ts';
import { consentsOf } from '../db/consents.db.ts';
import { bookletNumber, bookletsHeld, confirmDestroyed, disclosuresOf } from '../db/disclosures.db.ts';
import { personOf, readsConsents, subjectOf } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { receiverView } from './views.ts';

/** The booklets that the viewer has printed and not confirmed destroyed, by number; those asked to be destroyed first. */
export const heldBooklets = defineUseCase({
  name: 'consents.held-booklets',
  purpose: 'recruitment',
  input: z.object({}),
  policy: inRole('business', 'employer'),
  audit: { kind: 'none', why: 'numbers of own papers; nobody is named' },
  refusals: [],
  async run(handle) {
    const held = await bookletsHeld(handle);
    return ok(
      held.map((one) => ({
        id: one.id,
        number: bookletNumber(one.id),
        printedAt: one.disclosedAt,
        destructionAskedAt: one.destructionAskedAt ?? undefined,
      })),
    );
  },
});

/** The holder confirms that a booklet and its copies are no more; the person is told. */
export const confirmDestruction = defineUseCase({
  name: 'consents.confirm-destruction',
  purpose: 'recruitment',
  input: z.object({ disclosureId: Id }),
  policy: inRole('business', 'employer'),
  audit: {
    kind: 'changes',
    subjects: (_input, output: { clientId: string } | undefined) => (output ? [output.clientId] : []),
  },
  refusals: ['booklet-not-found'],
  async run(handle, { disclosureId }) {
    const clientId = await confirmDestroyed(handle, disclosureId);
    if (!clientId) return err({ code: 'booklet-not-found' });
    const accountId = await accountOfClient(handle, clientId);
    if (accountId)
      await notify(handle, {
        accountId,
        kind: 'booklet-destroyed',
        params: { number: bookletNumber(disclosureId) },
        link: '/my/consents',
      });
    return ok({ clientId });
  },
});

/** To whom a person's data has been shown or printed under which consent, newest first. The person, or the own adviser. */
export const disclosures = defineUseCase({
  name: 'consents.disclosures',
  purpose: 'own-data',
  input: OfPerson,
  policy: readsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: [],
  async run(handle, input) {
    const clientId = personOf(handle.viewer, input)!;
    const consents = new Map((await consentsOf(handle, clientId)).map((row) => [row.id, row]));
    const rows = await disclosuresOf(handle, clientId, 200);
    return ok({
      name: (await namesOf(handle, [clientId])).get(clientId)?.full ?? '',
      shown: rows.map((row) => ({
        id: row.id,
        at: row.disclosedAt,
        form: row.form,
        fields: row.fields,
        number: row.form === 'print' ? bookletNumber(row.id) : undefined,
        receiver: receiverView(handle, consents.get(row.consentId)!.receiver),
        destructionAskedAt: row.destructionAskedAt ?? undefined,
        destructionConfirmedAt: row.destructionConfirmedAt ?? undefined,
      })),
    });
  },
});
