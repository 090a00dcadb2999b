import type { ViewerContext } from '#access';
import type { Language } from '#kernel/localised.ts';

export type NoticePurpose = 'business-services' | 'named-employer' | 'event';

/** The text in one language: a title and its parts in plain words. */
export interface NoticeText {
  title: string;
  sections: { heading: string; text: string }[];
}

export interface Notice {
  id: string;
  purpose: NoticePurpose;
  version: number;
  texts: Record<Language, NoticeText>;
  validFrom: string;
  gdprBasis: string;
  secrecyBasis: string | null;
}

/** The text shown today for a purpose. @throws Error when there is none: the first versions come with the database */
export async function noticeInForce(context: ViewerContext, purpose: NoticePurpose): Promise<Notice> {
  const row = await context.db
    .selectFrom('consents.notice')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('valid_from', '<=', context.today)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', context.today)]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Error(`No consent text is in force for ${purpose} on ${context.today}`);
  return toNotice(row);
}

/** A text by its id: receipts show the version that was shown. */
export async function getNotice(context: ViewerContext, id: string): Promise<Notice> {
  return toNotice(
    await context.db.selectFrom('consents.notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

function toNotice(row: {
  id: string;
  purpose: string;
  version: number;
  texts: unknown;
  valid_from: string;
  gdpr_basis: string;
  secrecy_basis: string | null;
}): Notice {
  return {
    id: row.id,
    purpose: row.purpose as NoticePurpose,
    version: row.version,
    texts: row.texts as Notice['texts'],
    validFrom: row.valid_from,
    gdprBasis: row.gdpr_basis,
    secrecyBasis: row.secrecy_basis,
  };
}
