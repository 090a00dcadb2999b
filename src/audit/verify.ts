import { sql } from 'kysely';
import { type App, inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import type { ChainHead } from './chain.ts';
import { chainHash, type EntryRow, nobody } from './entry.ts';

/** What the verifier found wrong; an empty list means that the log is whole. */
export interface Verification {
  readonly links: number;
  /** Entries that await their link; none waits longer than a minute where the service runs. */
  readonly pending: number;
  readonly anchors: number;
  /** The last link that an anchor outside knows. */
  readonly anchoredTo: number;
  readonly findings: {
    readonly kind:
      | 'changed'
      | 'missing-link'
      | 'cut-tail'
      | 'anchor-differs'
      | 'anchor-missing'
      | 'anchor-behind'
      | 'unsealed'
      | 'waits-too-long'
      | 'forgotten-unsaid'
      | 'log-empty';
    readonly seq?: number;
    readonly entryId?: string;
  }[];
}

const batch = 5_000;

/** The use case that forgets people, and says in how many places of the log. */
const actOfForgetting = 'privacy.carry-out-next';

/** Processes that seal by turns may write their anchors in another order than the links. */
const disorder = 1_000;

/** How long an entry may wait for its link, and a link for its anchor. Milliseconds. */
const patience = 60_000;

/**
 * Computes the chain anew from its first link. Finds a changed row (`changed`), a removed or reordered one
 * (`missing-link`, `changed`), entries that were kept from the chain (`unsealed`) or wait for it too long
 * (`waits-too-long`), a person taken out of it without that being said in it (`forgotten-unsaid`), and a log without entries
 * in a service that has accounts (`log-empty`). With the anchors outside
 * also a tail cut off after it was anchored (`cut-tail`), a chain made anew (`anchor-differs`), and anchors that are not
 * there (`anchor-missing`) or end before they should (`anchor-behind`). Without them nothing is expected of anchors.
 */
export async function verifyChain(
  app: App,
  anchors?: Iterable<ChainHead> | AsyncIterable<ChainHead>,
): Promise<Verification> {
  return inTransactionAs(app, systemViewer, 'supervision', async ({ db, now }) => {
    const findings: Verification['findings'] = [];
    const outside = anchorReader(anchors ?? []);
    const settled = new Date(now.getTime() - patience).toISOString();
    let head: ChainHead = { seq: 0, hash: Buffer.alloc(32) };
    let links = 0;
    /** The last link that must have been anchored by now. */
    let due = 0;
    for (;;) {
      const { rows } = await sql<EntryRow & { seq: number; hash: Buffer; entry_id: string }>`
        select c.seq, c.hash, c.entry_id, e.* from audit.chain c left join audit.entry e on e.id = c.entry_id
         where c.seq > ${head.seq} order by c.seq limit ${batch}`.execute(db);
      if (rows.length === 0) break;
      const anchored = await outside.between(head.seq, rows.at(-1)!.seq);
      for (const row of rows) {
        if (row.seq !== head.seq + 1) findings.push({ kind: 'missing-link', seq: head.seq + 1 });
        if (row.id === null || !chainHash(head.hash, row).equals(row.hash)) {
          findings.push({ kind: 'changed', seq: row.seq, entryId: row.entry_id });
        }
        const anchor = anchored.get(row.seq);
        if (anchor && !anchor.equals(row.hash)) findings.push({ kind: 'anchor-differs', seq: row.seq });
        if (row.id !== null && row.at < settled) due = row.seq;
        head = { seq: row.seq, hash: row.hash };
        links++;
      }
    }
    const { count, last } = await outside.rest();
    if (last > head.seq) findings.push({ kind: 'cut-tail', seq: head.seq + 1 });
    if (anchors !== undefined && due > last)
      findings.push(count === 0 ? { kind: 'anchor-missing' } : { kind: 'anchor-behind', seq: last + 1 });

    const unlinked = await sql<{ id: string; pending: boolean; at: string }>`
      select e.id, e.at, p.entry_id is not null as pending from audit.entry e
        left join audit.chain c on c.entry_id = e.id left join audit.pending p on p.entry_id = e.id
       where c.seq is null`.execute(db);
    for (const { id, pending, at } of unlinked.rows) {
      if (!pending) findings.push({ kind: 'unsealed', entryId: id });
      else if (at < settled) findings.push({ kind: 'waits-too-long', entryId: id });
    }
    if (await forgottenUnsaid(db)) findings.push({ kind: 'forgotten-unsaid' });
    if (links === 0 && unlinked.rows.length === 0 && (await hasAccounts(db)))
      findings.push({ kind: 'log-empty' });
    return {
      links,
      pending: unlinked.rows.filter((row) => row.pending).length,
      anchors: count,
      anchoredTo: last,
      findings,
    };
  });
}

/** Are there more places in the log where somebody has been forgotten than the destructions in it say, or fewer? */
async function forgottenUnsaid(
  db: Parameters<Parameters<typeof inTransactionAs>[3]>[0]['db'],
): Promise<boolean> {
  const { rows } = await sql<{ differs: boolean }>`
    select (select coalesce(sum((e.account_id is not distinct from ${nobody}::uuid)::int
              + cardinality(array_positions(e.subjects, ${nobody}::uuid))), 0) from audit.entry e
             where e.account_id = ${nobody}::uuid or e.subjects @> array[${nobody}::uuid])
        <> (select coalesce(sum((e.details ->> 'forgotten')::int), 0) from audit.entry e
             where e.action = ${actOfForgetting} and e.role = 'system' and e.outcome = 'permitted') as differs`.execute(
    db,
  );
  return rows[0]!.differs;
}

/** Reads anchors in step with the chain, so that only few are in memory. */
function anchorReader(anchors: Iterable<ChainHead> | AsyncIterable<ChainHead>) {
  const source =
    Symbol.asyncIterator in anchors ? anchors[Symbol.asyncIterator]() : anchors[Symbol.iterator]();
  const known = new Map<number, Buffer>();
  let count = 0;
  let last = 0;
  async function next(): Promise<boolean> {
    const { done, value } = await source.next();
    if (done) return false;
    known.set(value.seq, value.hash);
    last = Math.max(last, value.seq);
    count++;
    return true;
  }
  return {
    /** The anchors of the links after one and up to another; those before are forgotten. */
    between: async (after: number, to: number): Promise<ReadonlyMap<number, Buffer>> => {
      for (const seq of known.keys()) if (seq <= after) known.delete(seq);
      while (last <= to + disorder && (await next()));
      return known;
    },
    /** All of them have been read. */
    rest: async () => {
      while (await next()) known.clear();
      return { count, last };
    },
  };
}

async function hasAccounts(db: Parameters<Parameters<typeof inTransactionAs>[3]>[0]['db']): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from access.account) as there`.execute(
    db,
  );
  return rows[0]!.there;
}
