import { anybody } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { listBulletins } from '../db/bulletins.db.ts';
import { bulletinSorts } from '../domain/codes.ts';
import { readabilityIn } from '../domain/readability.ts';
import { bulletinsFrom } from './bulletin-rows.ts';

/** Public bulletins, for anybody; nothing of who wrote them. */
export const publicBulletins = defineUseCase({
  name: 'outreach.public-bulletins',
  purpose: 'public-information',
  input: listInput({ sorts: bulletinSorts }),
  policy: anybody,
  audit: { kind: 'none', why: 'public information' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const found = await listBulletins(context, { state: 'published', publicOnly: true });
    const page = bulletinsFrom(found, context, { ...asked, filters: {} });
    if (!page.ok) return page;
    return ok({
      ...page.value,
      rows: page.value.rows.map(({ bulletinId, titles, texts: body, publishedAt }) => ({
        bulletinId,
        titles,
        texts: body,
        publishedAt,
        readability: readabilityIn(body),
      })),
    });
  },
});
