import { sql } from 'kysely';
import { type House, withHandle } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import type { ChainHead } from './chain.ts';
import { chainHash, type EntryRow } from './entry.ts';

/** What the verifier found wrong; an empty list means that the log is whole. */
export interface Verification {
  links: number;
  pending: number;
  anchors: number;
  findings: {
    kind: 'changed' | 'missing-link' | 'cut-tail' | 'anchor-differs' | 'unsealed';
    seq?: number;
    entryId?: string;
  }[];
}

const batch = 5_000;

/**
 * Computes the chain anew from its first link. Finds a changed row (`changed`), a removed or reordered one
 * (`missing-link`, `changed`), a tail cut off after it was anchored (`cut-tail`), a chain made anew (`anchor-differs`),
 * and entries that were kept from the chain (`unsealed`).
 */
export async function verifyChain(house: House, anchors: readonly ChainHead[]): Promise<Verification> {
  return withHandle(house, systemViewer, 'supervision', async ({ db }) => {
    const findings: Verification['findings'] = [];
    const anchored = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]));
    let head: ChainHead = { seq: 0, hash: Buffer.alloc(32) };
    let links = 0;
    for (;;) {
      const { rows } = await sql<EntryRow & { seq: number; hash: Buffer; entry_id: string }>`
        select c.seq, c.hash, c.entry_id, e.* from audit.chain c left join audit.entry e on e.id = c.entry_id
         where c.seq > ${head.seq} order by c.seq limit ${batch}`.execute(db);
      if (rows.length === 0) break;
      for (const row of rows) {
        if (row.seq !== head.seq + 1) findings.push({ kind: 'missing-link', seq: head.seq + 1 });
        if (row.id === null || !chainHash(head.hash, row).equals(row.hash)) {
          findings.push({ kind: 'changed', seq: row.seq, entryId: row.entry_id });
        }
        const anchor = anchored.get(row.seq);
        if (anchor && !anchor.equals(row.hash)) findings.push({ kind: 'anchor-differs', seq: row.seq });
        head = { seq: row.seq, hash: row.hash };
        links++;
      }
    }
    const lastAnchor = Math.max(0, ...anchors.map((anchor) => anchor.seq));
    if (lastAnchor > head.seq) findings.push({ kind: 'cut-tail', seq: head.seq + 1 });
    const outside = await sql<{ id: string; pending: boolean }>`
      select e.id, p.entry_id is not null as pending from audit.entry e
        left join audit.chain c on c.entry_id = e.id left join audit.pending p on p.entry_id = e.id
       where c.seq is null`.execute(db);
    for (const row of outside.rows) if (!row.pending) findings.push({ kind: 'unsealed', entryId: row.id });
    return {
      links,
      pending: outside.rows.filter((row) => row.pending).length,
      anchors: anchors.length,
      findings,
    };
  });
}
