import { sql } from 'kysely';
import { type House, withHandle } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { chainHash, type EntryRow } from './entry.ts';

/** The last link: its number and its hash; number 0 and 32 zero bytes before the first. */
export interface ChainHead {
  seq: number;
  hash: Buffer;
}

const genesis: ChainHead = { seq: 0, hash: Buffer.alloc(32) };
const batch = 2_000;

/**
 * Puts every entry that awaits it under the chain, in batches. One process seals at a time (advisory lock).
 * Returns the head to be anchored outside, or undefined when nothing was waiting.
 */
export async function sealEntries(house: House): Promise<ChainHead | undefined> {
  let sealed: ChainHead | undefined;
  for (;;) {
    const head = await sealBatch(house);
    if (!head) return sealed;
    sealed = head;
  }
}

async function sealBatch(house: House): Promise<ChainHead | undefined> {
  return withHandle(house, systemViewer, 'upkeep', async ({ db }) => {
    await sql`select pg_advisory_xact_lock(780432)`.execute(db);
    const { rows } = await sql<EntryRow>`
      select e.* from audit.pending p join audit.entry e on e.id = p.entry_id order by e.at, e.id limit ${batch}`.execute(
      db,
    );
    if (rows.length === 0) return undefined;
    let head = await readHead(db);
    const links: { seq: number; entry_id: string; hash: Buffer }[] = [];
    for (const row of rows) {
      head = { seq: head.seq + 1, hash: chainHash(head.hash, row) };
      links.push({ seq: head.seq, entry_id: row.id, hash: head.hash });
    }
    await sql`insert into audit.chain (seq, entry_id, hash)
      select * from unnest(${links.map((l) => l.seq)}::bigint[], ${links.map((l) => l.entry_id)}::uuid[],
        ${links.map((l) => l.hash)}::bytea[])`.execute(db);
    await sql`delete from audit.pending where entry_id = any(${rows.map((r) => r.id)}::uuid[])`.execute(db);
    return head;
  });
}

/** The head of the chain as it stands. */
export async function chainHead(house: House): Promise<ChainHead> {
  return withHandle(house, systemViewer, 'upkeep', ({ db }) => readHead(db));
}

async function readHead(db: Parameters<Parameters<typeof withHandle>[3]>[0]['db']): Promise<ChainHead> {
  const last = await db
    .selectFrom('audit.chain')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? genesis;
}
