import type { ViewerContext } from '#access';
import { type Sharing as ConsentSharing, sharingOf } from '#consents';
import { mappingStatesOf, type ProfileParts, profilePartsInBatches, profilePartsOf } from '#skills';
import { fieldBits, type Profile, type Sharing } from './domain/profile.ts';

/** The bits of the fields that matching reads. */
export function bitsOf(fields: readonly string[]): number {
  let bits = 0;
  for (const [name, bit] of Object.entries(fieldBits)) if (fields.includes(name)) bits |= bit;
  return bits;
}

/** A person as matching sees one, from the doors of skills and consents. */
export function profileOf(id: string, parts: ProfileParts, sharings: readonly Sharing[]): Profile {
  return {
    id,
    skills: parts.skills.flatMap(({ uri, level }) => (uri ? [{ uri, level }] : [])),
    occupations: parts.occupations,
    languages: parts.languages,
    licences: parts.licences,
    wishOccupations: parts.wish?.occupationUris ?? [],
    workingTimes: parts.wish?.workingTimes ?? [],
    earliestStart: parts.wish?.earliestStart,
    travelArea: parts.travelArea,
    sharings,
  };
}

/** Profiles of those named, or of everybody, in batches. For the house's own eyes. Without a mapping there is no profile. */
export async function* profiles(context: ViewerContext, ids?: readonly string[]): AsyncGenerator<Profile[]> {
  const byPerson = new Map<string, Sharing[]>();
  for (const sharing of await sharingOf(context, ids)) {
    if (sharing.step !== 1) continue;
    const list = byPerson.get(sharing.clientId);
    if (list) list.push(sharingFrom(sharing));
    else byPerson.set(sharing.clientId, [sharingFrom(sharing)]);
  }
  const made = (batch: Map<string, ProfileParts>) =>
    [...batch].map(([id, parts]) => profileOf(id, parts, byPerson.get(id) ?? []));
  if (!ids) {
    for await (const batch of profilePartsInBatches(context)) yield made(batch);
    return;
  }
  const mapped = await mappingStatesOf(context, ids);
  yield made(await profilePartsOf(context, [...mapped.keys()]));
}

function sharingFrom(sharing: ConsentSharing): Sharing {
  return {
    step: sharing.step,
    organisationId: sharing.receiverOrganisationId,
    fields: bitsOf(sharing.fields),
    until: Date.parse(sharing.until),
  };
}
