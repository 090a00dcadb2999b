import type { Handle } from '#access';
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
  handle: Handle,
  clientIds: readonly string[],
): Promise<Map<string, OwnReading>> {
  const read = new Map<string, OwnReading>();
  const parts = await profilePartsOf(handle, clientIds);
  const sharing = Map.groupBy(await sharingOf(handle, clientIds), ({ clientId }) => clientId);
  for (const [id, own] of parts) {
    const sharings = sharing.get(id) ?? [];
    const fields = fieldsOpen(handle, sharings);
    if ((fields & fieldBits.skills) !== 0)
      read.set(id, { profile: profileOf(id, own, []), fields, sharings });
  }
  return read;
}

function fieldsOpen({ viewer }: Handle, sharings: readonly Sharing[]): number {
  if (viewer.role !== 'business' && viewer.role !== 'employer') return everyField;
  const to = sharings.filter((one) =>
    viewer.role === 'business'
      ? one.step === 1 && one.receiverOrganisationId === viewer.organisationId
      : one.step === 2,
  );
  return to.reduce((bits, one) => bits | bitsOf(one.fields), 0);
}

/** The reasons of a pair with what the viewer may read. */
export function explainFor(
  reading: OwnReading,
  need: Need,
  handle: Handle,
  facts: OccupationFacts,
): Explanation {
  return explain(reading.profile, need, handle.today, reading.fields, facts, weightsOn(handle.today));
}
