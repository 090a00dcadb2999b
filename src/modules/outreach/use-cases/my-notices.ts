import { z } from 'zod';
import { anySignedIn } from '#access';
import { ruleOn } from '#kernel/dated-rules.ts';
import { ok } from '#kernel/result.ts';
import { rules } from '#kernel/rules.ts';
import { listInput, pageFromRows } from '#lists';
import { findText } from '#texts';
import { defineUseCase } from '#use-case';
import { ownNotices } from '../db/notices.db.ts';

/** What the viewer has been told, unread first, in the viewer's language. */
export const myNotices = defineUseCase({
  name: 'outreach.my-notices',
  purpose: 'own-data',
  input: listInput({ sorts: ['when'], filters: { read: z.enum(['unread', 'read']) } }),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'what the viewer has been told' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const { language } = context.viewer;
    const notices = (await ownNotices(context)).map(({ kind, params, ...notice }) => ({
      ...notice,
      words: findText(language, `notices:${kind}`, params) ?? '',
    }));
    const page = pageFromRows(
      notices,
      {
        name: 'notices',
        id: ({ id }) => id,
        sorts: { when: ({ isRead, at }) => [isRead ? 0 : 1, at] },
        sort: '-when',
        search: ({ words }) => [words],
        filters: { read: ({ isRead }, chosen) => chosen.includes(isRead ? 'read' : 'unread') },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      unread: notices.filter(({ isRead }) => !isRead).length,
      /** How many years a notice stays. */
      years: ruleOn(rules.retentionNotices.versions, context.today).value.years,
    });
  },
});
