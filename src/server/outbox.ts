import { sql } from 'kysely';
import { z } from 'zod';
import { type App, inTransactionAs } from '#access';
import { Id } from '#kernel/ids.ts';
import { systemViewer } from '#kernel/viewer.ts';

const Notice = z.object({
  accountId: Id,
  kind: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.string().optional(),
});

/** After so many tries a message is left for a person to look at. */
const mostTries = 20;
const batch = 100;

/** Is there a message that has not been tried yet? */
export async function somethingToDeliver(app: App): Promise<boolean> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from outbox.message where done_at is null and attempts = 0) as waits`.execute(db);
    return rows[0]!.waits;
  });
}

/**
 * Delivers what waits in the outbox: to the receiver's own page and, when an address is known and the receiver has not
 * chosen otherwise, as a letter that waits for the mail server (`letters.ts`). Each message is a transaction: it is marked
 * done exactly when it has been delivered. Several
 * processes may deliver at once (`skip locked`).
 * @returns how many were delivered and how many failed and will be tried again
 */
export async function deliverOutbox({
  app,
}: {
  readonly app: App;
}): Promise<{ delivered: number; failed: number }> {
  const tried: string[] = [];
  let failed = 0;
  for (let round = 0; round < batch; round++) {
    const outcome = await deliverNext(app, tried);
    if (!outcome) break;
    tried.push(outcome.id);
    if (outcome.error !== undefined) {
      failed++;
      await noteFailure(app, outcome.id, outcome.error);
    }
  }
  return { delivered: tried.length - failed, failed };
}

async function deliverNext(
  app: App,
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
      await sql`
        insert into outbox.letter (id, account_id, kind, params, link, created_at, next_try_at)
        select ${message.id}, a.id, ${notice.kind}, ${JSON.stringify(notice.params)}::jsonb, ${notice.link ?? null}, ${now.toISOString()}, ${now.toISOString()}
          from access.account a
         where a.id = ${notice.accountId} and a.email is not null and a.disabled_at is null
           and not exists (select from outbox.unwanted_letter u where u.account_id = a.id and u.kind = ${notice.kind})`.execute(
        db,
      );
      return { id: message.id };
    });
  } catch (error) {
    if (id === undefined) throw error;
    return { id, error: (error as Error).message };
  }
}

async function noteFailure(app: App, id: string, error: string): Promise<void> {
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    await sql`update outbox.message set attempts = attempts + 1, last_error = ${error.slice(0, 500)} where id = ${id}`.execute(
      db,
    );
  });
}
