import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { sealEntries, verifyChain, writeEntry } from '#audit';
import { loadDemonstration } from '#demo/load.ts';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { fillOneOfEach, idOf, tablesOf } from '#test/fixtures/one-of-each.ts';
import { notify, runUseCase } from '#use-case';
import { retentionPage } from '../../../scripts/retention-page.ts';
import { classes, nobodys, retentionScript, tablesOf as tablesOfClass } from './db/retention-classes.ts';
import type { ReviewedClass } from './domain/codes.ts';
import { privacy } from './index.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Everything in the database as text: what `pg_dump` writes of a server, every row of every table of the embedded one. */
async function dumpOf(app: TestApp, kind: 'embedded' | 'server'): Promise<string> {
  const { rows: names } = await app.database.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  if (kind === 'server') {
    const url = new URL(process.env.TEST_DATABASE_URL!);
    const { rows } = await app.database.pool.query<{ name: string }>('select current_database() as name');
    url.pathname = `/${rows[0]!.name}`;
    return execFileSync('pg_dump', ['--data-only', `--dbname=${url.href}`], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
  }
  let dump = '';
  for (const { name } of names) {
    const { rows } = await app.database.pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    dump += rows.map(({ row }) => row).join('\n');
  }
  return dump;
}

/** What the background work does, one record after another, until nothing waits. */
async function carryOutAll(app: TestApp): Promise<void> {
  for (;;) {
    const { next } = unwrap(await runUseCase(app, systemViewer, privacy.carryingOutWaits, {}));
    if (next === undefined) return;
    unwrap(await runUseCase(app, systemViewer, privacy.carryOutNext, next));
  }
}

const refusal = (outcome: { ok: boolean; error?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error?.code;

describe('the classes of records', () => {
  it('stand in the database and in the documentation as they are declared', () => {
    expect(read('../../db/views/privacy_retention.sql')).toBe(retentionScript());
    expect(read('../../../docs/compliance/retention.md')).toBe(retentionPage());
  });
});

describe.each(databaseKinds)('every table with personal data, on the %s database', (kind) => {
  let app: TestApp;
  const person = idOf('clients.client');
  const own = idOf('own account');
  const marker = 'Zqxwvarma';

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
  });
  afterAll(() => app.close());

  it('has a class, or a reason why its rows are nobody’s', async () => {
    const { rows } = await app.database.pool.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'migration', 'pgboss')
         and ((obj_description(c.oid) like 'personal data: %' and obj_description(c.oid) !~ '^personal data: (none|no person)')
           or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped)
           or exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'clients.client'::regclass))
       order by 1`);
    const known = new Set<string>([...classes.flatMap(tablesOfClass), ...Object.keys(nobodys)]);
    expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('loses every row and word of a person who is destroyed, and no row of another’s', async () => {
    await fillOneOfEach(app);
    const client = classes.find(({ code }) => code === 'client')!;
    const tables = [...new Set(client.acts.map(({ table }) => table))];
    // The person has an account of the own, and every text that no foreign key and no rule binds says the marker.
    await app.database.script(`set session_replication_role = replica;
      insert into access.account select (jsonb_populate_record(a, jsonb_build_object('id', '${own}', 'subject', 'own', 'sign_in_email', null))).* from access.account a;
      update access.role_assignment set account_id = '${own}', client_id = '${person}';
      insert into access.role_assignment select (jsonb_populate_record(r, jsonb_build_object('id', '${idOf('of a worker')}',
        'account_id', '${idOf('access.account')}', 'client_id', null))).* from access.role_assignment r;
      update access.api_credential set role_assignment_id = '${idOf('of a worker')}';
      update outbox.notification set account_id = '${own}'; update outbox.letter set account_id = '${own}';
      update outbox.unwanted_letter set account_id = '${own}'; update outreach.delivery set account_id = '${own}';
      update outreach.question set asker_id = '${own}'; update access.session set account_id = '${own}';
      update access.sent_form set account_id = '${own}'; update audit.entry set salts = array[gen_random_uuid(), gen_random_uuid()];
      update outbox.message set payload = jsonb_build_object('accountId', '${own}');
      update matching.change set subject = '${person}';
      update clients.client_case set closed_on = '2019-01-01'; update clients.search_period set started_on = '2015-01-01', ended_on = '2019-01-01';
      update privacy.request set answer = 'done', answered_at = now();
      update consents.disclosure set form = 'print', destruction_asked_at = null, destruction_confirmed_at = null;
      update privacy.hold set ended_at = now(), ended_by = set_by;`);
    const { rows: columns } = await app.database.pool.query<{ table: string; column: string }>(
      `select c.oid::regclass::text as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.oid = any ($1::regclass[]) and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and format_type(a.atttypid, null) = 'text'
          and not exists (select from pg_constraint f where f.conrelid = c.oid and f.contype in ('f', 'p') and a.attnum = any (f.conkey))
          and a.attname not in ('subject', 'class', 'state', 'reason', 'answer', 'form', 'topic', 'rule_id', 'language')`,
      [tables],
    );
    for (const { table, column } of columns)
      if (!['privacy.hold', 'outbox.message'].includes(table))
        await app.database.pool.query(
          `update ${table} set "${column}" = '${marker} ${table}' ${table === 'access.account' ? `where id = '${own}'` : table === 'access.role_assignment' ? `where client_id is not null` : ''}`,
        );
    await app.database.script(`set session_replication_role = origin;
      insert into privacy.proposal (id, class, before, reason, subjects, proposed_by, proposed_at, decision, decided_by, decided_at)
        values ('${idOf('two people')}', 'client', '2020-01-01', 'x', 1, '${idOf('access.account')}', now(), 'confirmed', '${own}', now());
      update privacy.proposal set decided_by = '${idOf('access.account')}';
      delete from privacy.proposal_item;
      insert into privacy.proposal_item values ('${idOf('two people')}', '${person}', '2019-01-01')`);
    const before = await dumpOf(app, kind);
    expect(before.split(marker).length - 1).toBeGreaterThan(60);
    const others = await countsBesides(tables);

    unwrap(
      await runUseCase(app, systemViewer, privacy.carryOutNext, {
        proposalId: idOf('two people'),
        subjectId: person,
      }),
    );
    const after = await dumpOf(app, kind);
    expect(after).not.toContain(marker);
    expect(after).not.toContain(person);
    expect(after).not.toContain(own);
    expect(await countsBesides(tables)).toEqual(others);
  });

  /** How many rows the tables hold that no act of the class touches. */
  async function countsBesides(touched: readonly string[]) {
    const counts: Record<string, number> = {};
    for (const { name } of await tablesOf(app)) {
      if (touched.includes(name) || /^(privacy\.proposal|audit\.|insight\.|matching\.|clients\.)/.test(name))
        continue;
      const { rows } = await app.database.pool.query<{ n: number }>(`select count(*)::int as n from ${name}`);
      counts[name] = rows[0]!.n;
    }
    return counts;
  }
});

describe.each(databaseKinds)(
  'people whose time has passed, in the demonstration area on the %s database',
  (kind) => {
    let app: TestApp;
    let dpo: Viewer;
    let manager: Viewer;
    /** Two who go, one who is held back, one whose case goes on. */
    let going: string[];
    let held: string;
    let accounts: string[];

    const query = async <R>(text: string, values: unknown[] = []) =>
      (await app.database.pool.query(text, values)).rows as R[];

    async function viewerWith(role: Viewer['role']): Promise<Viewer> {
      const [row] = await query<{
        id: string;
        name: string;
        organisation: string | null;
        company: string | null;
        client: string | null;
      }>(
        `select a.id, a.name, r.organisation_id as organisation, r.company_id as company, r.client_id as client from access.account a
         join access.role_assignment r on r.account_id = a.id where r.role = $1 order by a.name limit 1`,
        [role],
      );
      return {
        accountId: row!.id,
        name: row!.name,
        role,
        organisationId: row!.organisation ?? undefined,
        companyId: row!.company ?? undefined,
        clientId: row!.client ?? undefined,
        language: 'fi',
      };
    }

    beforeAll(async () => {
      app = await openTestApp(kind, '2026-11-20T10:00:00Z');
      await loadDemonstration(app, { seed: 2026, today: '2026-11-20' });
      dpo = await viewerWith('dpo');
      manager = await viewerWith('area-manager');
      const [aino] = await query<{ id: string }>(
        `select r.client_id as id from access.role_assignment r join clients.name n on n.client_id = r.client_id where n.given_name = 'Aino' and n.family_name = 'Esimerkki'`,
      );
      const introduced = await query<{ id: string }>(
        `select i.client_id as id from introductions.introduction i where i.client_id <> $1 and i.state = 'hired'
        and not exists (select from access.role_assignment r where r.client_id = i.client_id) order by i.client_id limit 2`,
        [aino!.id],
      );
      going = [aino!.id, introduced[0]!.id];
      held = introduced[1]!.id;
      for (const [at, id] of [...going, held].entries())
        await app.database.script(`
        update clients.client_case set opened_on = '2015-01-01', closed_on = '2019-0${at + 1}-01' where client_id = '${id}';
        update clients.search_period set started_on = '2015-01-01', ended_on = '2019-01-01' where client_id = '${id}';
        update clients.responsibility set during = '[2015-01-01,2019-01-01)' where client_id = '${id}';
        update clients.name set given_name = 'Qvarlotta${at}', family_name = 'Wylmänkorpi${at}' where client_id = '${id}';
        update clients.contact set phone = '+35840777000${at}', email = 'qvarlotta${at}@wylma.example', street_address = 'Qvarnpolku ${at}' where client_id = '${id}';
        insert into skills.wish (client_id, note) values ('${id}', 'haluan hoitaa salaojakaivurilla ${at}')
          on conflict (client_id) do update set note = excluded.note`);
      accounts = (
        await query<{ id: string }>(`select unnest(privacy.own_accounts($1::uuid[])) as id`, [going])
      ).map(({ id }) => id);
      expect(accounts.length).toBe(1);
      // What stands of them in the hands of others: notices by name and by address, an own question, a paper, a copy in a system.
      await inTransactionAs(app, manager, 'supervision', (context) =>
        writeEntry(context, {
          action: 'openings.open-file',
          subjects: [going[0]!],
          outcome: 'permitted',
          details: { stated: { cause: 'urgent', words: 'Kaivurinkuljettaja hätääntyi' } },
          write: true,
        }),
      );
      await inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
        await notify(context, {
          accountId: dpo.accountId!,
          kind: 'client-withdrew-consent',
          params: { name: 'Qvarlotta0 Wylmänkorpi0' },
          link: `/clients/${going[0]}/consents`,
        });
        await context.db
          .insertInto('outbox.notification')
          .values({
            id: newId(),
            account_id: dpo.accountId!,
            kind: 'search-ended',
            params: JSON.stringify({ name: 'Qvarlotta0 Wylmänkorpi0' }),
            created_at: '2026-11-01T00:00:00Z',
          })
          .execute();
        await context.db
          .insertInto('outreach.question')
          .values({
            id: newId(),
            topic: 'other',
            language: 'fi',
            text: 'Missä on salaojakaivurini?',
            asked_at: '2026-11-01T00:00:00Z',
            asked_on: '2026-11-01',
            asker_id: accounts[0]!,
            due_on: '2026-11-08',
            rule_id: 'x',
            state: 'open',
          })
          .execute();
      });
    }, 600_000);
    afterAll(() => app.close());

    const list = async (viewer: Viewer, of: ReviewedClass = 'client') =>
      unwrap(await runUseCase(app, viewer, privacy.pastTime, { of }));

    it('are listed to the officer and the manager with their day, by name to the manager alone', async () => {
      const told = await list(dpo);
      expect(told.rows.map(({ id, since }) => [id, since])).toEqual([
        [going[0], '2019-01-01'],
        [going[1], '2019-02-01'],
        [held, '2019-03-01'],
      ]);
      expect(told.rows[0]).toMatchObject({ due: '2024-01-01', name: undefined, state: 'free' });
      const lost = await runUseCase(app, dpo, privacy.pastTime, { of: 'client', after: 'x' });
      expect(refusal(lost)).toBe('invalid-cursor');
      const unknown = await runUseCase(app, dpo, privacy.openProposal, { proposalId: newId() });
      expect(refusal(unknown)).toBe('not-found');
      expect((await list(manager)).rows[0]!.name).toBe('Qvarlotta0 Wylmänkorpi0');
      const { classes: all } = unwrap(await runUseCase(app, dpo, privacy.retention, {}));
      expect(all.find(({ code }) => code === 'client')?.past).toMatchObject({
        count: 3,
        free: 3,
        oldestSince: '2024-01-01',
      });
      for (const role of ['expert', 'client', 'access-admin', 'employer'] as const)
        expect(
          refusal(await runUseCase(app, await viewerWith(role), privacy.pastTime, { of: 'client' })),
        ).toBe('not-permitted');
    });

    it('are held back with a reason and a day, and come back when the day has passed or the hold is ended', async () => {
      const hold = (input: object, viewer = dpo) =>
        runUseCase(app, viewer, privacy.holdRecord, {
          of: 'client',
          subjectId: held,
          reason: 'appeal',
          until: '2027-01-01',
          ...input,
        } as never);
      expect(refusal(await hold({ reason: 'other' }))).toBe('hold-reason-missing');
      expect(refusal(await hold({ until: '2026-11-20' }))).toBe('hold-not-ahead');
      expect(refusal(await hold({ subjectId: newId() }))).toBe('not-found');
      unwrap(await hold({}));
      expect((await list(dpo)).rows.find(({ id }) => id === held)).toMatchObject({
        state: 'held',
        heldBecause: 'appeal',
        heldUntil: '2027-01-01',
      });
      await app.database.script(
        `insert into access.conflict (account_id, client_id, kind, declared_on) values ('${manager.accountId}', '${held}', 'relative', '2026-01-01')`,
      );
      const ofRelative = await runUseCase(app, manager, privacy.releaseHold, {
        of: 'client',
        subjectId: held,
      });
      expect(refusal(ofRelative)).toBe('own-record');
      await app.database.script(`delete from access.conflict where account_id = '${manager.accountId}'`);
      unwrap(await runUseCase(app, dpo, privacy.releaseHold, { of: 'client', subjectId: held }));
      expect(
        refusal(await runUseCase(app, dpo, privacy.releaseHold, { of: 'client', subjectId: held })),
      ).toBe('not-found');
      expect((await list(dpo)).rows.find(({ id }) => id === held)).toMatchObject({ state: 'free' });
      unwrap(await hold({}));
      app.clock.moveTo('2027-01-02T10:00:00Z');
      expect((await list(dpo)).rows.find(({ id }) => id === held)).toMatchObject({ state: 'free' });
      app.clock.moveTo('2026-11-20T10:00:00Z');
    });

    it('stay as long as a request about their data is open', async () => {
      await app.database.script(`insert into privacy.request (id, client_id, kind, about, wish, asked_at, due_on)
      values ('${idOf('request')}', '${going[1]}', 'copy', 'x', 'salaojakaivuri', now(), '2026-12-20')`);
      for (const viewer of [dpo, manager])
        expect((await list(viewer)).rows.find(({ id }) => id === going[1])).toMatchObject({
          state: 'held',
          heldBecause: 'request',
        });
      await app.database.script(
        `update privacy.request set answer = 'done', answered_at = now(), answered_by = '${dpo.accountId}' where id = '${idOf('request')}'`,
      );
    });

    it('are opened one by one: numbers by table, and nothing of what is in them', async () => {
      const opened = unwrap(
        await runUseCase(app, dpo, privacy.openRecord, { of: 'client', subjectId: going[0]! }),
      );
      expect(opened.would.find(({ table }) => table === 'clients.name')).toEqual({
        table: 'clients.name',
        act: 'destroy',
        rows: 1,
      });
      expect(opened.would.find(({ table }) => table === 'outreach.question')).toMatchObject({
        act: 'anonymise',
        rows: 1,
      });
      expect(opened.would.length).toBeGreaterThan(15);
      expect(JSON.stringify(opened)).not.toContain('Qvarlotta');
      expect(
        refusal(await runUseCase(app, dpo, privacy.openRecord, { of: 'client', subjectId: newId() })),
      ).toBe('not-found');
    });

    it('go only when a second person confirms; the proposer, and whom it concerns, may not', async () => {
      const { proposalId, records } = unwrap(
        await runUseCase(app, dpo, privacy.proposeEnd, {
          of: 'client',
          most: 100,
          reason: 'Säilytysaika on päättynyt.',
        }),
      );
      expect(records).toBe(2);
      expect(
        refusal(await runUseCase(app, manager, privacy.proposeEnd, { of: 'client', most: 5, reason: 'x' })),
      ).toBe('nothing-past-time');
      const decide = (viewer: Viewer, input: object) =>
        runUseCase(app, viewer, privacy.decideProposal, {
          proposalId,
          decision: 'confirmed',
          ...input,
        } as never);
      // One account in both roles is still one person.
      for (const role of ['dpo', 'area-manager'] as const)
        expect(refusal(await decide({ ...dpo, role }, {}))).toBe('another-decides');
      expect(refusal(await decide(manager, { proposalId: newId() }))).toBe('not-found');
      expect(refusal(await decide(manager, { decision: 'refused' }))).toBe('refusal-reason-missing');
      const relative = `insert into access.conflict (account_id, client_id, kind, declared_on) values ('${manager.accountId}', '${going[1]}', 'relative', '2026-01-01')`;
      await app.database.script(relative);
      expect(refusal(await decide(manager, {}))).toBe('own-record');
      expect(
        refusal(
          await runUseCase(app, manager, privacy.holdRecord, {
            of: 'client',
            subjectId: going[1]!,
            reason: 'appeal',
            until: '2027-01-01',
          }),
        ),
      ).toBe('own-record');
      expect(
        refusal(await runUseCase(app, manager, privacy.releaseHold, { of: 'client', subjectId: going[1]! })),
      ).toBe('not-found');
      expect(
        unwrap(await runUseCase(app, manager, privacy.openProposal, { proposalId })).actions.decide,
      ).toBe(false);
      await app.database.script(`delete from access.conflict where account_id = '${manager.accountId}'`);
      // Nor does the database let a proposer confirm, or anybody but the house carry out.
      await expect(
        inTransactionAs(app, dpo, 'supervision', ({ db }) =>
          sql`update privacy.proposal set decision = 'confirmed', decided_by = ${dpo.accountId}, decided_at = now() where id = ${proposalId}`.execute(
            db,
          ),
        ),
      ).rejects.toThrow('another_confirms');
      for (const viewer of [manager, systemViewer])
        await expect(
          inTransactionAs(app, viewer, 'supervision', ({ db }) =>
            sql`select privacy.carry_out(${proposalId}::uuid, ${going[0]}::uuid)`.execute(db),
          ),
        ).rejects.toThrow(viewer === manager ? 'only the house' : 'nobody has confirmed');
      unwrap(await decide(manager, { decision: 'refused', because: 'Tarkista ensin arkisto.' }));
      expect(refusal(await decide(manager, {}))).toBe('decided-already');
      expect(refusal(await runUseCase(app, dpo, privacy.withdrawProposal, { proposalId }))).toBe(
        'decided-already',
      );
      expect(refusal(await runUseCase(app, manager, privacy.withdrawProposal, { proposalId }))).toBe(
        'not-found',
      );
      expect((await list(dpo)).rows.filter(({ state }) => state === 'free').length).toBe(2);
    });

    it('are taken back by the proposer; what is held back meanwhile leaves the proposal', async () => {
      const propose = async (viewer: Viewer) =>
        unwrap(await runUseCase(app, viewer, privacy.proposeEnd, { of: 'client', most: 1, reason: 'Koe' }))
          .proposalId;
      const first = await propose(manager);
      unwrap(await runUseCase(app, manager, privacy.withdrawProposal, { proposalId: first }));
      const second = await propose(manager);
      unwrap(
        await runUseCase(app, dpo, privacy.holdRecord, {
          of: 'client',
          subjectId: going[0]!,
          reason: 'research',
          until: '2027-01-01',
        }),
      );
      expect(
        unwrap(await runUseCase(app, dpo, privacy.openProposal, { proposalId: second })).records,
      ).toEqual([]);
      unwrap(await runUseCase(app, manager, privacy.withdrawProposal, { proposalId: second }));
      unwrap(await runUseCase(app, dpo, privacy.releaseHold, { of: 'client', subjectId: going[0]! }));
    });

    it('are gone from every table and from a fresh dump; the chain verifies, releases stand, and everybody else reads as before', async () => {
      const readers = await Promise.all(
        (['expert', 'business', 'employer', 'client'] as const).map(viewerWith),
      );
      const [code] = await query<{ code: string }>(
        `select code from clients.personal_code where client_id = $1`,
        [going[0]],
      );
      const ids = (
        await query<{ id: string }>(`select unnest(privacy.own_ids($1::uuid[])) as id`, [going])
      ).map(({ id }) => id);
      const words = [
        'Qvarlotta0',
        'Wylmänkorpi1',
        code!.code,
        '+358407770000',
        'qvarlotta1@wylma',
        'Qvarnpolku 0',
        'salaojakaivurilla 0',
        'salaojakaivurilla 1',
        'salaojakaivurini',
        'Kaivurinkuljettaja hätääntyi',
        ...going,
        ...accounts,
      ];
      const before = await dumpOf(app, kind);
      for (const word of words) expect(before.includes(word), word).toBe(true);
      const seen = await seenBy(readers, ids);
      const released = await query(`select * from releases.told order by release_id, key`);
      const logged = (await query<{ n: number }>(`select count(*)::int as n from audit.entry`))[0]!.n;

      const { proposalId } = unwrap(
        await runUseCase(app, dpo, privacy.proposeEnd, {
          of: 'client',
          most: 100,
          reason: 'Säilytysaika on päättynyt.',
        }),
      );
      unwrap(await runUseCase(app, manager, privacy.decideProposal, { proposalId, decision: 'confirmed' }));
      // Killed after the first: each is whole, and the next run goes on.
      const { next } = unwrap(await runUseCase(app, systemViewer, privacy.carryingOutWaits, {}));
      unwrap(await runUseCase(app, systemViewer, privacy.carryOutNext, next!));
      expect(
        unwrap(await runUseCase(app, manager, privacy.openProposal, { proposalId })).proposal,
      ).toMatchObject({ state: 'under-way', done: 1, items: 1 });
      await carryOutAll(app);
      const { proposal } = unwrap(await runUseCase(app, manager, privacy.openProposal, { proposalId }));
      expect(proposal).toMatchObject({ state: 'done', done: 2, items: 0, left: 0 });
      expect(proposal.rows['clients.name']).toBe(2);

      const after = await dumpOf(app, kind);
      for (const word of words) expect(after.includes(word), word).toBe(false);
      await sealEntries(app);
      expect((await verifyChain(app)).findings).toEqual([]);
      expect(
        (await query<{ n: number }>(`select count(*)::int as n from audit.entry`))[0]!.n,
      ).toBeGreaterThan(logged);
      expect(await query(`select * from releases.told order by release_id, key`)).toEqual(released);
      expect(await seenBy(readers, ids)).toEqual(seen);
      // The log says that it was done, and of how many rows; not whose they were.
      const said = await query<{ details: object; subjects: string[] }>(
        `select details, subjects from audit.entry where action = 'privacy.carry-out-next'`,
      );
      expect(said.length).toBe(2);
      for (const { details, subjects } of said) {
        expect(subjects).toEqual([]);
        expect(details).toMatchObject({ class: 'client', left: false, stays: 0 });
      }
    }, 600_000);

    it('leaves one whose case was opened again, and one that was held, after the confirmation', async () => {
      app.clock.moveTo('2027-01-03T10:00:00Z');
      const { proposalId } = unwrap(
        await runUseCase(app, manager, privacy.proposeEnd, { of: 'client', most: 1, reason: 'Koe' }),
      );
      unwrap(await runUseCase(app, dpo, privacy.decideProposal, { proposalId, decision: 'confirmed' }));
      await app.database.script(
        `update clients.client_case set closed_on = null where client_id = '${held}'`,
      );
      await carryOutAll(app);
      expect(unwrap(await runUseCase(app, dpo, privacy.openProposal, { proposalId })).proposal).toMatchObject(
        { state: 'done', done: 0, left: 1 },
      );
      expect(await query(`select given_name from clients.name where client_id = $1`, [held])).toHaveLength(1);

      // Closed again, it goes. An entry of the log from before ids were sealed keeps it, and the proposal says so.
      await app.database.script(`
        update clients.client_case set closed_on = '2015-05-02' where client_id = '${held}';
        insert into audit.entry (id, at, role, action, purpose, subjects, outcome) values
          (gen_random_uuid(), '2026-11-20T10:00:00Z', 'expert', 'clients.open-client', 'employment-service', '{${held}}', 'permitted')`);
      const again = unwrap(
        await runUseCase(app, manager, privacy.proposeEnd, { of: 'client', most: 1, reason: 'Koe' }),
      );
      unwrap(await runUseCase(app, dpo, privacy.decideProposal, { ...again, decision: 'confirmed' }));
      await carryOutAll(app);
      expect(unwrap(await runUseCase(app, dpo, privacy.openProposal, again)).proposal).toMatchObject({
        done: 1,
        logStays: 1,
      });
      expect(await query(`select given_name from clients.name where client_id = $1`, [held])).toEqual([]);
      app.clock.moveTo('2026-11-20T10:00:00Z');
    });

    it('cannot be forgotten in the log unseen: a forgetting that no destruction says is found', async () => {
      await sealEntries(app);
      await app.database.script(`set session_replication_role = replica;
      update audit.entry set subjects = array[audit.nobody()], salts = array[salts[1], audit.seal(salts[2], subjects[1])]
       where id = (select id from audit.entry where cardinality(subjects) = 1 and subjects[1] <> audit.nobody() and salts is not null limit 1);
      set session_replication_role = origin`);
      expect((await verifyChain(app)).findings).toEqual([{ kind: 'forgotten-unsaid' }]);
    });

    /** Every row that each reader sees of every table, but those of the people who go and the queues of the house. */
    async function seenBy(
      readers: readonly Viewer[],
      ids: readonly string[],
    ): Promise<Record<string, string[]>> {
      const skipped =
        /^(audit\.|privacy\.|matching\.change|outbox\.|vacancies\.filled_place|access\.role_right|insight\.)/;
      const tables = (await tablesOf(app)).filter(({ name, secured }) => secured && !skipped.test(name));
      const all: Record<string, string[]> = {};
      for (const viewer of readers)
        await inTransactionAs(app, viewer, 'supervision', async ({ db }) => {
          for (const { name } of tables) {
            const { rows } = await sql
              .raw<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)
              .execute(db);
            all[`${viewer.role} ${name}`] = rows
              .map(({ row }) => row)
              // What a person asked stays as a row without words.
              .filter((row) => !ids.some((id) => row.includes(id)) && !row.includes('"text": "–"'))
              .sort();
          }
        });
      return all;
    }
  },
);

describe.each(databaseKinds)('the other classes, on the %s database', (kind) => {
  let app: TestApp;
  const manager = idOf('manager');
  const left = idOf('left');
  const viewer: Viewer = { accountId: manager, name: '', role: 'area-manager', language: 'fi' };
  const other: Viewer = { ...viewer, accountId: idOf('other'), role: 'dpo' };

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
    await app.database.script(`
      insert into access.account (id, subject, name, email, disabled_at) values
        ('${manager}', 'm', 'Mari', null, null), ('${other.accountId}', 'd', 'Dani', null, null),
        ('${left}', 'lahtenyt', 'Vjeran Lähtenyt', 'vjeran@lahti.example', '2023-01-01');
      insert into networks.organisation (id, kind, names) values ('${idOf('office')}', 'employment-services', '{"fi":"T"}');
      insert into access.role_assignment (id, account_id, role, organisation_id, valid_from, valid_to) values
        ('${idOf('role')}', '${left}', 'expert', '${idOf('office')}', '2020-01-01', '2023-01-01');
      insert into networks.contact_person (id, organisation_id, name, phone, valid_from, valid_to) values
        ('${idOf('contact')}', '${idOf('office')}', 'Vjeran Lähtenyt', '+358400000000', '2020-01-01', '2024-01-01'),
        ('${idOf('contact now')}', '${idOf('office')}', 'Nyt Oleva', '+358400000001', '2020-01-01', null);
      insert into outreach.question (id, topic, language, text, asked_at, asked_on, token_hash, due_on, rule_id, state, answer, answered_at, answered_on, answered_by) values
        ('${idOf('question')}', 'other', 'fi', 'Vjeran Lähtenyt kysyy', '2023-01-01', '2023-01-01', '\\x01', '2023-01-08', 'x', 'answered', 'Vastaus Vjeranille', '2023-01-02', '2023-01-02', '${manager}')`);
  });
  afterAll(() => app.close());

  it('are gone through in the same way, and what must stay stays without the person', async () => {
    for (const of of ['account', 'contact', 'question'] as const) {
      const found = unwrap(await runUseCase(app, viewer, privacy.pastTime, { of }));
      expect(found.rows.length, of).toBe(1);
      const { proposalId } = unwrap(
        await runUseCase(app, viewer, privacy.proposeEnd, { of, most: 10, reason: 'Koe' }),
      );
      unwrap(await runUseCase(app, other, privacy.decideProposal, { proposalId, decision: 'confirmed' }));
    }
    await carryOutAll(app);
    const dump = await dumpOf(app, kind);
    for (const word of ['Vjeran', 'vjeran@lahti', 'lahtenyt', '+358400000000'])
      expect(dump.includes(word), word).toBe(false);
    expect(dump).toContain('Nyt Oleva');
    const { rows } = await app.database.pool.query(
      `select a.name, q.text from access.account a, outreach.question q where a.id = $1`,
      [left],
    );
    expect(rows).toEqual([{ name: 'Entinen käyttäjä', text: '–' }]);
    for (const of of ['account', 'contact', 'question'] as const)
      expect(unwrap(await runUseCase(app, viewer, privacy.pastTime, { of })).rows).toEqual([]);
    await sealEntries(app);
    expect((await verifyChain(app)).findings).toEqual([]);
  });
});
