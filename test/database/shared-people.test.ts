import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consentFields, inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { fillOneOfEach, idOf, viewersBy } from '#test/fixtures/one-of-each.ts';

/** What a receiver may ask for, and the field that answers it. */
const filters: readonly { words?: string; occupation?: string; municipality?: string; by: string }[] = [
  { words: 'esimerkki', by: 'name' },
  { words: 'hitsaus', by: 'skills' },
  { words: 'kaivinkone', by: 'skills' },
  { occupation: 'urn:test:occupation', by: 'skills' },
  { occupation: 'urn:test:wished', by: 'wishes' },
  { municipality: '491', by: 'municipality' },
];
const places = ['contact', 'municipality', 'travel-area'];

describe.each(databaseKinds)('people who share with a receiver, on the %s database', (kind) => {
  let app: TestApp;
  const business = viewersBy('the organisation').find(({ role }) => role === 'business')!;
  const employer = viewersBy('the company').find(({ role }) => role === 'employer')!;
  const raw = (text: string) =>
    app.database.script(
      `set session_replication_role = replica; ${text}; set session_replication_role = origin`,
    );

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await fillOneOfEach(app);
    await raw(`
      update clients.name set given_name = 'Aino', family_name = 'Esimerkki';
      update clients.home set municipality_code = '491';
      update vocabulary.name set text = 'hitsaus', concept_uri = 'urn:test:skill';
      update skills.skill set concept_uri = 'urn:test:skill', own_words = 'kaivinkone';
      update skills.occupation set concept_uri = 'urn:test:occupation';
      update skills.wish set occupation_uris = '{urn:test:wished}'`);
  });

  const share = (fields: readonly string[]) =>
    raw(`update consents.consent set fields = '{${fields.join(',')}}'`);
  const found = (viewer: Viewer, { words, occupation, municipality }: (typeof filters)[number]) =>
    inTransactionAs(app, viewer, 'recruitment', async ({ db }) => {
      const asked = words ? [words] : [];
      const { rows } = await sql`select from consents.people_found(${asked}::text[], ${asked}::text[],
        ${occupation ?? null}::text, ${municipality ?? null}::text)`.execute(db);
      return rows.length > 0;
    });
  const sharing = (viewer: Viewer) =>
    inTransactionAs(app, viewer, 'recruitment', async ({ db }) => {
      const { rows } = await sql<{ step: number; fields: string[] }>`
        select step, fields from consents.sharing(null) order by step`.execute(db);
      return rows;
    });

  it('are found by what is shared and by nothing else, whichever fields those are', async () => {
    const wrong: string[] = [];
    for (const field of consentFields)
      for (const fields of [[field], consentFields.filter((other) => other !== field)]) {
        await share(fields);
        for (const viewer of [business, employer])
          for (const filter of filters)
            if ((await found(viewer, filter)) !== fields.includes(filter.by as never))
              wrong.push(`${viewer.role} by ${filter.by}, sharing ${fields.join(' ')}`);
      }
    expect(wrong).toEqual([]);
  });

  it('share no place while their address is protected, whatever they chose', async () => {
    await raw('update clients.client set non_disclosure = true');
    const open = consentFields.filter((field) => !places.includes(field));
    for (const viewer of [business, employer, systemViewer]) {
      for (const { fields } of await sharing(viewer)) expect([...fields].sort()).toEqual([...open].sort());
      expect(await found(viewer, { municipality: '491', by: 'municipality' })).toBe(false);
    }
    await share(places);
    for (const viewer of [business, employer, systemViewer]) expect(await sharing(viewer)).toEqual([]);
  });

  it('show business services their second steps only while the own first step is in force', async () => {
    expect((await sharing(business)).map(({ step }) => step)).toEqual([1, 2]);
    // The second step now stands on a first one to another organisation, which stays in force.
    await raw(`insert into consents.consent select (jsonb_populate_record(k, jsonb_build_object('id', '${idOf('other base')}',
        'receiver_organisation_id', '${newId()}'))).* from consents.consent k where step = 1;
      update consents.consent set under_id = '${idOf('other base')}' where step = 2`);
    expect((await sharing(business)).map(({ step }) => step)).toEqual([1, 2]);
    for (const ended of [`withdrawn_at = '2026-11-19'`, `valid_to = '2026-11-20T10:00:00Z'`]) {
      await raw(
        `update consents.consent set ${ended} where step = 1 and receiver_organisation_id = '${idOf('networks.organisation')}'`,
      );
      expect(await sharing(business)).toEqual([]);
      expect((await sharing(employer)).map(({ step }) => step)).toEqual([2]);
    }
  });

  it('are counted for the reports login as they were released, and not otherwise', async () => {
    const counts = async () => {
      const { rows } = await app.database.pool.query(
        'select step, people from insight.pilot_counts order by step',
      );
      return rows;
    };
    const pilotId = idOf('pilots.pilot');
    await raw(`delete from pilots.member; insert into pilots.member (pilot_id, client_id, invited_on, joined_on)
      select '${pilotId}', gen_random_uuid(), '2026-11-01', '2026-11-02' from generate_series(1, 8)`);
    expect(await counts()).toEqual([
      { step: 'invited', people: null },
      { step: 'joined', people: null },
    ]);
    const releaseId = newId();
    await raw(`insert into releases.release (id, subject, day, made_at, relations, details)
      values ('${releaseId}', 'pilot:${pilotId}', '2026-12-01', now(), '[]', '{}');
      insert into releases.told (release_id, key, told) values ('${releaseId}', 'invited/all', 8), ('${releaseId}', 'joined/all', null)`);
    expect(await counts()).toEqual([
      { step: 'invited', people: 8 },
      { step: 'joined', people: null },
    ]);
  });
});
