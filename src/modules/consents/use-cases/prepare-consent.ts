import { z } from 'zod';
import { namesOf } from '#clients';
import type { Language } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { noticeInForce } from '../db/notices.db.ts';
import { contactLanguageOf, isProtected, partsOf } from '../db/parts.db.ts';
import { businessServices, companiesNamed, findReceiver, openEvents } from '../db/receivers.db.ts';
import { lastDay, untilChoices } from '../domain/period.ts';
import { placeFields, shareFields, shareProfile } from '../domain/share-profile.ts';
import { endsAt, stateOf } from '../domain/state.ts';
import { keepsConsents, personOf, subjectOf } from '../policies.ts';
import { baseAmong, purposeOf } from './granting.ts';
import { OfPerson, Receiver } from './inputs.ts';
import { receiverView } from './views.ts';

/** To whom a consent can be given now: business services, open events, and companies by the words searched for. */
export const receivers = defineUseCase({
  name: 'consents.receivers',
  purpose: 'own-data',
  input: OfPerson.extend({ search: z.string().trim().max(100).default('') }),
  policy: keepsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: [],
  async run(handle, input) {
    const rows = await consentsOf(handle, personOf(handle.viewer, input)!);
    const given = new Set(
      rows.filter((row) => stateOf(row, handle.now) === 'in-force').map((row) => row.receiver.id),
    );
    const card = (one: Awaited<ReturnType<typeof openEvents>>[number]) => ({
      ...receiverView(handle, one),
      given: given.has(one.id),
      municipalityCode: one.municipalityCode,
      heldOn: one.heldOn,
      closesAt: one.closesAt,
      companies: one.companies,
    });
    return ok({
      stepOne: rows.some((row) => row.step === 1 && stateOf(row, handle.now) === 'in-force'),
      organisations: (await businessServices(handle)).map(card),
      events: (await openEvents(handle)).map(card),
      companies: input.search ? (await companiesNamed(handle, input.search, 20)).map(card) : [],
    });
  },
});

/** Everything that stands on the page where a consent is given, before anything is chosen. */
export const prepareConsent = defineUseCase({
  name: 'consents.prepare-consent',
  purpose: 'own-data',
  input: OfPerson.extend({ to: Receiver }),
  policy: keepsConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['receiver-not-available'],
  async run(handle, input) {
    const clientId = personOf(handle.viewer, input)!;
    const receiver = await findReceiver(handle, input.to);
    if (!receiver) return err({ code: 'receiver-not-available' });
    const notice = await noticeInForce(handle, purposeOf[input.to.kind]);
    const language: Language =
      handle.viewer.role === 'client' ? handle.viewer.language : await contactLanguageOf(handle, clientId);
    const rows = await consentsOf(handle, clientId);
    const inForce = rows.filter((row) => stateOf(row, handle.now) === 'in-force');
    const replaced = inForce.find((row) => row.receiver.id === input.to.id);
    const parts = (await partsOf(handle, [clientId])).get(clientId)!;
    const known = shareProfile(parts, shareFields, false, undefined).visible;
    const addressProtected = await isProtected(handle, clientId);
    const base = baseAmong(inForce);
    return ok({
      clientId,
      name: (await namesOf(handle, [clientId])).get(clientId)?.full ?? '',
      receiver: receiverView(handle, receiver),
      event: receiver.closesAt
        ? { closesAt: receiver.closesAt, heldOn: receiver.heldOn!, companies: receiver.companies ?? [] }
        : undefined,
      notice: { id: notice.id, version: notice.version, language, ...notice.texts[language] },
      fields: shareFields.map((field) => ({
        field,
        known: known.includes(field),
        closed: addressProtected && placeFields.includes(field),
      })),
      until: untilChoices(handle.today),
      stepOneNeeded: input.to.kind !== 'organisation' && !base,
      /** The last day of the step 1 that this would stand on. */
      baseUntil: input.to.kind !== 'organisation' && base ? lastDay(endsAt(base)) : undefined,
      /** An earlier consent to the same receiver ends when this is given, and with a step 1 those that stand on it. */
      replaces: replaced
        ? {
            consentId: replaced.id,
            alsoEnds: inForce
              .filter((row) => row.underId === replaced.id)
              .map((row) => receiverView(handle, row.receiver)),
          }
        : undefined,
      /** An adviser says how the consent was given. */
      asksHow: handle.viewer.role !== 'client',
    });
  },
});
