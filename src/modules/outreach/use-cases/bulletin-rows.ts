import type { ViewerContext } from '#access';
import { inLanguage } from '#kernel/localised.ts';
import { type Asked, pageFromRows } from '#lists';
import type { Bulletin } from '../db/bulletins.db.ts';

/** A page of bulletins: those not out yet first, then the newest; found by their words in any language. */
export const bulletinsFrom = (bulletins: readonly Bulletin[], context: ViewerContext, asked: Asked) =>
  pageFromRows(
    bulletins,
    {
      name: 'bulletins',
      id: ({ bulletinId }) => bulletinId,
      sorts: {
        waiting: (bulletin) => [bulletin.state === 'published', -timeOf(bulletin)],
        when: (bulletin) => [timeOf(bulletin)],
        title: ({ titles }) => [inLanguage(titles, context.viewer.language).text],
      },
      sort: 'waiting',
      search: ({ titles, texts }) => [...Object.values(titles), ...Object.values(texts)],
      filters: { state: ({ state }, states) => states.includes(state) },
    },
    asked,
  );

const timeOf = ({ publishedAt, changedAt }: Bulletin) => Date.parse(publishedAt ?? changedAt);
