import { z } from 'zod';
import { fieldsOpenTo, relationTo, type ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { partsOf } from '../db/parts.db.ts';
import { aliasesOf, openingsTo } from '../db/sharing.db.ts';
import { lastDay } from '../domain/period.ts';
import { shareProfile } from '../domain/share-profile.ts';

export const OfOne = z.object({ clientId: Id });

export async function readShared(context: ViewerContext, clientId: string) {
  const { viewer } = context;
  const relation = await relationTo(context, clientId);
  const openings = await openingsTo(context, clientId);
  const parts = (await partsOf(context, [clientId])).get(clientId)!;
  const sign = (await aliasesOf(context, [clientId])).get(clientId);
  const ends = openings.map((opening) => opening.until).sort();
  return {
    openings,
    profile: shareProfile(parts, fieldsOpenTo(viewer, relation, context.now), relation.nonDisclosure, sign),
    until: ends.length > 0 ? lastDay(ends.at(-1)!) : context.today,
  };
}
