import { isSelf } from '#access';
import { countOfficials, matchesAbout } from '#audit';
import { namesOf } from '#clients';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { copyKey, disclosuresOf } from '../db/disclosures.db.ts';
import { requestsOf } from '../db/requests.db.ts';
import { withdrawalToTakeBack } from '../domain/taking-back.ts';
import { personOf, readsConsents, subjectOf, writesConsents } from '../policies.ts';
import { OfPerson } from './inputs.ts';
import { consentView, receiverView } from './views.ts';

const month = 30 * 86_400_000;

/** Who may see what of a person: what is in force, what has ended, what is being asked. The person, or the own adviser. */
export const myConsents = defineUseCase({
  name: 'consents.my-consents',
  purpose: 'own-data',
  input: OfPerson,
  policy: readsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: [],
  async run(context, input) {
    const clientId = personOf(context.viewer, input)!;
    const rows = await consentsOf(context, clientId);
    const disclosures = await disclosuresOf(context, clientId);
    const views = rows.map((row) => consentView(context, row, disclosures));
    const requests = await requestsOf(context, clientId);
    const mayWrite = (await writesConsents(context, input)).permit;
    const inForce = views.filter((view) => view.state === 'in-force');
    const self = isSelf(context.viewer);
    const taken = mayWrite ? withdrawalToTakeBack(rows, context.viewer.accountId, context.now) : undefined;
    const matches = self ? await matchesAbout(context, clientId) : [];
    /** How many times the receiver's people had the person among those matched since the consent was given. */
    const matchedFor = ({ receiver, givenAt }: (typeof views)[number]) =>
      matches.filter(
        (match) =>
          Date.parse(match.at) >= Date.parse(givenAt) &&
          (match.organisationId === receiver.id || match.companyId === receiver.id),
      ).length;
    const name = (await namesOf(context, [clientId])).get(clientId)?.full;
    return ok({
      clientId,
      /** Whose they are, for the adviser who has several people's papers on the table. */
      name: name ?? '',
      inForce: inForce
        .toSorted((a, b) => a.step - b.step)
        .map((view) => ({ ...view, shown: { ...view.shown, matched: matchedFor(view) } })),
      /** The last withdrawal, while it can be taken back: until when, and whose consents come back. */
      undo: taken && {
        until: taken.until,
        receivers: taken.consents.map((row) => receiverView(context, row.receiver).name.text),
        /** Papers and copies whose destruction was asked with it: they stay asked. */
        papers: new Set(
          disclosures
            .filter(
              (row) =>
                row.destructionAskedAt !== null &&
                row.destructionConfirmedAt === null &&
                taken.consents.some(({ id }) => id === row.consentId),
            )
            .map(copyKey),
        ).size,
      },
      past: views.filter((view) => view.state !== 'in-force'),
      asked: requests.map((request) => ({
        id: request.id,
        companyId: request.companyId,
        company: request.companyName,
        vacancyId: request.vacancyId ?? undefined,
        organisation: inLanguage(request.organisationNames, context.viewer.language),
        askedAt: request.askedAt,
        message: request.message ?? undefined,
        answer: request.answer ?? undefined,
      })),
      /** How many officials have looked in the last thirty days; only the person sees the log. */
      lookedLately: self
        ? await countOfficials(context, clientId, new Date(context.now.getTime() - month))
        : undefined,
      actions: {
        give: mayWrite,
        giveStepTwo: mayWrite && inForce.some((view) => view.step === 1),
        withdraw: mayWrite,
        withdrawAll: mayWrite && inForce.length > 1,
        answer: mayWrite,
        readLog: self,
      },
    });
  },
});
