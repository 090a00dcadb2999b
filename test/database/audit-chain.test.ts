import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { withHandle } from '#access';
import { type ChainHead, sealEntries, verifyChain, writeEntry } from '#audit';
import { newId } from '#kernel/ids.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestHouse, type TestHouse } from '#test/fixtures/house.ts';

let house: TestHouse;
afterEach(() => house.close());

async function logSome(count: number): Promise<ChainHead> {
  await withHandle(house, systemViewer, 'upkeep', async (handle) => {
    for (let i = 0; i < count; i++) {
      await writeEntry(handle, {
        action: `test.entry-${i}`,
        subjects: [newId()],
        outcome: 'permitted',
        details: { b: i, a: { d: [1, { z: 1, y: 2 }], c: 'ä' } },
        write: true,
      });
    }
  });
  return (await sealEntries(house))!;
}

/** Somebody with the power of the database's owner, who switches the guards off first. */
async function tamper(statement: string): Promise<void> {
  await house.database.script(
    `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
  );
}

describe.each(databaseKinds)('the audit chain on the %s database', (kind) => {
  it('verifies when nothing was touched, over several sealings', async () => {
    house = await openTestHouse(kind);
    const anchors = [await logSome(5), await logSome(3)];
    const verification = await verifyChain(house, anchors);
    expect(verification).toEqual({ links: 8, pending: 0, anchors: 2, findings: [] });
  });

  it('finds a changed row', async () => {
    house = await openTestHouse(kind);
    const anchors = [await logSome(6)];
    await tamper(
      `update audit.entry set purpose = 'steering' where id = (select entry_id from audit.chain where seq = 4)`,
    );
    const { findings } = await verifyChain(house, anchors);
    expect(findings).toMatchObject([{ kind: 'changed', seq: 4 }]);
  });

  it('finds a reordered row', async () => {
    house = await openTestHouse(kind);
    const anchors = [await logSome(6)];
    await tamper(`
      update audit.chain set seq = -seq where seq in (2, 3);
      update audit.chain set seq = case seq when -2 then 3 else 2 end where seq < 0`);
    const { findings } = await verifyChain(house, anchors);
    expect(findings.map((finding) => finding.kind)).toContain('changed');
  });

  it('finds a cut tail by the anchor outside', async () => {
    house = await openTestHouse(kind);
    const anchors = [await logSome(6)];
    await tamper(
      `delete from audit.chain where seq > 4; delete from audit.entry e where not exists (select from audit.chain c where c.entry_id = e.id)`,
    );
    expect((await verifyChain(house, [])).findings).toEqual([]);
    expect((await verifyChain(house, anchors)).findings).toEqual([{ kind: 'cut-tail', seq: 5 }]);
  });

  it('finds a chain that was made anew after a row was taken out', async () => {
    house = await openTestHouse(kind);
    const anchors = [await logSome(6)];
    await tamper(`insert into audit.pending select entry_id from audit.chain where seq <> 3; delete from audit.chain;
      delete from audit.entry e where not exists (select from audit.pending p where p.entry_id = e.id)`);
    await sealEntries(house);
    expect((await verifyChain(house, anchors)).findings).toMatchObject([{ kind: 'cut-tail' }]);
    await logSome(1);
    expect((await verifyChain(house, anchors)).findings).toMatchObject([{ kind: 'anchor-differs', seq: 6 }]);
  });

  it('finds an entry that was kept from the chain', async () => {
    house = await openTestHouse(kind);
    await logSome(2);
    await tamper(`delete from audit.chain where seq = 2`);
    expect((await verifyChain(house, [])).findings).toMatchObject([{ kind: 'unsealed' }]);
  });

  it('is only ever added to by the application', async () => {
    house = await openTestHouse(kind);
    await logSome(1);
    for (const statement of [
      sql`update audit.entry set role = 'x'`,
      sql`delete from audit.entry`,
      sql`delete from audit.chain`,
    ]) {
      await expect(
        withHandle(house, systemViewer, 'upkeep', ({ db }) => statement.execute(db)),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});
