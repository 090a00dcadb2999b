import { z } from 'zod';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listIntroductions } from '../db/introductions.db.ts';
import { actsForCompany } from '../policies.ts';
import { shown } from './lists.ts';

const subjectsOf = (_input: unknown, output: { introductions: { clientId: string }[] } | undefined) =>
  output?.introductions.map((each) => each.clientId) ?? [];

/**
 * People introduced to the viewer's own company who still share something with it: what waits first, or with a limit as
 * pages, the newest first.
 */
export const ofCompany = defineUseCase({
  name: 'introductions.of-company',
  purpose: 'recruitment',
  input: z
    .object({ cursor: z.string().max(200).optional(), limit: z.int().min(1).max(200).optional() })
    .default({}),
  policy: actsForCompany,
  audit: { kind: 'reads', subjects: subjectsOf },
  refusals: ['invalid-cursor'],
  async run(context, { cursor, limit }) {
    const company = { companyId: context.viewer.companyId! };
    if (limit === undefined) {
      const list = await listIntroductions(context, company);
      return ok({ introductions: await shown(context, list), next: undefined });
    }
    const place = cursor === undefined ? undefined : decodeCursor(cursor, Id);
    if (place && !place.ok) return err({ code: 'invalid-cursor' });
    const rows = await listIntroductions(context, company, { before: place?.value, limit: limit + 1 });
    const { items, next } = cutPage(rows, limit, (row) => row.introductionId);
    return ok({ introductions: await shown(context, items), next });
  },
});
