import { isSelf } from '#access';
import { namesOf } from '#clients';
import { consentFields, placeFields } from '#kernel/consent-fields.ts';
import { endsAt, isInForce } from '#kernel/consent-state.ts';
import type { Language } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { noticeInForce } from '../db/notices.db.ts';
import { contactLanguageOf, isProtected, partsOf } from '../db/parts.db.ts';
import { findReceiver } from '../db/receivers.db.ts';
import { lastDay, untilChoices } from '../domain/period.ts';
import { shareProfile } from '../domain/share-profile.ts';
import { personOf, subjectOf, writesConsents } from '../policies.ts';
import { baseAmong, purposeOf } from './granting.ts';
import { OfPerson, Receiver } from './inputs.ts';
import { receiverView } from './views.ts';

/** Everything that stands on the page where a consent is given, before anything is chosen. */
export const prepareConsent = defineUseCase({
  name: 'consents.prepare-consent',
  purpose: 'own-data',
  input: OfPerson.extend({ to: Receiver }),
  policy: writesConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['receiver-not-available'],
  async run(context, input) {
    const clientId = personOf(context.viewer, input)!;
    const receiver = await findReceiver(context, input.to);
    if (!receiver) return err({ code: 'receiver-not-available' });
    const notice = await noticeInForce(context, purposeOf[input.to.kind]);
    const language: Language = isSelf(context.viewer)
      ? context.viewer.language
      : await contactLanguageOf(context, clientId);
    const rows = await consentsOf(context, clientId);
    const inForce = rows.filter((row) => isInForce(row, context.now));
    const replaced = inForce.find((row) => row.receiver.id === input.to.id);
    const parts = (await partsOf(context, [clientId])).get(clientId)!;
    const known = shareProfile(parts, consentFields, false, undefined).visible;
    const addressProtected = await isProtected(context, clientId);
    const base = baseAmong(inForce);
    return ok({
      clientId,
      name: (await namesOf(context, [clientId])).get(clientId)?.full ?? '',
      receiver: receiverView(context, receiver),
      event: receiver.closesAt
        ? { closesAt: receiver.closesAt, heldOn: receiver.heldOn!, companies: receiver.companies ?? [] }
        : undefined,
      notice: { id: notice.id, version: notice.version, language, ...notice.texts[language] },
      fields: consentFields.map((field) => ({
        field,
        known: known.includes(field),
        closed: addressProtected && placeFields.includes(field),
      })),
      until: untilChoices(context.today),
      stepOneNeeded: input.to.kind !== 'organisation' && !base,
      /** The last day of the step 1 that this would stand on. */
      baseUntil: input.to.kind !== 'organisation' && base ? lastDay(endsAt(base)) : undefined,
      /** An earlier consent to the same receiver ends when this is given, and with a step 1 those that stand on it. */
      replaces: replaced
        ? {
            consentId: replaced.id,
            alsoEnds: inForce
              .filter((row) => row.underId === replaced.id)
              .map((row) => receiverView(context, row.receiver)),
          }
        : undefined,
      /** An adviser says how the consent was given. */
      asksHow: !isSelf(context.viewer),
    });
  },
});
