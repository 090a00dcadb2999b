import type { ViewerContext } from '#access';
import { isProtected, partsOf } from '../db/parts.db.ts';
import { signsFor } from '../db/sharing.db.ts';
import { type ShareProfile, shareProfile } from '../domain/share-profile.ts';
import type { Receiver } from './inputs.ts';

/** The person's data as a receiver with these fields sees it. Each employer of an event has a sign of its own: none is shown. */
export async function seenBy(
  context: ViewerContext,
  clientId: string,
  to: Receiver,
  fields: readonly string[],
): Promise<ShareProfile> {
  const parts = (await partsOf(context, [clientId])).get(clientId)!;
  const sign = to.kind === 'event' ? undefined : (await signsFor(context, [clientId], to.id)).get(clientId);
  return shareProfile(parts, fields, await isProtected(context, clientId), sign);
}
