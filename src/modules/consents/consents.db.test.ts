import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { consentFields, inTransactionAs } from '#access';
import type { ConsentField } from '#kernel/consent-fields.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type People, settlePeople } from '#test/fixtures/consents.ts';
import { runUseCase } from '#use-case';
import type { ShareProfile } from './domain/share-profile.ts';
import { consents, sharingOf } from './index.ts';

const noticeIds = {
  organisation: '018a4d00-0000-7000-8000-000000000001',
  company: '018a4d00-0000-7000-8000-000000000002',
  event: '018a4d00-0000-7000-8000-000000000003',
};
type Kind = keyof typeof noticeIds;

describe.each(databaseKinds)('consents on the %s database', (kind) => {
  let app: TestApp;
  let people: People;
  let clientId: string;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-20T10:00:00Z');
    await app.database.script(`set session_replication_role = replica;
      delete from consents.disclosure; delete from consents.request; delete from consents.consent; delete from outbox.message; delete from outbox.notification;
      delete from audit.entry; delete from audit.pending; delete from access.role_assignment;
      delete from events.attendance; delete from events.event; delete from companies.company; delete from access.conflict;
      set session_replication_role = origin`);
    people = await settlePeople(app);
    clientId = people.ids.client;
  });

  const run = <K extends keyof typeof consents>(
    viewer: Viewer,
    name: K,
    input: z.input<(typeof consents)[K]['input']> extends infer I ? Partial<I> : never,
  ) =>
    runUseCase(app, viewer, consents[name] as never, input) as Promise<
      { ok: true; value: OutputOf<K> } | { ok: false; error: { code: string; details?: { reason?: string } } }
    >;
  type OutputOf<K extends keyof typeof consents> = Extract<
    Awaited<ReturnType<(typeof consents)[K]['run']>>,
    { ok: true }
  >['value'];

  const give = async (
    to: Kind,
    id: string,
    fields: ConsentField[],
    more: Record<string, unknown> = {},
    viewer: Viewer = people.client,
  ) =>
    run(viewer, 'giveConsent', {
      clientId,
      to: { kind: to, id },
      fields,
      until: to === 'event' ? undefined : '2027-03-01',
      noticeId: noticeIds[to],
      noticeLanguage: 'fi',
      ...more,
    } as never);
  const given = async (...args: Parameters<typeof give>) => unwrap(await give(...args)).consentId;
  const open = (viewer: Viewer) => run(viewer, 'openShareProfile', { clientId });
  const shown = async (viewer: Viewer): Promise<ShareProfile> => unwrap(await open(viewer)).profile;
  const listed = async (viewer: Viewer, more = {}) =>
    unwrap(await run(viewer, 'sharedPeople', more)).rows.map((item) => item.clientId);
  const nothingFor = async (viewer: Viewer) => {
    expect(await open(viewer)).toMatchObject({
      ok: false,
      error: { code: 'not-permitted', details: { reason: 'no-consent' } },
    });
    expect(await run(viewer, 'printBooklet', { clientId })).toMatchObject({ ok: false });
    const list = unwrap(await run(viewer, 'sharedPeople', {}));
    expect(list).toMatchObject({ rows: [], total: 0, choices: { occupations: [], municipalities: [] } });
    expect(await inTransactionAs(app, viewer, 'recruitment', (context) => sharingOf(context))).toEqual([]);
    const bytes = await inTransactionAs(app, viewer, 'recruitment', async ({ db }) => {
      const tables = [
        'clients.name',
        'clients.contact',
        'clients.home',
        'clients.education',
        'skills.skill',
        'skills.occupation',
        'skills.language',
        'skills.licence',
        'skills.wish',
        'skills.travel_area',
      ];
      const counts = await Promise.all(
        tables.map((table) => sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)),
      );
      return counts.reduce((sum, { rows }) => sum + rows[0]!.n, 0);
    });
    expect(bytes).toBe(0);
  };

  it('gives nothing when nothing was chosen', async () => {
    expect(await give('organisation', people.ids.business, [])).toMatchObject({
      ok: false,
      error: { code: 'no-fields' },
    });
  });

  it('step 1 alone shows nothing to an employer', async () => {
    await given('organisation', people.ids.business, [...consentFields]);
    expect((await shown(people.adviser)).visible).toEqual(consentFields);
    await nothingFor(people.employer);
    await nothingFor(people.otherAdviser);
  });

  it('step 2 needs a step 1 in force', async () => {
    expect(await give('company', people.ids.company, ['skills'])).toMatchObject({
      ok: false,
      error: { code: 'step-one-needed' },
    });
  });

  it('withdrawal at the same instant removes everything', async () => {
    await given('organisation', people.ids.business, [...consentFields]);
    const second = await given('company', people.ids.company, [...consentFields]);
    expect(
      await listed(people.employer, { search: 'hitsaaja', occupation: 'urn:t:welder', municipality: '491' }),
    ).toEqual([clientId]);
    expect((await run(people.employer, 'printBooklet', { clientId })).ok).toBe(true);
    unwrap(await run(people.client, 'withdrawConsent', { consentId: second }));
    await nothingFor(people.employer);
    expect((await shown(people.adviser)).name).toBeDefined();
  });

  it('step 2 falls with its step 1, and giving step 1 anew does not raise it', async () => {
    const first = await given('organisation', people.ids.business, ['skills']);
    await given('company', people.ids.company, ['skills', 'name']);
    await given('event', people.ids.event, ['languages']);
    unwrap(await run(people.client, 'withdrawConsent', { consentId: first }));
    await nothingFor(people.employer);
    await nothingFor(people.adviser);
    await given('organisation', people.ids.business, ['skills']);
    await nothingFor(people.employer);
    const mine = unwrap(await run(people.client, 'myConsents', {}));
    expect(mine.past.map((view) => view.state).sort()).toEqual(['fallen', 'fallen', 'withdrawn']);
  });

  it('an event consent is for the companies of that event and ends when it closes', async () => {
    await given('organisation', people.ids.business, ['skills']);
    await given('event', people.ids.event, ['skills']);
    expect((await shown(people.employer)).visible).toEqual(['skills']);
    await nothingFor(people.otherEmployer);
    app.clock.moveTo('2026-12-01T15:59:59.999Z');
    expect((await shown(people.employer)).visible).toEqual(['skills']);
    app.clock.moveTo('2026-12-01T16:00:00Z');
    await nothingFor(people.employer);
  });

  it('ends after its last whole day in Finland', async () => {
    await given('organisation', people.ids.business, ['skills'], { until: '2026-12-31' });
    app.clock.moveTo('2026-12-31T21:59:59Z');
    expect((await shown(people.adviser)).visible).toEqual(['skills']);
    app.clock.moveTo('2026-12-31T22:00:00Z');
    await nothingFor(people.adviser);
  });

  it('lasts twelve months at most and not into the past', async () => {
    for (const [until, code] of [
      ['2027-11-21', 'until-too-far'],
      ['2026-11-19', 'until-past'],
      [undefined, 'until-missing'],
    ])
      expect(await give('organisation', people.ids.business, ['skills'], { until })).toMatchObject({
        ok: false,
        error: { code },
      });
    expect((await give('organisation', people.ids.business, ['skills'], { until: '2027-11-20' })).ok).toBe(
      true,
    );
  });

  it('giving anew to the same receiver narrows at once', async () => {
    await given('organisation', people.ids.business, ['skills', 'name']);
    await given('organisation', people.ids.business, ['languages']);
    expect((await shown(people.adviser)).visible).toEqual(['languages']);
  });

  it('a withdrawn consent cannot be changed, a living one only withdrawn', async () => {
    const id = await given('organisation', people.ids.business, ['skills']);
    const change = (set: string) =>
      inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        sql`update consents.consent set ${sql.raw(set)} where id = ${id}`.execute(db),
      );
    await expect(change(`fields = array['name']`)).rejects.toMatchObject({ code: '23514' });
    unwrap(await run(people.client, 'withdrawConsent', { consentId: id }));
    await expect(change('withdrawn_at = null')).rejects.toMatchObject({ code: '23514' });
    await expect(change(`withdrawn_at = now() + interval '1 day'`)).rejects.toMatchObject({ code: '23514' });
  });

  it('visible = consented ∩ present, and the preview is the real reading (property)', async () => {
    const keyOf: Record<ConsentField, (keyof ShareProfile)[]> = {
      name: ['name'],
      contact: ['contact'],
      municipality: ['municipality'],
      education: ['education'],
      skills: ['skills', 'occupations'],
      languages: ['languages'],
      licences: ['licences'],
      wishes: ['wishes'],
      'travel-area': ['travelArea'],
    };
    const tables: Partial<Record<ConsentField, string>> = {
      contact: 'clients.contact',
      education: 'clients.education',
      languages: 'skills.language',
      licences: 'skills.licence',
      wishes: 'skills.wish',
      'travel-area': 'skills.travel_area',
    };
    const kept = (field: ConsentField) => `kept_${field.replace('-', '_')}`;
    await given('organisation', people.ids.business, ['skills']);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...consentFields], { minLength: 1 }),
        fc.subarray(Object.keys(tables) as ConsentField[], { maxLength: 2 }),
        fc.boolean(),
        fc.boolean(),
        async (fields, absent, nonDisclosure, toCompany) => {
          await app.database.script(
            `update clients.client set non_disclosure = ${nonDisclosure} where id = '${clientId}'`,
          );
          for (const field of absent)
            await app.database.script(`create table public.kept as select * from ${tables[field]} where client_id = '${clientId}';
              delete from ${tables[field]} where client_id = '${clientId}'; alter table public.kept rename to ${kept(field)}`);
          const [to, receiver] = toCompany
            ? ([{ kind: 'company', id: people.ids.company }, people.employer] as const)
            : ([{ kind: 'organisation', id: people.ids.business }, people.adviser] as const);
          if (toCompany) await given('organisation', people.ids.business, ['skills']);
          const preview = unwrap(await run(people.client, 'previewShare', { to, fields }));
          await given(to.kind, to.id, fields);
          const real = await open(receiver);
          const places = ['contact', 'municipality', 'travel-area'];
          const expected = fields.filter(
            (field) => !absent.includes(field) && !(nonDisclosure && places.includes(field)),
          );
          if (real.ok) expect(real.value.profile).toEqual(preview);
          else expect(preview.open).toEqual([]);
          expect(preview.visible).toEqual(expected);
          for (const field of consentFields)
            for (const key of keyOf[field])
              expect([field, key in preview]).toEqual([field, expected.includes(field)]);
          expect(JSON.stringify(preview)).not.toMatch(/Salakuja|selkä kipeä|salainen selitys/);
          for (const field of absent)
            await app.database.script(
              `insert into ${tables[field]} select * from public.${kept(field)}; drop table public.${kept(field)}`,
            );
        },
      ),
      { numRuns: 30 },
    );
    await app.database.script(`update clients.client set non_disclosure = false`);
  });

  it('a nameless profile has a sign of its own for each receiver', async () => {
    await given('organisation', people.ids.business, ['skills']);
    await given('organisation', people.ids.otherBusiness, ['skills']);
    const first = await shown(people.adviser);
    expect(first.sign).toMatch(/^[2-9A-HJ-NP-Z]{4}$/);
    expect((await shown(people.adviser)).sign).toBe(first.sign);
    expect((await shown(people.otherAdviser)).sign).not.toBe(first.sign);
    expect(await listed(people.adviser, { search: first.sign })).toEqual([clientId]);
    expect(await listed(people.adviser, { search: 'Esimerkki' })).toEqual([]);
    await expect(
      inTransactionAs(app, people.adviser, 'recruitment', ({ db }) =>
        sql`select * from consents.alias_key`.execute(db),
      ),
    ).resolves.toMatchObject({ rows: [] });
  });

  it('the receipt holds the fields of the standard, the text shown, its version and language', async () => {
    const consentId = await given('organisation', people.ids.business, ['skills', 'name'], {
      noticeLanguage: 'sv',
    });
    const { record, notice } = unwrap(await run(people.client, 'receipt', { consentId }));
    expect(notice).toMatchObject({
      version: 1,
      language: 'sv',
      title: 'Samtycke: mina uppgifter till företagstjänsterna',
    });
    expect(record).toMatchObject({
      schema_version: 'ISO/IEC TS 27560:2023',
      consent_record: {
        record_id: consentId,
        pii_principal_id: clientId,
        pii_processing: {
          privacy_notice: { notice_version: 1 },
          language: 'sv',
          purposes: [
            {
              lawful_basis: 'GDPR 6(1)(a)',
              pii_information: [{ pii_type: 'name' }, { pii_type: 'skills' }],
              recipient_third_parties: [people.ids.business],
            },
          ],
        },
        event: [
          {
            event_time: '2026-11-20T10:00:00.000Z',
            event_state: 'consent-given',
            'polku:given_how': 'own-account',
          },
        ],
      },
    });
  });

  it('an adviser gives only with the person or by a mandate written down', async () => {
    const asked = (more: Record<string, unknown>) =>
      give('organisation', people.ids.business, ['skills'], more, people.expert);
    expect(await asked({})).toMatchObject({ ok: false, error: { code: 'given-how-missing' } });
    expect(await asked({ givenHow: 'mandate' })).toMatchObject({
      ok: false,
      error: { code: 'mandate-note-missing' },
    });
    expect((await asked({ givenHow: 'mandate', mandateNote: 'edunvalvoja, päätös nähty' })).ok).toBe(true);
    expect((await asked({ givenHow: 'in-person' })).ok).toBe(true);
    for (const viewer of [people.adviser, people.employer, people.dpo])
      expect(await give('organisation', people.ids.business, ['skills'], {}, viewer)).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      });
  });

  it('a booklet that is out is asked to be destroyed, by its holder, once', async () => {
    await given('organisation', people.ids.business, ['skills']);
    const second = await given('company', people.ids.company, ['skills']);
    const booklet = unwrap(await run(people.employer, 'printBooklet', { clientId }));
    expect(unwrap(await run(people.client, 'withdrawConsent', { consentId: second }))).toEqual({
      withdrawn: 1,
      booklets: 1,
    });
    const [held] = unwrap(await run(people.employer, 'heldBooklets', {}));
    expect(held).toMatchObject({ number: booklet.number, destructionAskedAt: '2026-11-20T10:00:00.000Z' });
    const { rows } = await app.database.pool.query(
      `select payload from outbox.message where payload ->> 'kind' = 'destroy-booklet'`,
    );
    expect(rows.map((row) => row.payload)).toMatchObject([
      { accountId: people.employer.accountId, kind: 'destroy-booklet', params: { number: booklet.number } },
    ]);
    expect(await run(people.adviser, 'confirmDestruction', { disclosureId: held!.id })).toMatchObject({
      ok: false,
      error: { code: 'booklet-not-found' },
    });
    const watched = async () => unwrap(await run(people.dpo, 'toWatch', {}));
    expect((await watched()).booklets).toMatchObject([
      { number: booklet.number, clientId, askedAt: '2026-11-20T10:00:00.000Z' },
    ]);
    expect((await run(people.employer, 'confirmDestruction', { disclosureId: held!.id })).ok).toBe(true);
    expect((await watched()).booklets).toEqual([]);
    expect(unwrap(await run(people.employer, 'heldBooklets', {}))).toEqual([]);
    const mine = unwrap(await run(people.client, 'disclosures', {}));
    expect(mine.rows[0]).toMatchObject({
      form: 'print',
      destructionConfirmedAt: '2026-11-20T10:00:00.000Z',
    });
  });

  it('asking and refusing changes nothing in the ordinary service, byte for byte', async () => {
    await given('organisation', people.ids.business, ['languages']);
    const ordinary = async () => {
      const { rows } =
        await app.database.pool.query(`select table_schema || '.' || table_name as name from information_schema.tables
        where table_schema in ('clients', 'skills', 'pilots', 'introductions') and table_type = 'BASE TABLE' order by 1`);
      let bytes = '';
      for (const { name } of rows as { name: string }[]) {
        const { rows: all } = await app.database.pool.query(
          `select coalesce(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text), '') as all from ${name} t`,
        );
        bytes += `${name}:${all[0].all}\n`;
      }
      return bytes;
    };
    const before = await ordinary();
    const { requestId } = unwrap(
      await run(people.adviser, 'askConsent', {
        clientId,
        companyId: people.ids.company,
        message: 'Sopisi teille',
      }),
    );
    expect(
      await run(people.adviser, 'askConsent', { clientId, companyId: people.ids.company }),
    ).toMatchObject({ ok: false, error: { code: 'already-asked' } });
    const told = await app.database.pool.query(`select count(*) as n from outbox.message`);
    unwrap(await run(people.client, 'answerRequest', { requestId, answer: 'refused' }));
    expect(await ordinary()).toBe(before);
    expect((await app.database.pool.query(`select count(*) as n from outbox.message`)).rows).toEqual(
      told.rows,
    );
    await nothingFor(people.employer);
  });

  it('a yes to a question is a consent with its own choices', async () => {
    await given('organisation', people.ids.business, ['skills']);
    const { requestId } = unwrap(
      await run(people.adviser, 'askConsent', { clientId, companyId: people.ids.company }),
    );
    const choices = {
      fields: ['skills', 'languages'],
      until: '2027-01-01',
      noticeId: noticeIds.company,
      noticeLanguage: 'fi',
    };
    unwrap(await run(people.client, 'answerRequest', { requestId, answer: 'given', choices } as never));
    expect((await shown(people.employer)).visible).toEqual(['skills', 'languages']);
    expect(unwrap(await open(people.adviser)).agreedTo).toMatchObject([
      { receiver: { name: { text: 'Konepaja Virta Oy' } }, nameless: true },
    ]);
    expect(
      await run(people.adviser, 'askConsent', {
        clientId: people.ids.neighbour,
        companyId: people.ids.company,
      }),
    ).toMatchObject({ ok: false, error: { details: { reason: 'no-consent' } } });
  });

  it('the person reads who has looked, what was shown, and the tries that were denied', async () => {
    const id = await given('organisation', people.ids.business, ['skills', 'languages']);
    await open(people.adviser);
    await open(people.adviser);
    unwrap(await run(people.client, 'withdrawConsent', { consentId: id }));
    await open(people.adviser);
    const log = unwrap(await run(people.client, 'whoHasLooked', {}));
    expect(log.rows.filter(({ outcome }) => outcome === 'permitted')).toMatchObject([
      {
        organisation: 'Mikkelin yrityspalvelut',
        role: 'business',
        action: 'consents.open-share-profile',
        times: 2,
        fields: ['skills', 'languages'],
      },
    ]);
    expect(log.tries).toBe(1);
    expect(
      unwrap(await run(people.client, 'whoHasLooked', { filters: { outcome: ['denied'] } })).rows,
    ).toMatchObject([{ outcome: 'denied', reason: 'no-consent', times: 1 }]);
    expect(log.lookedLately).toBe(1);
    expect(JSON.stringify(log)).not.toContain(people.adviser.accountId);
    expect(
      unwrap(await run(people.client, 'whoHasLooked', { filters: { own: ['yes'] } })).rows.some(
        (look) => look.by === 'self',
      ),
    ).toBe(true);
    unwrap(await run(people.client, 'askAboutLook', { entryId: log.rows[0]!.id, message: 'Miksi?' }));
    // As the outbox delivers it to the receiver's own page.
    await app.database.script(`insert into outbox.notification (id, account_id, kind, params, link, created_at)
      select id, (payload ->> 'accountId')::uuid, payload ->> 'kind', payload -> 'params', payload ->> 'link', created_at
        from outbox.message where payload ->> 'kind' = 'log-question'`);
    const watched = unwrap(await run(people.dpo, 'toWatch', {}));
    expect(watched.questions).toMatchObject([
      { message: 'Miksi?', link: `/log?person=${clientId}&day=2026-11-20` },
    ]);
    expect(watched.denied).toEqual({
      today: { day: '2026-11-20', count: 1 },
      yesterday: { day: '2026-11-19', count: 0 },
    });
    app.clock.moveTo('2026-12-21T10:00:00Z');
    const later = unwrap(await run(people.dpo, 'toWatch', {}));
    expect(later.questions).toEqual([]);
    expect(later.denied.today).toEqual({ day: '2026-12-21', count: 0 });
    app.clock.moveTo('2026-11-20T10:00:00Z');
    for (const viewer of [people.expert, people.adviser, people.employer, people.client])
      expect(await run(viewer, 'toWatch', {})).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    for (const viewer of [people.expert, people.adviser, people.employer])
      expect(await run(viewer, 'whoHasLooked', { clientId })).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      });
    expect(unwrap(await run(people.dpo, 'whoHasLooked', { clientId })).rows.length).toBeGreaterThan(0);
    const found = unwrap(
      await run(people.dpo, 'searchLog', {
        filters: { action: ['consents.open-share-profile'], outcome: ['denied'] },
      }),
    );
    expect(found.rows).toMatchObject([{ subjects: [clientId], reason: 'no-consent' }]);
  });

  it('the log is narrowed to a worker by name or by the name’s link, and to days; a person’s name finds nothing', async () => {
    await nothingFor(people.adviser);
    await nothingFor(people.otherAdviser);
    const log = async (asked: object) =>
      unwrap(await run(people.dpo, 'searchLog', { limit: 500, ...asked })).rows;
    const all = await log({});
    const [{ account, name } = { account: '', name: '' }] = all.filter((row) => row.name !== undefined);
    const byWorker = await log({ filters: { worker: [account] } });
    expect(byWorker.length).toBeGreaterThan(0);
    expect(new Set(byWorker.map((row) => row.account))).toEqual(new Set([account]));
    expect(await log({ search: name })).toEqual(expect.arrayContaining(byWorker));
    const others = await log({ search: 'Toiset' });
    expect(new Set(others.map((row) => row.account))).toEqual(new Set([people.otherAdviser.accountId]));
    const { rows } = await app.database.pool.query<{ family: string }>(
      'select family_name as family from clients.name where client_id = $1',
      [clientId],
    );
    expect(await log({ search: rows[0]!.family })).toEqual([]);
    const day = all[0]!.at.slice(0, 10);
    // The searches are in the log too.
    const ofDay = await log({ filters: { from: [day], to: [day] } });
    expect(ofDay).toEqual(expect.arrayContaining(all.filter(({ at }) => at.startsWith(day))));
    expect(ofDay.every(({ at }) => at.startsWith(day))).toBe(true);
    expect(await log({ filters: { to: ['2020-01-01'] } })).toEqual([]);
    expect(await log({ filters: { from: ['2030-01-01'] } })).toEqual([]);
  });

  it('a person who is nobody to the viewer looks the same as one who withdrew', async () => {
    const unknown = '018a4d00-0000-7000-8000-00000000ffff';
    const errors = await Promise.all(
      [clientId, people.ids.neighbour, unknown].map((id) =>
        run(people.employer, 'openShareProfile', { clientId: id }),
      ),
    );
    expect(new Set(errors.map((error) => JSON.stringify(error))).size).toBe(1);
  });

  it('an own or a relative’s file stays closed to an adviser whatever was consented', async () => {
    await given('organisation', people.ids.business, ['skills']);
    await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db
        .insertInto('access.conflict')
        .values({
          account_id: people.adviser.accountId!,
          client_id: clientId,
          kind: 'relative',
          declared_on: '2026-01-01',
        })
        .execute(),
    );
    expect(await open(people.adviser)).toMatchObject({
      ok: false,
      error: { details: { reason: 'own-or-relatives-file' } },
    });
    expect(await listed(people.adviser)).toEqual([]);
  });

  it('one press withdraws all', async () => {
    await given('organisation', people.ids.business, ['skills']);
    await given('organisation', people.ids.otherBusiness, ['skills']);
    await given('company', people.ids.company, ['skills']);
    expect(unwrap(await run(people.client, 'withdrawAll', {})).withdrawn).toBe(3);
    for (const viewer of [people.adviser, people.otherAdviser, people.employer]) await nothingFor(viewer);
  });
});
