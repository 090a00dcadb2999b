import type { App } from '#access';

/** How many people one invented person of the demonstration area stands for. */
export interface Size {
  people: number;
}

/**
 * Multiplies the demonstration area to the size of a real employment area: people with their cases, duties, notes and
 * skills, an adviser for every 150 of them, consents of step 1 for two in five who have mapped skills. Ids are made from
 * the originals and the number of the copy, so that the same population comes every time.
 */
export async function multiplyPeople(app: App, { people }: Size): Promise<void> {
  const { rows } = await app.database.pool.query<{ count: number }>(
    'select count(*)::int as count from clients.client',
  );
  const copies = Math.ceil(people / rows[0]!.count) - 1;
  // In the form of an id that is read (RFC 9562), or no page opens the copies.
  const idOf = (text: string) =>
    `overlay(overlay(md5(${text}) placing '7' from 13) placing '8' from 17)::uuid`;
  const id = (column: string) => idOf(`${column}::text || copy.n`);
  const copy = `cross join generate_series(1, ${copies}) as copy(n)`;
  const same = (table: string, columns: string) =>
    `insert into ${table} (client_id, ${columns}) select ${id('client_id')}, ${columns} from ${table} ${copy};`;
  await app.database.script(`
    set session_replication_role = replica;
    insert into access.account (id, subject, name, language) select ${id('id')}, coalesce(subject, id::text) || copy.n, name || ' ' || copy.n, language
      from access.account ${copy} where id in (select account_id from access.role_assignment where role = 'expert');
    insert into access.role_assignment (id, account_id, role, organisation_id, valid_from)
      select ${id('id')}, ${id('account_id')}, role, organisation_id, valid_from from access.role_assignment ${copy} where role = 'expert';
    insert into clients.client select ${id('id')}, contact_language, native_language, interpreter_needed, non_disclosure,
      created_at from clients.client ${copy};
    insert into clients.search_period (id, client_id, started_on, ended_on, end_reason, recorded_at)
      select ${id('id')}, ${id('client_id')}, started_on, ended_on, end_reason, recorded_at from clients.search_period ${copy};
    ${same('clients.name', 'given_name, family_name')}
    insert into clients.personal_code (client_id, birth_date) select ${id('client_id')}, birth_date from clients.personal_code ${copy};
    ${same('clients.contact', 'phone, email, street_address, postcode')}
    ${same('clients.home', 'municipality_code')}
    ${same('clients.education', 'level, field')}
    insert into clients.client_case select ${id('id')}, ${id('client_id')}, opened_on, closed_on from clients.client_case ${copy};
    insert into clients.responsibility select ${id('case_id')}, ${id('client_id')}, ${id('account_id')}, organisation_id, during, reason
      from clients.responsibility ${copy};
    insert into clients.note (id, client_id, case_id, sensitivity, author_id, written_at, text)
      select ${id('id')}, ${id('client_id')}, ${id('case_id')}, sensitivity, ${id('author_id')}, written_at, text from clients.note ${copy};
    insert into clients.task (id, client_id, kind, due_on, rule_id, subject_id, search_id, details, created_at, done_on)
      select ${id('id')}, ${id('client_id')}, kind, due_on, rule_id, ${id('subject_id')}, ${id('search_id')}, details, created_at, done_on from clients.task ${copy};
    ${same('skills.mapping', 'started_on, completed_on')}
    insert into skills.skill (id, client_id, concept_uri, own_words, level, evidence, evidence_note)
      select ${id('id')}, ${id('client_id')}, concept_uri, own_words, level, evidence, evidence_note from skills.skill ${copy};
    ${same('skills.occupation', 'concept_uri, years')}
    ${same('skills.language', 'language, cefr, native')}
    ${same('skills.licence', 'code, valid_to')}
    ${same('skills.wish', 'occupation_uris, working_times, earliest_start, note')}
    ${same('skills.travel_area', 'municipality_code')}
    insert into consents.consent (id, client_id, step, notice_id, notice_language, receiver_organisation_id, fields, given_at, given_how, given_by, valid_to)
      select ${idOf(`'consent' || m.client_id`)}, m.client_id, 1, k.notice_id, 'fi', k.receiver_organisation_id,
             array['name','skills','languages','licences','wishes','travel-area','municipality'], k.given_at, 'own-account', k.given_by, now() + interval '300 days'
        from (select client_id, row_number() over (order by client_id) as nth from skills.mapping where completed_on is not null) m,
             (select * from consents.consent where step = 1 and withdrawn_at is null order by given_at limit 1) k
       where m.nth % 5 < 2 and not exists (select from consents.consent own where own.client_id = m.client_id);
    set session_replication_role = origin;`);
  await app.database.script('vacuum analyze');
}
