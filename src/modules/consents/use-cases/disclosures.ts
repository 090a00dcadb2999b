import { namesOf } from '#clients';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { bookletNumber, disclosuresOf } from '../db/disclosures.db.ts';
import { lookSorts } from '../domain/codes.ts';
import { personOf, readsConsents, subjectOf } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { receiverView } from './views.ts';

/** To whom a person's data has been shown or printed under which consent, newest first. The person, or the own adviser. */
export const disclosures = defineUseCase({
  name: 'consents.disclosures',
  purpose: 'own-data',
  input: listInput({ sorts: lookSorts }).extend(OfPerson.shape),
  policy: readsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['invalid-cursor'],
  async run(context, input) {
    const clientId = personOf(context.viewer, input)!;
    const consents = new Map((await consentsOf(context, clientId)).map((row) => [row.id, row]));
    const shown = (await disclosuresOf(context, clientId)).map((row) => ({
      id: row.id,
      at: row.disclosedAt,
      form: row.form,
      fields: row.fields,
      number: row.form === 'print' ? bookletNumber(row.id) : undefined,
      receiver: receiverView(context, consents.get(row.consentId!)!.receiver),
      destructionAskedAt: row.destructionAskedAt ?? undefined,
      destructionConfirmedAt: row.destructionConfirmedAt ?? undefined,
    }));
    const page = pageFromRows(
      shown,
      {
        name: 'disclosures',
        id: ({ id }) => id,
        sorts: { when: ({ at }) => [at], who: ({ receiver, at }) => [receiver.name.text, at] },
        sort: '-when',
        search: ({ receiver, number }) => [receiver.name.text, number],
      },
      input,
    );
    if (!page.ok) return page;
    return ok({ ...page.value, name: (await namesOf(context, [clientId])).get(clientId)?.full ?? '' });
  },
});
