import { countOfficials } from '#audit';
import { namesOf } from '#clients';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { disclosuresOf } from '../db/disclosures.db.ts';
import { requestsOf } from '../db/requests.db.ts';
import { keepsConsents, personOf, readsConsents, subjectOf } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { consentView } from './views.ts';

const month = 30 * 86_400_000;

/** Who may see what of a person: what is in force, what has ended, what is being asked. The person, or the own adviser. */
export const myConsents = defineUseCase({
  name: 'consents.my-consents',
  purpose: 'own-data',
  input: OfPerson,
  policy: readsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: [],
  async run(handle, input) {
    const clientId = personOf(handle.viewer, input)!;
    const rows = await consentsOf(handle, clientId);
    const disclosures = await disclosuresOf(handle, clientId, 1_000);
    const views = rows.map((row) => consentView(handle, row, disclosures));
    const requests = await requestsOf(handle, clientId);
    const mayKeep = (await keepsConsents(handle, input)).permit;
    const inForce = views.filter((view) => view.state === 'in-force');
    const self = handle.viewer.role === 'client';
    const name = (await namesOf(handle, [clientId])).get(clientId)?.full;
    return ok({
      clientId,
      /** Whose they are, for the adviser who has several people's papers on the table. */
      name: name ?? '',
      inForce: inForce.toSorted((a, b) => a.step - b.step),
      past: views.filter((view) => view.state !== 'in-force'),
      asked: requests.map((request) => ({
        id: request.id,
        companyId: request.companyId,
        company: request.companyName,
        vacancyId: request.vacancyId ?? undefined,
        organisation: inLanguage(request.organisationNames, handle.viewer.language),
        askedAt: request.askedAt,
        message: request.message ?? undefined,
        answer: request.answer ?? undefined,
      })),
      /** How many officials have looked in the last thirty days; only the person sees the log. */
      lookedLately: self
        ? await countOfficials(handle, clientId, new Date(handle.now.getTime() - month))
        : undefined,
      actions: {
        give: mayKeep,
        giveStepTwo: mayKeep && inForce.some((view) => view.step === 1),
        withdraw: mayKeep,
        withdrawAll: mayKeep && inForce.length > 1,
        answer: mayKeep,
        readLog: self,
      },
    });
  },
});
