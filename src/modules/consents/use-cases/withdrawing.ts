import { actingAsSystem, type ViewerContext } from '#access';
import { type Notice, notify } from '#use-case';
import { toldOfPerson } from '../db/accounts.db.ts';
import { type ConsentRow, withdraw } from '../db/consents.db.ts';
import { askDestruction, bookletNumber } from '../db/disclosures.db.ts';
import { sharingOf } from '../db/sharing.db.ts';
import { askFollowers } from './following.ts';

/**
 * Ends consents now. Reading needs no clean-up, it is computed at every reading; what has been printed or
 * given to a system under them, or under the second steps that fall with them, is asked to be destroyed. Returns how many
 * ended and how many papers and copies are out.
 */
export async function endSharing(
  context: ViewerContext,
  rows: readonly Pick<ConsentRow, 'id' | 'clientId'>[],
  stillShared: readonly string[] = [],
): Promise<{ withdrawn: number; booklets: number }> {
  const first = rows[0];
  if (!first) return { withdrawn: 0, booklets: 0 };
  const ids = rows.map((row) => row.id);
  const standing = await actingAsSystem(context, 'second steps fall with their first', (system) =>
    sharingOf(system, [first.clientId]),
  );
  const withdrawn = await withdraw(context, ids);
  const remaining = new Set(
    (
      await actingAsSystem(context, 'what is still in force after the withdrawal', (system) =>
        sharingOf(system, [first.clientId]),
      )
    ).map((sharing) => sharing.consentId),
  );
  const fallen = standing
    .map((sharing) => sharing.consentId)
    .filter((id) => !ids.includes(id) && !remaining.has(id));
  const asked = await actingAsSystem(
    context,
    'the papers are in the hands of others, who are asked to destroy them',
    async (system) => [
      ...(await askDestruction(system, withdrawn, stillShared)),
      ...(await askDestruction(system, fallen)),
    ],
  );
  await notify(
    context,
    ...asked.flatMap((booklet) =>
      booklet.holderId
        ? [
            {
              accountId: booklet.holderId,
              kind: booklet.form === 'print' ? 'destroy-booklet' : 'destroy-copy',
              params: { number: bookletNumber(booklet.id) },
              link: '/people',
            },
          ]
        : [],
    ),
  );
  return { withdrawn: withdrawn.length, booklets: asked.length };
}

/** Withdraws consents now; what stood on them ends in the same instant, and everybody whom it concerns is told. */
export async function withdrawNow(
  context: ViewerContext,
  rows: readonly ConsentRow[],
): Promise<{ withdrawn: number; booklets: number }> {
  const ended = await endSharing(context, rows);
  const [first] = rows;
  if (!first || ended.withdrawn === 0) return ended;
  const by = context.viewer.accountId;
  await actingAsSystem(context, 'what ended with a consent is in the hands of others', async (system) => {
    const told = await toldOfPerson(system, first.clientId);
    const notices: Notice[] = told.workers.map((accountId) => ({
      accountId,
      kind: 'client-withdrew-consent',
      params: { name: told.name },
      link: `/clients/${first.clientId}/consents`,
    }));
    if (told.own !== undefined)
      notices.push({
        accountId: told.own,
        kind: 'consent-withdrawn-for-you',
        params: {},
        link: '/my/consents',
      });
    await notify(system, ...notices.filter(({ accountId }) => accountId !== by));
    await askFollowers('ended', system, first.clientId, by);
  });
  return ended;
}
