import { sql } from 'kysely';
import { type App, inTransactionAs } from '#access';
import { Language } from '#kernel/localised.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { findText } from '#texts';
import { LetterRefused, type MailTransport } from '../connectors/mail/index.ts';

/** After how many minutes a letter is tried again, by how many times it has been tried; the last for all that follow. */
const pauses = [1, 5, 15, 60, 240, 480] as const;
/** About five days; then a person must look why. */
const mostTries = 20;
/** A letter that has been in hand for so long was in the hand of a process that is no more. Minutes. */
const longestInHand = 15;
const batch = 200;

export interface Post {
  readonly app: App;
  readonly mail: MailTransport;
  readonly publicUrl: () => string;
}

const isWaiting = sql`sent_at is null and given_up_at is null`;
const isFree = (now: Date) =>
  sql`(sending_since is null or sending_since < ${new Date(now.getTime() - longestInHand * 60_000).toISOString()})`;

/** Is there a letter whose time has come? */
export async function letterWaits(app: App): Promise<boolean> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from outbox.letter where ${isWaiting} and next_try_at <= ${now.toISOString()} and ${isFree(now)}) as waits`.execute(
      db,
    );
    return rows[0]!.waits;
  });
}

interface Claimed {
  readonly id: string;
  readonly kind: string;
  readonly params: Record<string, string | number>;
  readonly link: string | null;
  readonly attempts: number;
  readonly name: string;
  readonly address: string | null;
  readonly language: string;
  readonly hasAccount: boolean;
}

/**
 * Hands over the letters whose time has come, one after another. Each is taken in hand in a transaction of its own before
 * the mail server hears of it, and marked afterwards: so nothing is lost when either falls, and two processes never send the
 * same one. When the answer of the mail server was lost the letter goes again under the same Message-ID.
 * @returns how many were sent, how many will be tried again, and how many were given up
 */
export async function sendLetters({ app, mail, publicUrl }: Post): Promise<{
  sent: number;
  again: number;
  givenUp: number;
}> {
  const done = { sent: 0, again: 0, givenUp: 0 };
  for (let round = 0; round < batch; round++) {
    const letter = await claimNext(app);
    if (letter === undefined) break;
    done[await sendOne(letter, { app, mail, publicUrl })]++;
  }
  return done;
}

async function claimNext(app: App): Promise<Claimed | undefined> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
    const { rows } = await sql<Claimed>`
      with next as (
        select id from outbox.letter
         where ${isWaiting} and next_try_at <= ${now.toISOString()} and ${isFree(now)}
         order by next_try_at, id limit 1 for update skip locked)
      update outbox.letter l set sending_since = ${now.toISOString()}, attempts = l.attempts + 1
        from next join outbox.letter own on own.id = next.id left join access.account a on a.id = own.account_id
       where l.id = next.id
      returning l.id, l.kind, l.account_id is not null as "hasAccount", l.params, l.link, l.attempts, coalesce(a.name, '') as name, coalesce(a.language, l.language) as language,
                case when a.disabled_at is null then coalesce(l.address, a.email) end as address`.execute(db);
    return rows[0];
  });
}

async function sendOne(
  letter: Claimed,
  { app, mail, publicUrl }: Post,
): Promise<'sent' | 'again' | 'givenUp'> {
  const { id, address, attempts } = letter;
  if (address === null) {
    await mark(app, id, { given_up_at: app.clock.now(), last_error: 'the account has no address any more' });
    return 'givenUp';
  }
  try {
    const language = Language.parse(letter.language);
    await mail.send({
      id,
      to: { name: letter.name, address },
      ...wordsOf(letter, language, publicUrl()),
      language,
      at: app.clock.now(),
    });
  } catch (error) {
    const reason = (error as Error).message.slice(0, 500);
    const now = app.clock.now();
    if (error instanceof LetterRefused || attempts >= mostTries) {
      await mark(app, id, { given_up_at: now, sending_since: null, last_error: reason });
      return 'givenUp';
    }
    const minutes = pauses[Math.min(attempts, pauses.length) - 1]!;
    await mark(app, id, {
      next_try_at: new Date(now.getTime() + minutes * 60_000),
      sending_since: null,
      last_error: reason,
    });
    return 'again';
  }
  await mark(app, id, { sent_at: app.clock.now(), sending_since: null, last_error: null });
  return 'sent';
}

/**
 * What a letter says: a subject and a sentence of its own kind, for this receiver, and where to read the matter. A letter
 * passes through other hands, so it names no person and no employer: `<kind>-letter` where the notice itself does.
 */
export function wordsOf(
  { kind, params, link, hasAccount }: Pick<Claimed, 'kind' | 'params' | 'link' | 'hasAccount'>,
  language: Language,
  publicUrl: string,
): { subject: string; text: string } {
  const find = (key: string) => findText(language, key, params);
  const sentence = find(`notices:${kind}-letter`) ?? find(`notices:${kind}`);
  return {
    subject: find(`notices:${kind}-subject`) ?? find('notices:any-subject') ?? 'Polku',
    text: [sentence, `${publicUrl}${link ?? '/'}`, hasAccount ? find('notices:letter-foot') : undefined]
      .filter((line) => line !== undefined)
      .join('\n\n'),
  };
}

type Change = Partial<Record<'sent_at' | 'given_up_at' | 'sending_since' | 'next_try_at', Date | null>> & {
  last_error: string | null;
};

async function mark(app: App, id: string, change: Change): Promise<void> {
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    await db.updateTable('outbox.letter').set(instants(change)).where('id', '=', id).execute();
    if (change.sent_at || change.given_up_at)
      await db
        .updateTable('outbox.letter')
        .set({ params: '{}', link: null })
        .where('id', '=', id)
        .where('address', 'is not', null)
        .execute();
  });
}

const instants = (change: Change) =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ]),
  );

/** How the letters stand, for whoever watches over the service. */
export async function stateOfLetters(app: App): Promise<{
  waiting: number;
  /** Since when the one that has waited longest has waited. */
  oldest: string | undefined;
  givenUp: number;
}> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    const { rows } = await sql<{ waiting: number; oldest: string | null; given_up: number }>`
      select count(*) filter (where ${isWaiting})::int as waiting,
             min(created_at) filter (where ${isWaiting})::text as oldest,
             count(*) filter (where given_up_at is not null)::int as given_up from outbox.letter`.execute(db);
    const [row] = rows;
    return { waiting: row!.waiting, oldest: row!.oldest ?? undefined, givenUp: row!.given_up };
  });
}
