import { anybody } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { listPublications } from '../db/publications.db.ts';
import { minutesSorts } from '../domain/codes.ts';

/** Minutes that are out, for anybody: by body and day, with the headings of their public items. */
export const publicMinutesList = defineUseCase({
  name: 'governance.public-minutes-list',
  purpose: 'public-information',
  input: listInput({ sorts: minutesSorts, filters: { body: Id } }),
  policy: anybody,
  audit: { kind: 'none', why: 'public information' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const all = await listPublications(context);
    const page = pageFromRows(
      all,
      {
        name: 'minutes',
        id: ({ meetingId }) => meetingId,
        sorts: {
          held: ({ content }) => [content.heldOn],
          body: ({ content }) => [inLanguage(content.body, context.viewer.language).text, content.heldOn],
        },
        sort: '-held',
        search: ({ content }) => [
          ...Object.values(content.body),
          content.number,
          content.place,
          JSON.stringify(content.items),
        ],
        filters: { body: ({ content }, ids) => ids.includes(content.bodyId) },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      rows: page.value.rows.map(({ meetingId, content, publishedAt }) => ({
        meetingId,
        body: content.body,
        heldOn: content.heldOn,
        number: content.number,
        publishedAt,
        headings: content.items.flatMap((item) => (item.secretBasis === undefined ? item.heading : [])),
      })),
      bodies: [...new Map(all.map(({ content }) => [content.bodyId, content.body]))].map(
        ([bodyId, names]) => ({
          bodyId,
          names,
        }),
      ),
    });
  },
});
