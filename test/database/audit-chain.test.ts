import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import {
  anchorFiles,
  anchorHead,
  type ChainHead,
  lastAnchor,
  readAnchors,
  sealEntries,
  verifyChain,
  writeEntry,
} from '#audit';
import { newId } from '#kernel/ids.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { chainHash, type EntryRow } from '../../src/audit/entry.ts';

let app: TestApp;

async function logSome(count: number, inTurns?: number): Promise<ChainHead> {
  await inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
    for (let i = 0; i < count; i++) {
      await writeEntry(context, {
        action: `test.entry-${i}`,
        subjects: [newId()],
        outcome: 'permitted',
        details: { b: i, a: { d: [1, { z: 1, y: 2 }], c: 'ä' } },
        write: true,
      });
    }
  });
  return sealEntries(app, inTurns);
}

/** Somebody with the power of the database's owner, who switches the guards off first. */
async function tamper(statement: string): Promise<void> {
  await app.database.script(
    `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
  );
}

describe.each(databaseKinds)('the audit chain on the %s database', (kind) => {
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(() => tamper('delete from audit.pending; delete from audit.chain; delete from audit.entry'));

  it('verifies when nothing was touched, over several sealings', async () => {
    const anchors = [await logSome(5), await logSome(3)];
    const verification = await verifyChain(app, anchors);
    expect(verification).toEqual({ links: 8, pending: 0, anchors: 2, anchoredTo: 8, findings: [] });
  });

  it('finds a changed row', async () => {
    const anchors = [await logSome(6)];
    await tamper(
      `update audit.entry set purpose = 'steering' where id = (select entry_id from audit.chain where seq = 4)`,
    );
    const { findings } = await verifyChain(app, anchors);
    expect(findings).toMatchObject([{ kind: 'changed', seq: 4 }]);
  });

  it.each(
    Object.entries({
      id: `'${newId()}'`,
      at: `at + interval '1 millisecond'`,
      account_id: `'${newId()}'`,
      role: `role || ' '`,
      organisation_id: `'${newId()}'`,
      company_id: `'${newId()}'`,
      action: `'test.other'`,
      purpose: `'recruitment'`,
      // As many as there were: the table refuses another number than there are salts.
      subjects: `array_fill('${newId()}'::uuid, array[cardinality(subjects)])`,
      salts: 'null',
      outcome: `'denied'`,
      reason: `''`,
      details: `details || '{"c": null}'`,
    } satisfies Record<keyof EntryRow, string>),
  )('finds an entry of which only the %s was changed', async (column, value) => {
    const anchors = [await logSome(3)];
    await tamper(
      `update audit.entry set ${column} = ${value} where id = (select entry_id from audit.chain where seq = 2)`,
    );
    const { findings } = await verifyChain(app, anchors);
    expect(findings[0]).toMatchObject({ kind: 'changed', seq: 2 });
    expect(findings.slice(1).map(({ kind: found }) => found)).toEqual(column === 'id' ? ['unsealed'] : []);
  });

  it('hashes every column that an entry has', async () => {
    const { rows } = await app.database.pool.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'audit.entry'::regclass and attnum > 0 and not attisdropped`,
    );
    await logSome(1);
    const entry = await app.database.pool.query<EntryRow>('select * from audit.entry');
    expect(Object.keys(entry.rows[0]!).sort()).toEqual(rows.map(({ name }) => name).sort());
    const before = Buffer.alloc(32);
    const whole = chainHash(before, entry.rows[0]!);
    for (const { name } of rows)
      expect(chainHash(before, { ...entry.rows[0]!, [name]: ['another'] }).equals(whole), name).toBe(false);
  });

  it('seals in turns what is more than one turn takes, and leaves nothing waiting', async () => {
    const head = await logSome(5, 2);
    expect(head.seq).toBe(5);
    expect(await verifyChain(app, [head])).toMatchObject({ links: 5, pending: 0, findings: [] });
  });

  it('names the place from which it was done: account, role, organisation and company', async () => {
    const viewer: Viewer = {
      accountId: newId(),
      name: '',
      role: 'employer',
      organisationId: newId(),
      companyId: newId(),
      language: 'fi',
    };
    await inTransactionAs(app, viewer, 'recruitment', async (context) => {
      await writeEntry(context, { action: 'test.who', subjects: [], outcome: 'permitted', write: true });
      await writeEntry(context, { action: 'test.not', subjects: [], outcome: 'permitted', write: false });
    });
    const { rows } = await app.database.pool.query(
      'select account_id, role, organisation_id, company_id, purpose, reason, details from audit.entry',
    );
    expect(rows).toEqual([
      {
        account_id: viewer.accountId,
        role: 'employer',
        organisation_id: viewer.organisationId,
        company_id: viewer.companyId,
        purpose: 'recruitment',
        reason: null,
        details: {},
      },
    ]);
  });

  it('finds a reordered row', async () => {
    const anchors = [await logSome(6)];
    await tamper(`
      update audit.chain set seq = -seq where seq in (2, 3);
      update audit.chain set seq = case seq when -2 then 3 else 2 end where seq < 0`);
    const { findings } = await verifyChain(app, anchors);
    expect(findings.map((finding) => finding.kind)).toContain('changed');
  });

  it('finds a cut tail by the anchor outside', async () => {
    const anchors = [await logSome(6)];
    await tamper(
      `delete from audit.chain where seq > 4; delete from audit.entry e where not exists (select from audit.chain c where c.entry_id = e.id)`,
    );
    expect((await verifyChain(app)).findings).toEqual([]);
    expect((await verifyChain(app, anchors)).findings).toEqual([{ kind: 'cut-tail', seq: 5 }]);
  });

  it('finds a chain that was made anew after a row was taken out', async () => {
    const anchors = [await logSome(6)];
    await tamper(`insert into audit.pending select entry_id from audit.chain where seq <> 3; delete from audit.chain;
      delete from audit.entry e where not exists (select from audit.pending p where p.entry_id = e.id)`);
    await sealEntries(app);
    expect((await verifyChain(app, anchors)).findings).toMatchObject([{ kind: 'cut-tail' }]);
    await logSome(1);
    expect((await verifyChain(app, anchors)).findings).toMatchObject([{ kind: 'anchor-differs', seq: 6 }]);
  });

  it('finds an entry that was kept from the chain', async () => {
    await logSome(2);
    await tamper(`delete from audit.chain where seq = 2`);
    expect((await verifyChain(app)).findings).toMatchObject([{ kind: 'unsealed' }]);
  });

  describe('expects what should be there', () => {
    const wait = (seconds: number) =>
      app.clock.moveTo(new Date(app.clock.now().getTime() + seconds * 1_000).toISOString());

    it('an anchor of the links of a minute ago: not missing, not empty, not shorter than it was', async () => {
      const first = await logSome(3);
      const second = await logSome(2);
      const findingsWith = async (anchors: ChainHead[]) => (await verifyChain(app, anchors)).findings;
      expect(await findingsWith([])).toEqual([]);
      wait(59);
      expect(await findingsWith([])).toEqual([]);
      wait(2);
      expect(await findingsWith([])).toEqual([{ kind: 'anchor-missing' }]);
      expect(await findingsWith([first])).toEqual([{ kind: 'anchor-behind', seq: 4 }]);
      expect(await findingsWith([second, first])).toEqual([]);
      await logSome(1);
      expect(await findingsWith([first, second])).toEqual([]);
    });

    it('no entry that waits for its link longer than a minute', async () => {
      await logSome(3);
      await tamper(`insert into audit.pending select entry_id from audit.chain where seq = 3;
        delete from audit.chain where seq = 3`);
      expect((await verifyChain(app)).findings).toEqual([]);
      wait(61);
      expect((await verifyChain(app)).findings).toMatchObject([{ kind: 'waits-too-long' }]);
    });

    it('entries, where there are accounts', async () => {
      expect((await verifyChain(app, [])).findings).toEqual([]);
      await inTransactionAs(app, systemViewer, 'administration', ({ db }) =>
        db.insertInto('access.account').values({ id: newId(), subject: 'koe', name: 'Koe' }).execute(),
      );
      const known = await logSome(1);
      expect((await verifyChain(app, [known])).findings).toEqual([]);
      await tamper('delete from audit.chain; delete from audit.entry; delete from audit.pending');
      expect((await verifyChain(app, [])).findings).toEqual([{ kind: 'log-empty' }]);
      expect((await verifyChain(app, [known])).findings).toEqual([
        { kind: 'cut-tail', seq: 1 },
        { kind: 'log-empty' },
      ]);
    });

    it('reads the anchors of all months in their order, and the last one from the end', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'polku-anchor-'));
      const file = join(folder, 'audit-anchor.txt');
      expect(lastAnchor(file)).toBe(undefined);
      const heads = [await logSome(1), await logSome(1), await logSome(1)];
      writeFileSync(file, `${heads[0]!.seq} ${heads[0]!.hash.toString('hex')}\n`);
      anchorHead(file, heads[1]!, '2026-11-30');
      anchorHead(file, heads[2]!, '2026-12-01');
      appendFileSync(
        join(folder, 'audit-anchor-2026-12.txt'),
        `4 ${heads[2]!.hash.toString('hex').slice(0, 63)}`,
      );
      expect(anchorFiles(file).map((each) => basename(each))).toEqual([
        'audit-anchor.txt',
        'audit-anchor-2026-11.txt',
        'audit-anchor-2026-12.txt',
      ]);
      const read: ChainHead[] = [];
      for await (const head of readAnchors(file)) read.push(head);
      expect(read).toEqual(heads);
      expect(lastAnchor(file)).toEqual(heads[2]);
      rmSync(folder, { recursive: true });
    });
  });

  it('is only ever added to by the application', async () => {
    await logSome(1);
    for (const statement of [
      sql`update audit.entry set role = 'x'`,
      sql`delete from audit.entry`,
      sql`delete from audit.chain`,
    ]) {
      await expect(
        inTransactionAs(app, systemViewer, 'upkeep', ({ db }) => statement.execute(db)),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});
