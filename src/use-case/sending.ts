import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type App, inTransactionAs, type ViewerContext } from '#access';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';

/** Where a form that did what was asked leads, and what is said there. Plain data. */
export type Answer = {
  readonly to: string;
  readonly notice?: {
    readonly kind: 'info' | 'success' | 'warning' | 'error';
    readonly key: string;
    readonly values?: Readonly<Record<string, string | number>>;
  };
};

/** How a form is sent: once by its key, and knowing what was saved last. */
export type Sending<O> = {
  /** Made with the page; sent again it changes nothing and gets the same answer. Absent: no such promise. */
  readonly key?: string | undefined;
  /** What the form changes and how many times it had been saved when its present values were read. */
  readonly edit?: { readonly subject: string; readonly edits: number } | undefined;
  /** The answer, from what the use case gave. It is kept in the transaction of the change. */
  readonly answer: (output: O) => Answer;
};

/** Thrown when the key has been used: the change stands, and this was its answer. */
export class AlreadySent extends Error {
  readonly answer: Answer | undefined;
  constructor(answer: Answer | undefined) {
    super('sent already');
    this.answer = answer;
  }
}

/**
 * Takes the form's key for this transaction; a second sending waits for the first one to end.
 * @returns false when somebody has saved the same thing since its values were read
 * @throws AlreadySent
 */
export async function acceptSending<O>(
  context: ViewerContext,
  useCase: string,
  { key, edit }: Sending<O>,
): Promise<boolean> {
  const { db, viewer, now } = context;
  if (key !== undefined) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('access.sent_form')
      .values({
        key: hashOf(key),
        account_id: viewer.accountId ?? null,
        use_case: useCase,
        sent_at: now.toISOString(),
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) {
      const before = await db
        .selectFrom('access.sent_form')
        .select('answer')
        .where('key', '=', hashOf(key))
        .where('use_case', '=', useCase)
        .executeTakeFirst();
      throw new AlreadySent(typeof before?.answer === 'string' ? opened(key, before.answer) : undefined);
    }
  }
  if (edit === undefined) return true;
  const { rows } = await sql`
    insert into access.form_edit as known (use_case, subject, edits, edited_at)
    values (${useCase}, ${hashOf(edit.subject)}, 1, ${now.toISOString()})
    on conflict (use_case, subject) do update set edits = known.edits + 1, edited_at = excluded.edited_at
      where known.edits = ${edit.edits}
    returning edits`.execute(db);
  return rows.length === 1 && (edit.edits > 0 || (rows[0] as { edits: number }).edits === 1);
}

/** Keeps where the form led, for the case that it comes again. */
export async function keepAnswer<O>(
  { db }: ViewerContext,
  { key, answer }: Sending<O>,
  output: O,
): Promise<void> {
  if (key === undefined) return;
  await db
    .updateTable('access.sent_form')
    .set({ answer: JSON.stringify(closed(key, answer(output))) })
    .where('key', '=', hashOf(key))
    .execute();
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** An answer may hold a name or a secret address: it can be read with the form's own key only, which is not kept. */
const lockOf = (key: string) => createHash('sha256').update(`answer ${key}`).digest();

function closed(key: string, answer: Answer): string {
  const start = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', lockOf(key), start);
  const body = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([start, cipher.getAuthTag(), body]).toString('base64');
}

function opened(key: string, text: string): Answer {
  const bytes = Buffer.from(text, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', lockOf(key), bytes.subarray(0, 12));
  cipher.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(cipher.update(bytes.subarray(28), undefined, 'utf8') + cipher.final('utf8')) as Answer;
}

/** How many times something has been saved by a form of a use case. */
export async function editsOf(app: App, viewer: Viewer, useCase: string, subject: string): Promise<number> {
  return inTransactionAs(app, viewer, 'upkeep', async ({ db }) => {
    const row = await db
      .selectFrom('access.form_edit')
      .select('edits')
      .where('use_case', '=', useCase)
      .where('subject', '=', hashOf(subject))
      .executeTakeFirst();
    return row?.edits ?? 0;
  });
}

/** How long a key is remembered, in hours: longer than anybody's tab waits to send the same form again. */
const remembered = 48;

/** Removes keys that have been remembered long enough. */
export async function cleanSentForms(app: App): Promise<void> {
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
    const since = new Date(now.getTime() - remembered * 3_600_000).toISOString();
    await sql`delete from access.sent_form where sent_at < ${since}`.execute(db);
  });
}
