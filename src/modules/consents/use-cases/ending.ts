import { actingAsSystem, type Handle } from '#access';
import { notify } from '#use-case';
import { type ConsentRow, withdraw } from '../db/consents.db.ts';
import { askDestruction, bookletNumber } from '../db/disclosures.db.ts';
import { sharingOf } from '../db/sharing.db.ts';

/**
 * Ends consents now. Reading needs no clean-up, it is computed at every reading; what has been printed under them, or
 * under the second steps that fall with them, is asked to be destroyed. Returns how many ended and how many papers are out.
 */
export async function endSharing(
  handle: Handle,
  rows: readonly Pick<ConsentRow, 'id' | 'clientId'>[],
  stillShared: readonly string[] = [],
): Promise<{ withdrawn: number; booklets: number }> {
  const first = rows[0];
  if (!first) return { withdrawn: 0, booklets: 0 };
  const ids = rows.map((row) => row.id);
  const standing = await actingAsSystem(handle, 'second steps fall with their first', (house) =>
    sharingOf(house, [first.clientId]),
  );
  const withdrawn = await withdraw(handle, ids);
  const remaining = new Set(
    (
      await actingAsSystem(handle, 'what is still in force after the withdrawal', (house) =>
        sharingOf(house, [first.clientId]),
      )
    ).map((one) => one.consentId),
  );
  const fallen = standing.map((one) => one.consentId).filter((id) => !ids.includes(id) && !remaining.has(id));
  const asked = await actingAsSystem(
    handle,
    'the papers are in the hands of others, who are asked to destroy them',
    async (house) => [
      ...(await askDestruction(house, withdrawn, stillShared)),
      ...(await askDestruction(house, fallen)),
    ],
  );
  await notify(
    handle,
    ...asked.flatMap((booklet) =>
      booklet.holderId
        ? [
            {
              accountId: booklet.holderId,
              kind: 'destroy-booklet',
              params: { number: bookletNumber(booklet.id) },
              link: '/people',
            },
          ]
        : [],
    ),
  );
  return { withdrawn: withdrawn.length, booklets: asked.length };
}
