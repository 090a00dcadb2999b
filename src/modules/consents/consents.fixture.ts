import { sql } from 'kysely';
import { withHandle } from '#access';
import { newId } from '#kernel/ids.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import type { TestHouse } from '#test/fixtures/house.ts';

/** A few people who meet in the tests of this room; everything about them is invented. */
export async function settlePeople(house: TestHouse, { nonDisclosure = false } = {}) {
  const ids = {
    client: newId(),
    neighbour: newId(),
    services: newId(),
    business: newId(),
    otherBusiness: newId(),
    company: newId(),
    otherCompany: newId(),
    event: newId(),
    laterEvent: newId(),
    caseId: newId(),
    accounts: {
      client: newId(),
      expert: newId(),
      adviser: newId(),
      otherAdviser: newId(),
      employer: newId(),
      otherEmployer: newId(),
      dpo: newId(),
    },
  };
  await withHandle(house, systemViewer, 'upkeep', async ({ db, now }) => {
    const at = now.toISOString();
    await db
      .insertInto('networks.organisation')
      .values([
        { id: ids.services, kind: 'employment-services', names: '{"fi":"Työllisyyspalvelut"}' },
        {
          id: ids.business,
          kind: 'business-services',
          names: '{"fi":"Mikkelin yrityspalvelut","sv":"Företagstjänster"}',
        },
        { id: ids.otherBusiness, kind: 'business-services', names: '{"fi":"Toiset yrityspalvelut"}' },
      ])
      .execute();
    for (const [name, id] of Object.entries(ids.accounts))
      await db
        .insertInto('access.account')
        .values({ id, subject: id, name: `Testi ${name}` })
        .execute();
    const { accounts } = ids;
    const roles = [
      { account_id: accounts.client, role: 'client', client_id: ids.client },
      { account_id: accounts.expert, role: 'expert', organisation_id: ids.services },
      { account_id: accounts.adviser, role: 'business', organisation_id: ids.business },
      { account_id: accounts.otherAdviser, role: 'business', organisation_id: ids.otherBusiness },
      { account_id: accounts.employer, role: 'employer', company_id: ids.company },
      { account_id: accounts.otherEmployer, role: 'employer', company_id: ids.otherCompany },
      { account_id: accounts.dpo, role: 'dpo', organisation_id: ids.services },
    ];
    for (const role of roles)
      await db
        .insertInto('access.role_assignment')
        .values({ id: newId(), valid_from: '2026-01-01', ...role })
        .execute();
    for (const [i, id] of [ids.company, ids.otherCompany].entries())
      await db
        .insertInto('companies.company')
        .values({
          id,
          business_id: `000000${i}-0`,
          name: i === 0 ? 'Konepaja Virta Oy' : 'Leipomo Oy',
          municipality_code: '491',
          size_class: 'unknown',
          created_at: at,
        })
        .execute();
    await db
      .insertInto('events.event')
      .values([
        {
          id: ids.event,
          names: '{"fi":"Rekrytori"}',
          kind: 'regional',
          held_on: '2026-12-01',
          closes_at: '2026-12-01T16:00:00Z',
        },
        {
          id: ids.laterEvent,
          names: '{"fi":"Toinen tapahtuma"}',
          kind: 'regional',
          held_on: '2026-12-10',
          closes_at: '2026-12-10T16:00:00Z',
        },
      ])
      .execute();
    await db
      .insertInto('events.attendance')
      .values([
        { event_id: ids.event, company_id: ids.company },
        { event_id: ids.laterEvent, company_id: ids.otherCompany },
      ])
      .execute();
    await db
      .insertInto('vocabulary.concept')
      .values([
        {
          uri: 'urn:t:welding',
          kind: 'skill',
          names: '{"fi":"TIG-hitsaus","en":"TIG welding"}',
          source: 'starter',
        },
        { uri: 'urn:t:welder', kind: 'occupation', names: '{"fi":"hitsaaja"}', source: 'starter' },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await db
      .insertInto('vocabulary.name')
      .values([
        { concept_uri: 'urn:t:welding', language: 'fi', text: 'TIG-hitsaus', preferred: true },
        { concept_uri: 'urn:t:welder', language: 'fi', text: 'hitsaaja', preferred: true },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await db
      .insertInto('vocabulary.licence')
      .values({ code: 'hot-work', names: '{"fi":"tulityökortti"}', kind: 'card' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const [id, given] of [
      [ids.client, 'Aino'],
      [ids.neighbour, 'Eino'],
    ] as const) {
      await db
        .insertInto('clients.client')
        .values({
          id,
          contact_language: 'fi',
          native_language: 'fi',
          non_disclosure: nonDisclosure,
          created_at: at,
        })
        .execute();
      await db
        .insertInto('clients.name')
        .values({ client_id: id, given_name: given, family_name: 'Esimerkki' })
        .execute();
      await db
        .insertInto('clients.contact')
        .values({
          client_id: id,
          phone: '+358 40 000 0001',
          email: `${given}@example.invalid`,
          street_address: 'Salakuja 1',
        })
        .execute();
      await db.insertInto('clients.home').values({ client_id: id, municipality_code: '491' }).execute();
      await db
        .insertInto('clients.education')
        .values({ client_id: id, level: 'upper-secondary', field: 'kone' })
        .execute();
      await db
        .insertInto('skills.skill')
        .values([
          { id: newId(), client_id: id, concept_uri: 'urn:t:welding', level: 3, evidence: 'work' },
          {
            id: newId(),
            client_id: id,
            own_words: 'tarkka silmä',
            level: 2,
            evidence: 'own-word',
            evidence_note: 'salainen selitys',
          },
        ])
        .execute();
      await db
        .insertInto('skills.occupation')
        .values({ client_id: id, concept_uri: 'urn:t:welder', years: 4 })
        .execute();
      await db
        .insertInto('skills.language')
        .values({ client_id: id, language: 'fi', cefr: 'C2', native: true })
        .execute();
      await db.insertInto('skills.licence').values({ client_id: id, code: 'hot-work' }).execute();
      await db
        .insertInto('skills.wish')
        .values({
          client_id: id,
          occupation_uris: ['urn:t:welder'],
          working_times: ['day'],
          note: 'selkä kipeä',
        })
        .execute();
      await db.insertInto('skills.travel_area').values({ client_id: id, municipality_code: '491' }).execute();
    }
    await db
      .insertInto('clients.client_case')
      .values({ id: ids.caseId, client_id: ids.client, opened_on: '2026-01-01' })
      .execute();
    await sql`insert into clients.responsibility (case_id, client_id, account_id, organisation_id, during)
      values (${ids.caseId}, ${ids.client}, ${ids.accounts.expert}, ${ids.services}, daterange('2026-01-01', null))`.execute(
      db,
    );
    await db
      .insertInto('clients.task')
      .values({ id: newId(), client_id: ids.client, kind: 'other', due_on: '2026-12-01', created_at: at })
      .execute();
  });
  const viewer = (role: Viewer['role'], account: string, more: Partial<Viewer> = {}): Viewer => ({
    accountId: account,
    name: 'Testi',
    role,
    language: 'fi',
    ...more,
  });
  const { accounts } = ids;
  return {
    ids,
    client: viewer('client', accounts.client, { clientId: ids.client }),
    expert: viewer('expert', accounts.expert, { organisationId: ids.services }),
    adviser: viewer('business', accounts.adviser, { organisationId: ids.business }),
    otherAdviser: viewer('business', accounts.otherAdviser, { organisationId: ids.otherBusiness }),
    employer: viewer('employer', accounts.employer, { companyId: ids.company }),
    otherEmployer: viewer('employer', accounts.otherEmployer, { companyId: ids.otherCompany }),
    dpo: viewer('dpo', accounts.dpo),
  };
}

export type People = Awaited<ReturnType<typeof settlePeople>>;
