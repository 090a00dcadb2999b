import { conditionOf, type ViewerContext } from '#access';
import { inLanguage, type LocalisedText } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { addDisclosures, bookletNumber } from '../db/disclosures.db.ts';
import { companyNameOf } from '../db/receivers.db.ts';
import { opensProfile } from '../policies.ts';
import { OfOne, readShared } from './shared-profile.ts';

/** The share profile on paper. What leaves the system has a holder, who must confirm its destruction when consent ends. */
export const printBooklet = defineUseCase({
  name: 'consents.print-booklet',
  purpose: 'recruitment',
  input: OfOne,
  policy: opensProfile,
  refusals: [],
  async run(context, { clientId }) {
    const shared = await readShared(context, clientId);
    const ids = await addDisclosures(context, shared.openings, 'print', shared.profile.visible);
    return ok({
      profile: shared.profile,
      until: shared.until,
      number: ids[0] ? bookletNumber(ids[0]) : '',
      printedAt: context.now.toISOString(),
      holder: { name: context.viewer.name, of: await receiverName(context) },
    });
  },
  // After `run`, so that the type of the output is known here.
  audit: {
    kind: 'discloses',
    subjects: ({ clientId }) => [clientId],
    details: (_input, output) => (output ? { fields: output.profile.visible } : {}),
  },
});

async function receiverName(context: ViewerContext): Promise<string> {
  const { viewer } = context;
  if (conditionOf(viewer.role, 'shared-people:read') === 'consent-2')
    return companyNameOf(context, viewer.companyId!);
  const names: Map<string, LocalisedText> = await organisationNames(context, [viewer.organisationId!]);
  return inLanguage(names.get(viewer.organisationId!) ?? {}, viewer.language).text;
}
