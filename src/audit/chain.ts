import { sql } from 'kysely';
import { type App, inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { chainHash, type EntryRow } from './entry.ts';

/** The last link: its number and its hash; number 0 and 32 zero bytes before the first. */
export interface ChainHead {
  seq: number;
  hash: Buffer;
}

const genesis: ChainHead = { seq: 0, hash: Buffer.alloc(32) };

/**
 * Puts every entry that awaits it under the chain, in batches. One process seals at a time (advisory lock).
 * @param batch entries in one transaction at the most
 * @returns the head as it then stands, to be anchored outside
 */
export async function sealEntries(app: App, batch = 2_000): Promise<ChainHead> {
  for (;;) {
    const { head, more } = await sealBatch(app, batch);
    if (!more) return head;
  }
}

async function sealBatch(app: App, batch: number): Promise<{ head: ChainHead; more: boolean }> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    await sql`select pg_advisory_xact_lock(780432)`.execute(db);
    const { rows } = await sql<EntryRow>`
      select e.* from audit.pending p join audit.entry e on e.id = p.entry_id order by e.at, e.id limit ${batch}`.execute(
      db,
    );
    let head = await readHead(db);
    if (rows.length === 0) return { head, more: false };
    const links: { seq: number; entry_id: string; hash: Buffer }[] = [];
    for (const row of rows) {
      head = { seq: head.seq + 1, hash: chainHash(head.hash, row) };
      links.push({ seq: head.seq, entry_id: row.id, hash: head.hash });
    }
    await sql`insert into audit.chain (seq, entry_id, hash)
      select * from unnest(${links.map((l) => l.seq)}::bigint[], ${links.map((l) => l.entry_id)}::uuid[],
        ${links.map((l) => l.hash)}::bytea[])`.execute(db);
    await sql`delete from audit.pending where entry_id = any(${rows.map((r) => r.id)}::uuid[])`.execute(db);
    return { head, more: rows.length === batch };
  });
}

async function readHead(db: Parameters<Parameters<typeof inTransactionAs>[3]>[0]['db']): Promise<ChainHead> {
  const last = await db
    .selectFrom('audit.chain')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? genesis;
}
