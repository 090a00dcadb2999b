import { sql } from 'kysely';
import { z } from 'zod';
import { type App, inTransactionAs } from '#access';
import { Id } from '#kernel/ids.ts';
import { Language } from '#kernel/localised.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { findText } from '#texts';
import type { MailTransport } from '../connectors/mail/index.ts';

const Notice = z.object({
  accountId: Id,
  kind: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.string().optional(),
});

/** After so many tries a message is left for a person to look at. */
const mostTries = 20;
const batch = 100;

export interface Delivery {
  readonly app: App;
  readonly mail: MailTransport;
  readonly publicUrl: () => string;
}

/** Is there a message that has not been tried yet? */
export async function somethingToDeliver(app: App): Promise<boolean> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from outbox.message where done_at is null and attempts = 0) as waits`.execute(db);
    return rows[0]!.waits;
  });
}

/**
 * Delivers what waits in the outbox: to the receiver's own page and, when an address is known, by mail in the
 * receiver's language. Each message is a transaction: it is marked done exactly when it has been delivered. Several
 * processes may deliver at once (`skip locked`).
 * @returns how many were delivered and how many failed and will be tried again
 */
export async function deliverOutbox(delivery: Delivery): Promise<{ delivered: number; failed: number }> {
  const tried: string[] = [];
  let failed = 0;
  for (let round = 0; round < batch; round++) {
    const outcome = await deliverNext(delivery, tried);
    if (!outcome) break;
    tried.push(outcome.id);
    if (outcome.error !== undefined) {
      failed++;
      await noteFailure(delivery.app, outcome.id, outcome.error);
    }
  }
  return { delivered: tried.length - failed, failed };
}

async function deliverNext(
  { app, mail, publicUrl }: Delivery,
  tried: readonly string[],
): Promise<{ id: string; error?: string } | undefined> {
  let id: string | undefined;
  try {
    return await inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
      const { rows } = await sql<{ id: string; payload: unknown }>`
        select id, payload from outbox.message
         where done_at is null and attempts < ${mostTries} and id <> all (${[...tried]}::uuid[])
         order by created_at limit 1 for update skip locked`.execute(db);
      const message = rows[0];
      if (!message) return undefined;
      id = message.id;
      const notice = Notice.parse(message.payload);
      await db
        .insertInto('outbox.notification')
        .values({
          id: message.id,
          account_id: notice.accountId,
          kind: notice.kind,
          params: JSON.stringify(notice.params),
          link: notice.link ?? null,
          created_at: now.toISOString(),
        })
        .execute();
      await db
        .updateTable('outbox.message')
        .set({ done_at: now.toISOString() })
        .where('id', '=', message.id)
        .execute();
      const receiver = await db
        .selectFrom('access.account')
        .select(['name', 'email', 'language'])
        .where('id', '=', notice.accountId)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      if (receiver?.email) {
        const language = Language.parse(receiver.language);
        const text = findText(language, `notices:${notice.kind}`, notice.params);
        await mail.send({
          id: message.id,
          to: { name: receiver.name, address: receiver.email },
          subject: subjects[language],
          text: [text, `${publicUrl()}${notice.link ?? '/'}`]
            .filter((line) => line !== undefined)
            .join('\n\n'),
          language,
          at: now,
        });
      }
      return { id: message.id };
    });
  } catch (error) {
    if (id === undefined) throw error;
    return { id, error: (error as Error).message };
  }
}

const subjects = {
  fi: 'Sinulle on uutta Polussa',
  sv: 'Det finns något nytt för dig i Polku',
  en: 'There is something new for you in Polku',
} as const;

async function noteFailure(app: App, id: string, error: string): Promise<void> {
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    await sql`update outbox.message set attempts = attempts + 1, last_error = ${error.slice(0, 500)} where id = ${id}`.execute(
      db,
    );
  });
}
