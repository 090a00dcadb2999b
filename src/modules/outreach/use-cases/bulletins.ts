import { z } from 'zod';
import { anybody, holds } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { listBulletins, namesOfAccounts } from '../db/bulletins.db.ts';
import { bulletinSorts, bulletinStates } from '../domain/codes.ts';
import { bulletinsFrom } from './bulletin-rows.ts';
import { why } from './why.ts';

/** Bulletins that the viewer may see: drafts of those who write and approve, and those sent to the viewer or to all. */
export const bulletins = defineUseCase({
  name: 'outreach.bulletins',
  purpose: 'public-information',
  input: listInput({ sorts: bulletinSorts, filters: { state: z.enum(bulletinStates) } }),
  policy: anybody,
  audit: { kind: 'none', why: why.bulletins },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const page = bulletinsFrom(await listBulletins(context), context, asked);
    if (!page.ok) return page;
    const names = await namesOfAccounts(
      context,
      page.value.rows.map((bulletin) => bulletin.authorId),
    );
    return ok({
      ...page.value,
      rows: page.value.rows.map((bulletin) => ({ ...bulletin, author: names.get(bulletin.authorId) })),
      actions: { write: holds(context, 'bulletins:write'), approve: holds(context, 'bulletins:approve') },
    });
  },
});
