import { municipalityOn } from '#areas';
import { isInForce } from '#kernel/consent-state.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { businessServices, companiesToChoose, openEvents } from '../db/receivers.db.ts';
import { personOf, subjectOf, writesConsents } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { receiverView } from './views.ts';

/** To whom a consent can be given now: business services, open events, and a page of the companies. */
export const receivers = defineUseCase({
  name: 'consents.receivers',
  purpose: 'own-data',
  input: listInput({ sorts: ['name'] }).extend(OfPerson.shape),
  policy: writesConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['invalid-cursor'],
  async run(context, input) {
    const rows = await consentsOf(context, personOf(context.viewer, input)!);
    const given = new Set(rows.filter((row) => isInForce(row, context.now)).map((row) => row.receiver.id));
    const card = (item: Awaited<ReturnType<typeof openEvents>>[number]) => ({
      ...receiverView(context, item),
      given: given.has(item.id),
      municipalityCode: item.municipalityCode,
      heldOn: item.heldOn,
      closesAt: item.closesAt,
      companies: item.companies,
    });
    const page = await companiesToChoose(context, input);
    if (!page.ok) return page;
    return ok({
      ...page.value,
      rows: page.value.rows.map((company) => ({
        ...company,
        municipality: inLanguage(
          municipalityOn(company.municipalityCode, context.today)?.name ?? { fi: company.municipalityCode },
          context.viewer.language,
        ).text,
        given: given.has(company.id),
      })),
      stepOne: rows.some((row) => row.step === 1 && isInForce(row, context.now)),
      organisations: (await businessServices(context)).map(card),
      events: (await openEvents(context)).map(card),
    });
  },
});
