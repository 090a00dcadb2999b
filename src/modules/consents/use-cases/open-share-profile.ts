import { z } from 'zod';
import { fieldsOpenTo, type Handle, relationTo } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage, type LocalisedText } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { consentsOf } from '../db/consents.db.ts';
import { addDisclosures, bookletNumber } from '../db/disclosures.db.ts';
import { partsOf } from '../db/parts.db.ts';
import { companyNameOf } from '../db/receivers.db.ts';
import { requestsOf } from '../db/requests.db.ts';
import { aliasesOf, openingsTo } from '../db/sharing.db.ts';
import { lastDay } from '../domain/period.ts';
import { shareProfile } from '../domain/share-profile.ts';
import { opensProfile } from '../policies.ts';
import { consentView } from './views.ts';

const OfOne = z.object({ clientId: Id });
/**
 * A receiver opens a person's share profile: the fields consented to at this instant and nothing else. Each opening is a
 * disclosure and an entry in the log; without a consent in force it is denied, and the try is in the log.
 */
export const openShareProfile = defineUseCase({
  name: 'consents.open-share-profile',
  purpose: 'recruitment',
  /** `form`: on a page, or handed to the receiver's own system. */
  input: OfOne.extend({ form: z.enum(['screen', 'api']).default('screen') }),
  policy: opensProfile,
  refusals: [],
  async run(handle, { clientId, form }) {
    const shared = await readShared(handle, clientId);
    await addDisclosures(handle, shared.openings, form, shared.profile.visible);
    const business = handle.viewer.role === 'business';
    const seconds = business ? (await consentsOf(handle, clientId)).filter((row) => row.step === 2) : [];
    const requests = business ? await requestsOf(handle, clientId) : [];
    return ok({
      clientId,
      profile: shared.profile,
      until: shared.until,
      /** To the business adviser: the employers that the person has agreed to. */
      agreedTo: seconds
        .map((row) => consentView(handle, row, []))
        .filter((view) => view.state === 'in-force')
        .map(({ receiver, until, nameless }) => ({ receiver, until, nameless })),
      asked: requests.map((one) => ({
        companyId: one.companyId,
        company: one.companyName,
        askedAt: one.askedAt,
        answer: one.answer ?? undefined,
      })),
      actions: { print: true, askConsent: business },
    });
  },
  // After `run`, so that the type of the output is known here.
  audit: {
    kind: 'discloses',
    subjects: ({ clientId }) => [clientId],
    details: ({ form }, output) => ({
      ...(output ? { fields: output.profile.visible } : {}),
      ...(form === 'api' ? { form } : {}),
    }),
  },
});

/** The share profile on paper. What leaves the system has a holder, who must confirm its destruction when consent ends. */
export const printBooklet = defineUseCase({
  name: 'consents.print-booklet',
  purpose: 'recruitment',
  input: OfOne,
  policy: opensProfile,
  refusals: [],
  async run(handle, { clientId }) {
    const shared = await readShared(handle, clientId);
    const ids = await addDisclosures(handle, shared.openings, 'print', shared.profile.visible);
    return ok({
      profile: shared.profile,
      until: shared.until,
      number: ids[0] ? bookletNumber(ids[0]) : '',
      printedAt: handle.now.toISOString(),
      holder: { name: handle.viewer.name, of: await receiverName(handle) },
    });
  },
  // After `run`, so that the type of the output is known here.
  audit: {
    kind: 'discloses',
    subjects: ({ clientId }) => [clientId],
    details: (_input, output) => (output ? { fields: output.profile.visible } : {}),
  },
});

async function readShared(handle: Handle, clientId: string) {
  const { viewer } = handle;
  const relation = await relationTo(handle, clientId);
  const openings = await openingsTo(handle, clientId);
  const parts = (await partsOf(handle, [clientId])).get(clientId)!;
  const sign = (await aliasesOf(handle, [clientId])).get(clientId);
  const ends = openings.map((opening) => opening.until).sort();
  return {
    openings,
    profile: shareProfile(parts, fieldsOpenTo(viewer, relation, handle.now), relation.nonDisclosure, sign),
    until: ends.length > 0 ? lastDay(ends.at(-1)!) : handle.today,
  };
}

async function receiverName(handle: Handle): Promise<string> {
  const { viewer } = handle;
  if (viewer.role === 'employer') return companyNameOf(handle, viewer.companyId!);
  const names: Map<string, LocalisedText> = await organisationNames(handle, [viewer.organisationId!]);
  return inLanguage(names.get(viewer.organisationId!) ?? {}, viewer.language).text;
}
