import { conditionOf, type ViewerContext } from '#access';
import { type Sharing, sharingOf } from '#consents';
import { profilePartsOf } from '#skills';
import { type Explanation, explain } from './domain/explanation.ts';
import { everyField, fieldBits, type Need, type OccupationFacts, type Profile } from './domain/profile.ts';
import { weightsOn } from './domain/weights.ts';
import { bitsOf, profileOf } from './profiles.ts';

/** People as this viewer may read them at this instant: row-level security gives the parts, consents tell which are open. */
export interface OwnReading {
  profile: Profile;
  fields: number;
  sharings: Sharing[];
}

/** Reads people under the viewer's own handle. Those whose skills are not open are absent. */
export async function readAsViewer(
  context: ViewerContext,
  clientIds: readonly string[],
): Promise<Map<string, OwnReading>> {
  const read = new Map<string, OwnReading>();
  const parts = await profilePartsOf(context, clientIds);
  const sharing = Map.groupBy(await sharingOf(context, clientIds), ({ clientId }) => clientId);
  for (const [id, own] of parts) {
    const sharings = sharing.get(id) ?? [];
    const fields = fieldsOpen(context, sharings);
    if ((fields & fieldBits.skills) !== 0)
      read.set(id, { profile: profileOf(id, own, []), fields, sharings });
  }
  return read;
}

function fieldsOpen({ viewer }: ViewerContext, sharings: readonly Sharing[]): number {
  const by = conditionOf(viewer.role, 'shared-people:read');
  if (by === undefined) return everyField;
  const to = sharings.filter((sharing) =>
    by === 'consent-1'
      ? sharing.step === 1 && sharing.receiverOrganisationId === viewer.organisationId
      : sharing.step === 2,
  );
  return to.reduce((bits, sharing) => bits | bitsOf(sharing.fields), 0);
}

/** The reasons of a pair with what the viewer may read. */
export function explainFor(
  reading: OwnReading,
  need: Need,
  context: ViewerContext,
  facts: OccupationFacts,
): Explanation {
  return explain(reading.profile, need, context.today, reading.fields, facts, weightsOn(context.today));
}
