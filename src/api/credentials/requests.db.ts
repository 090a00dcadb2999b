import { sql } from 'kysely';
import { type App, inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { systemViewer } from '#kernel/viewer.ts';

/** Which change was asked for under which key. */
export interface KeyedRequest {
  readonly credentialId: string;
  readonly key: string;
  readonly hash: Buffer;
}

/**
 * What is known of a key: nothing (`new`), the same request answered already, another request, the same under way, or the
 * same begun but never finished (`resumed`: the process died, so it may or may not have been done).
 */
export type Claim =
  | { readonly kind: 'new' | 'resumed'; readonly madeId: string }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: unknown }
  | { readonly kind: 'another-request' }
  | { readonly kind: 'under-way' };

const day = 86_400_000;
/** A request that has not been answered in this time never will be. Milliseconds. */
const patience = 120_000;

/** Claims the key for a request. A key is remembered for a day. */
export async function claimRequest(app: App, { credentialId, key, hash }: KeyedRequest): Promise<Claim> {
  return inTransactionAs(app, systemViewer, 'administration', async ({ db, now }) => {
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
    await db.deleteFrom('access.api_request').where('started_at', '<', before(day)).execute();
    const madeId = newId();
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('access.api_request')
      .values({
        credential_id: credentialId,
        key,
        request_hash: hash,
        made_id: madeId,
        started_at: now.toISOString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return { kind: 'new', madeId };
    const row = await db
      .selectFrom('access.api_request')
      .selectAll()
      .where('credential_id', '=', credentialId)
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return { kind: 'under-way' };
    if (!hash.equals(row.request_hash)) return { kind: 'another-request' };
    if (row.status !== null) return { kind: 'answered', status: row.status, answer: row.answer };
    if (row.started_at > before(patience)) return { kind: 'under-way' };
    await db
      .updateTable('access.api_request')
      .set({ started_at: now.toISOString() })
      .where('credential_id', '=', credentialId)
      .where('key', '=', key)
      .execute();
    return { kind: 'resumed', madeId: row.made_id };
  });
}

/** Remembers the answer of a request that was done. */
export async function keepAnswer(
  app: App,
  { credentialId, key }: KeyedRequest,
  status: number,
  answer: unknown,
): Promise<void> {
  await inTransactionAs(app, systemViewer, 'administration', async ({ db }) => {
    await sql`update access.api_request set status = ${status}, answer = ${JSON.stringify(answer)}::jsonb
      where credential_id = ${credentialId} and key = ${key}`.execute(db);
  });
}

/** Forgets a request that changed nothing, so that the key can be used for a corrected one. */
export async function forgetRequest(app: App, { credentialId, key }: KeyedRequest): Promise<void> {
  await inTransactionAs(app, systemViewer, 'administration', async ({ db }) => {
    await db
      .deleteFrom('access.api_request')
      .where('credential_id', '=', credentialId)
      .where('key', '=', key)
      .where('status', 'is', null)
      .execute();
  });
}
