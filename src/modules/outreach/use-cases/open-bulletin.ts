import { z } from 'zod';
import { actingAsSystem, anybody, holds, rolesWith } from '#access';
import { Id } from '#kernel/ids.ts';
import { type LocalisedText, missingLanguages } from '#kernel/localised.ts';
import { personalDataIn } from '#kernel/personal-data.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase } from '#use-case';
import {
  accountsOf,
  audiencesOf,
  type Bulletin,
  contributorsOf,
  deliveriesOf,
  findBulletin,
  markBulletinRead,
  namesOfAccounts,
  remarksOf,
} from '../db/bulletins.db.ts';
import { readabilityIn } from '../domain/readability.ts';
import { allWords } from './inputs.ts';
import { why } from './why.ts';

export const wroteIt = (
  bulletin: Bulletin,
  contributors: readonly { accountId: string; part: string }[],
  accountId: string | undefined,
) =>
  bulletin.authorId === accountId ||
  contributors.some((contributor) => contributor.part === 'writer' && contributor.accountId === accountId);

/** What the writer and the approver look at before it goes out. */
export function checksOf({ titles, texts: body }: { titles: LocalisedText; texts: LocalisedText }) {
  return {
    missing: [...new Set([...missingLanguages(titles), ...missingLanguages(body)])],
    personal: personalDataIn(allWords(titles, body)),
    readability: readabilityIn(body),
  };
}

/** One bulletin; reading it is marked for the one it was sent to. Those who make it see how plain it is and what to check. */
export const openBulletin = defineUseCase({
  name: 'outreach.open-bulletin',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id }),
  policy: anybody,
  audit: { kind: 'none', why: why.bulletins },
  refusals: ['not-found'],
  async run(context, { bulletinId }) {
    const bulletin = await findBulletin(context, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    const { viewer } = context;
    if (bulletin.state === 'published' && viewer.accountId) await markBulletinRead(context, bulletinId);
    const contributors = viewer.accountId ? await contributorsOf(context, bulletinId) : [];
    const asked = contributors.some((contributor) => contributor.accountId === viewer.accountId);
    const making = holds(context, 'bulletins:write') || holds(context, 'bulletins:approve') || asked;
    const wrote = wroteIt(bulletin, contributors, viewer.accountId);
    const open = bulletin.state !== 'published';
    const names = making
      ? await namesOfAccounts(context, [bulletin.authorId, bulletin.approvedBy])
      : new Map<string, string>();
    const audiences = making ? await audiencesOf(context, bulletinId) : [];
    const { sent, read } =
      making && !open
        ? await actingAsSystem(context, 'how many, never who', (system) => deliveriesOf(system, bulletinId))
        : { sent: 0, read: 0 };
    const { titles, texts: body, state, publishedAt } = bulletin;
    return ok({
      bulletin: { bulletinId, titles, texts: body, state, publishedAt, version: bulletin.version },
      readability: readabilityIn(body),
      making: making
        ? {
            author: names.get(bulletin.authorId),
            approver: bulletin.approvedBy && names.get(bulletin.approvedBy),
            changedAt: bulletin.changedAt,
            returnedWhy: bulletin.returnedWhy,
            audiences,
            reach:
              audiences.length === 0 || !open
                ? undefined
                : (
                    await actingAsSystem(context, 'how many, never who', (system) =>
                      accountsOf(system, audiences),
                    )
                  ).length,
            contributors,
            remarks: await remarksOf(context, bulletinId),
            checks: checksOf(bulletin),
            delivered: { sent, read },
          }
        : undefined,
      experts:
        open && holds(context, 'bulletins:write')
          ? await usersInRoles(context, rolesWith('questions:answer'))
          : [],
      actions: {
        write: open && holds(context, 'bulletins:write'),
        remark: open && making,
        ask: state === 'draft' && holds(context, 'bulletins:write') && audiences.length > 0,
        approve: state === 'waiting' && holds(context, 'bulletins:approve') && !wrote,
        /** Why an approver may not approve: an own text. */
        ownWords: state === 'waiting' && holds(context, 'bulletins:approve') && wrote,
        remove: state === 'draft' && holds(context, 'bulletins:write'),
      },
    });
  },
});
