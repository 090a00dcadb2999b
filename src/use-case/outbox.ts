import type { ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/localised.ts';

/** Something to be told to a user, on the own page and by mail, once the transaction has been committed. */
export interface Notice {
  accountId: string;
  /** Key of the text under `notices.<kind>`. */
  kind: string;
  /** Fills the text's places; no more of anybody's data than the receiver may see. */
  params: Record<string, string | number>;
  link?: string;
}

/** Puts notices into the outbox in the transaction of the handle; background work delivers them. */
export async function notify(context: ViewerContext, ...notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await context.db
    .insertInto('outbox.message')
    .values(
      notices.map((notice) => ({
        id: newId(),
        created_at: context.now.toISOString(),
        kind: 'notify',
        payload: JSON.stringify(notice),
      })),
    )
    .execute();
}

/** A letter to somebody who has no account here. */
interface LetterDraft {
  address: string;
  language: Language;
  /** Key of the text under `notices.<kind>`. */
  kind: string;
  /** Fills the text's places. Nothing about the person: a letter may be read by others. */
  params: Record<string, string | number>;
  link: string;
}

/** Puts a letter among those to be sent, in the transaction of the handle; what it says is forgotten when it has left. */
export async function sendLetter(context: ViewerContext, letter: LetterDraft): Promise<void> {
  const at = context.now.toISOString();
  await context.db
    .insertInto('outbox.letter')
    .values({
      id: newId(),
      address: letter.address,
      language: letter.language,
      kind: letter.kind,
      params: JSON.stringify(letter.params),
      link: letter.link,
      created_at: at,
      next_try_at: at,
    })
    .execute();
}
