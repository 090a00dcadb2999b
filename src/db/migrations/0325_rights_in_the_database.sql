-- Rights are read from the declaration in src/access, which stands here as rows (views/access_rights.sql, made by
-- `npm run docs`): a role is added there and nowhere in SQL. And row-level security stands on every table.
create table access.role_right (
  right_name text not null,
  role text not null,
  condition text not null,
  primary key (right_name, role)
);
-- Security for a table of which the owner too may write; what others may is said by policies.
create function access.secure(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy deciding on %s to %I using (true) with check (true)', target, current_user);
end $$;
revoke execute on function access.secure(regclass) from public, polku_app;
select access.secure('access.role_right');
create policy reading on access.role_right for select to polku_app using (true);
revoke insert, update, delete on access.role_right from polku_app;

-- The condition under which the viewer's role holds a right; null when it does not. The house holds every right.
create function access.held_under(wanted text) returns text
  language plpgsql stable parallel restricted security definer set search_path = '' as $$
begin
  return (select r.condition from access.role_right r where r.right_name = wanted and r.role = access.viewer_role());
end $$;
create function access.holds(wanted text) returns boolean language sql stable parallel restricted
  return access.is_system() or access.held_under(wanted) is not null;
create function access.holds(wanted text, under text) returns boolean language sql stable parallel restricted
  return access.is_system() or access.held_under(wanted) = under;

-- Asked once a query, too, when only constants are given.
create or replace function access.ask_once() returns void language plpgsql as $ask$
declare
  rule record;
  once constant text := '(?<!SELECT )\m((?:[a-z]+\.[a-z_]+\(\))|(?:access\.(?:holds|held_under|case_reads|case_keeps|by_consent)\(''[^'']*''::text(?:, ''[^'']*''::text)?\)))';
  own constant text := '\maccess\.is_self\(((?:[a-z_]+\.)?[a-z_]+)\)';
begin
  for rule in select * from (
      select schemaname, tablename, policyname, qual, with_check,
             regexp_replace(regexp_replace(qual, own, '(\1 = (select access.viewer_self()))', 'g'), once, '(select \1)', 'g') as qual_once,
             regexp_replace(regexp_replace(with_check, own, '(\1 = (select access.viewer_self()))', 'g'), once, '(select \1)', 'g') as check_once
        from pg_policies where schemaname not in ('pgboss', 'public')) p
     where (qual, with_check) is distinct from (qual_once, check_once) loop
    execute format('alter policy %I on %I.%I', rule.policyname, rule.schemaname, rule.tablename)
      || coalesce(' using (' || rule.qual_once || ')', '') || coalesce(' with check (' || rule.check_once || ')', '');
  end loop;
end $ask$;

-- People.
create or replace function access.viewer_self() returns uuid language sql stable parallel restricted
  return case when access.held_under('own-page:use') = 'self' then access.viewer_client() end;
create or replace function access.is_staff() returns boolean language sql stable parallel restricted
  return access.held_under('colleagues:read') is not null;
create or replace function access.case_reads(part text) returns boolean language sql stable parallel restricted
  return access.held_under('person.' || case part when 'profile' then 'skills' else part end || ':read') in ('case', 'team', 'author');
create or replace function access.case_keeps(part text) returns boolean language sql stable parallel restricted
  return access.held_under('person.' || case part when 'profile' then 'skills' else part end || ':write') in ('case', 'team', 'author');
create or replace function access.case_clients() returns setof uuid
  language plpgsql stable security definer set search_path = '' rows 150 as $$
declare
  viewer uuid;
  today date;
begin
  if access.held_under('caseload:read') is not null then
    viewer := access.viewer_account();
    today := access.today();
    return query select r.client_id from clients.responsibility r
      where r.account_id = viewer
        and (lower_inf(r.during) or lower(r.during) <= today) and (upper_inf(r.during) or upper(r.during) > today)
        and not exists (select from access.conflict c where c.account_id = viewer and c.client_id = r.client_id);
  end if;
end $$;
-- A jobseeker's assignment is the one that names the person.
create or replace function access.accounts_of_office() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select r.account_id from access.role_assignment r where r.client_id is null
$$;
create or replace function access.accounts_of_case_clients() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select r.account_id from access.role_assignment r where r.client_id in (select access.case_clients())
$$;
alter policy reading on access.role_assignment using (access.is_system() or account_id = access.viewer_account()
  or (access.is_staff() and (client_id is null or client_id in (select access.case_clients()))));
alter policy reading on access.address_grant using (account_id = access.viewer_account() or access.holds('log:search'));
alter policy reading on audit.entry using (access.holds('log:search')
  or (access.holds('log-of-rights:read') and (account_id = access.viewer_account() or action like 'access.%'))
  or subjects @> array[access.viewer_self()]);

-- Consents: the field itself tells under which step a role may read it.
create function access.by_consent(field text) returns boolean language sql stable parallel restricted
  return access.held_under('person.' || field || ':read') in ('consent-1', 'consent-2');
create or replace function consents.shares(client uuid, field text) returns boolean
  language plpgsql stable security definer set search_path = '' cost 500 as $$
declare
  under text := access.held_under('person.' || field || ':read');
  at timestamptz;
begin
  if under is null or under not in ('consent-1', 'consent-2') then return false; end if;
  at := access.instant();
  return exists (
      select from consents.consent k
        left join consents.consent b on b.id = k.under_id
        left join events.event e on e.id = k.receiver_event_id
       where k.client_id = client and field = any (k.fields)
         and case under
               when 'consent-1' then k.step = 1 and k.receiver_organisation_id = access.viewer_organisation()
               else k.step = 2 and (k.receiver_company_id = access.viewer_company()
                 or exists (select from events.attendance a where a.event_id = k.receiver_event_id and a.company_id = access.viewer_company()))
             end
         and k.withdrawn_at is null and k.given_at <= at and at < k.valid_to
         and (k.step = 1 or (b.step = 1 and b.withdrawn_at is null and b.given_at <= at and at < b.valid_to))
         and (k.receiver_event_id is null or at < e.closes_at))
    and not (field in ('contact', 'municipality', 'travel-area') and access.is_protected(client))
    and not exists (select from access.conflict c where c.account_id = access.viewer_account() and c.client_id = client);
end $$;
create or replace function consents.may_share(field text, client uuid) returns boolean language sql stable
  return access.by_consent(field) and consents.shares(client, field);
do $$
declare
  rule record;
begin
  for rule in select schemaname, tablename, policyname,
      regexp_replace(qual, 'consents\.may_share\((''[a-z-]+''::text), ([a-z_.]+)\)', '(access.by_consent(\1) and consents.shares(\2, \1))', 'g') as qual
      from pg_policies where qual ~ 'consents\.may_share\(' loop
    execute format('alter policy %I on %I.%I using (%s)', rule.policyname, rule.schemaname, rule.tablename, rule.qual);
  end loop;
end $$;
create or replace function consents.sharing(of_clients uuid[]) returns table (
  consent_id uuid, client_id uuid, step smallint, under_id uuid,
  receiver_organisation_id uuid, receiver_company_id uuid, receiver_event_id uuid,
  attending_company_ids uuid[], fields text[], until timestamptz)
  language plpgsql stable security definer set search_path = '' rows 200 as $$
#variable_conflict use_column
declare
  house constant boolean := access.is_system();
  under constant text := coalesce(access.held_under('shared-people:read'), '');
  at constant timestamptz := access.instant();
  account constant uuid := access.viewer_account();
  organisation constant uuid := access.viewer_organisation();
  company constant uuid := access.viewer_company();
  self constant uuid := access.viewer_self();
begin
  return query select * from (
    select k.id, k.client_id, k.step, k.under_id, k.receiver_organisation_id, k.receiver_company_id, k.receiver_event_id,
      coalesce((select array_agg(a.company_id order by a.company_id) from events.attendance a where a.event_id = k.receiver_event_id
        and (under <> 'consent-2' or a.company_id = company)), '{}') as attending,
      case when c.non_disclosure
        then array(select f from unnest(k.fields) f where f not in ('contact', 'municipality', 'travel-area'))
        else k.fields end as open_fields,
      least(k.valid_to, b.valid_to, e.closes_at) as until
    from consents.consent k
    join clients.client c on c.id = k.client_id
    left join consents.consent b on b.id = k.under_id and b.client_id = k.client_id and b.step = 1
    left join events.event e on e.id = k.receiver_event_id
    where k.client_id = any (coalesce(of_clients, array(select distinct everybody.client_id from consents.consent everybody)))
      and k.withdrawn_at is null and k.given_at <= at and at < k.valid_to
      and (k.step = 1 or (b.id is not null and b.withdrawn_at is null and b.given_at <= at and at < b.valid_to))
      and (k.receiver_event_id is null or at < e.closes_at)
      and case
            when house then true
            when under = 'consent-1' then (k.step = 1 and k.receiver_organisation_id = organisation)
              or (k.step = 2 and exists (select from consents.consent own where own.client_id = k.client_id and own.step = 1
                and own.receiver_organisation_id = organisation and consents.in_force(own)))
            when under = 'consent-2' then k.step = 2 and (k.receiver_company_id = company
              or exists (select from events.attendance a where a.event_id = k.receiver_event_id and a.company_id = company))
            else k.client_id = self or k.client_id in (select access.case_clients())
          end
      and not exists (select from access.conflict f where f.account_id = account and f.client_id = k.client_id)
  ) s where cardinality(s.open_fields) > 0;
end $$;
create or replace function consents.shared_people(patterns text[], occupation text, municipality text) returns table (
  client_id uuid, fields text[], until timestamptz, nameless boolean, name text)
  language sql stable security definer set search_path = '' as $$
  with receiver as materialized (
    select access.held_under('shared-people:read') as under,
           case access.held_under('shared-people:read') when 'consent-2' then access.viewer_company() else access.viewer_organisation() end as id),
  shared as materialized (
    select s.client_id, array_agg(distinct f.field) as fields, max(s.until) as until
      from receiver r, consents.sharing(null) s, unnest(s.fields) as f (field)
     where s.step = case r.under when 'consent-1' then 1 when 'consent-2' then 2 end
     group by s.client_id),
  words as (select p.pattern, p.at from unnest(patterns) with ordinality as p (pattern, at)),
  concepts as materialized (
    select distinct w.at, v.concept_uri from words w join vocabulary.name v on lower(v.text) like w.pattern),
  found as materialized (
    select c.at, k.client_id from concepts c join skills.skill k on k.concept_uri = c.concept_uri
      join shared s on s.client_id = k.client_id and 'skills' = any (s.fields)
    union select c.at, o.client_id from concepts c join skills.occupation o on o.concept_uri = c.concept_uri
      join shared s on s.client_id = o.client_id and 'skills' = any (s.fields)
    union select w.at, k.client_id from shared s join skills.skill k on k.client_id = s.client_id and 'skills' = any (s.fields)
      join words w on lower(k.own_words) like w.pattern),
  listed as (
    select s.*, n.client_id is null as nameless, coalesce(n.family_name || ' ' || n.given_name, '') as name
      from shared s left join clients.name n on n.client_id = s.client_id and 'name' = any (s.fields))
  select l.client_id, l.fields, l.until, l.nameless, l.name from listed l
   where (occupation is null
       or ('skills' = any (l.fields) and exists (select from skills.occupation o where o.client_id = l.client_id and o.concept_uri = occupation))
       or ('wishes' = any (l.fields) and exists (select from skills.wish w where w.client_id = l.client_id and occupation = any (w.occupation_uris))))
     and (municipality is null
       or ('municipality' = any (l.fields) and exists (select from clients.home h where h.client_id = l.client_id and h.municipality_code = municipality)))
     and not exists (select from words w
       where not (lower(l.name) like w.pattern
         or exists (select from found f where f.at = w.at and f.client_id = l.client_id)
         or (l.nameless and lower(consents.alias(l.client_id, (select r.id from receiver r))) like w.pattern)))
$$;
alter policy reading on consents.consent using (access.holds('log:search') or access.is_self(client_id)
  or (access.case_reads('consents') and client_id in (select access.case_clients()))
  or (access.held_under('shared-people:read') = 'consent-1'
    and (receiver_organisation_id = access.viewer_organisation() or (step = 2 and consents.shares_any(client_id))))
  or (access.held_under('shared-people:read') = 'consent-2' and receiver_company_id = access.viewer_company()));
alter policy reading on consents.request using (access.is_system() or access.is_self(client_id)
  or (access.case_reads('consents') and client_id in (select access.case_clients()))
  or (access.holds('consent:ask') and organisation_id = access.viewer_organisation()));
alter policy asking on consents.request with check (access.is_system()
  or (access.holds('consent:ask') and organisation_id = access.viewer_organisation() and consents.shares_any(client_id)));
alter policy reading on consents.disclosure using (access.holds('log:search') or access.is_self(client_id)
  or (access.case_reads('consents') and client_id in (select access.case_clients())) or holder_id = access.viewer_account());

-- Introductions and matching.
create or replace function introductions.visible(client uuid, company uuid, organisation uuid) returns boolean language sql stable
  return access.is_system() or client = (select access.viewer_self()) or client in (select access.case_clients())
    or ((select access.held_under('introductions:read')) = 'consent-1' and organisation = (select access.viewer_organisation()) and consents.shares_any(client))
    or ((select access.held_under('introductions:read')) = 'consent-2' and company = (select access.viewer_company()) and consents.shares_any(client));
alter policy introducing on introductions.introduction with check (access.is_system()
  or (introduced_by = access.viewer_account() and access.holds('introductions:write') and introductions.visible(client_id, company_id, organisation_id)));
alter policy reading on matching.kept_result using (access.is_system() or access.is_self(client_id)
  or (access.case_reads('profile') and client_id in (select access.case_clients())));
alter policy reading on matching.person_answer using (access.is_system() or access.is_self(client_id)
  or (access.case_reads('profile') and client_id in (select access.case_clients()))
  or (access.held_under('person.wishes:read') = 'consent-1' and consents.shares(client_id, 'wishes')));
select access.secure('introductions.reminder');
select access.secure('matching.change');
create policy keeping on introductions.reminder for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on introductions.reminder for select to polku_app using (
  exists (select from introductions.introduction i where i.id = introduction_id));
create policy keeping on matching.change for all to polku_app using (access.is_system()) with check (access.is_system());

-- Needs and companies. A company's relation (visits, acts, local knowledge) is its unit's; the register is public.
create or replace function vacancies.sees_hidden() returns boolean
  language sql stable security definer set search_path = '' as $$
  select access.holds('needs:read', 'always')
    or (access.viewer_self() is not null and exists (select from consents.consent k
      where k.client_id = access.viewer_self() and k.step = 1 and consents.in_force(k)))
$$;
alter policy reading on vacancies.vacancy using (openness = 'open' or vacancies.sees_hidden()
  or (access.held_under('needs:read') = 'own-company' and company_id = access.viewer_company()));
alter policy keeping on vacancies.vacancy
  using (access.holds('needs:write', 'always') or (access.held_under('needs:write') = 'own-company' and company_id = access.viewer_company()))
  with check (access.holds('needs:write', 'always') or (access.held_under('needs:write') = 'own-company' and company_id = access.viewer_company()));
do $$
declare
  part text;
  rule text;
begin
  foreach part in array array['required_skill', 'required_language', 'required_licence', 'step'] loop
    rule := format('access.holds(''needs:write'', ''always'') or (access.held_under(''needs:write'') = ''own-company'' and exists (
      select from vacancies.vacancy v where v.id = %I.vacancy_id and v.company_id = access.viewer_company()))', part);
    execute format('alter policy keeping on vacancies.%I using (%s) with check (%s)', part, rule, rule);
  end loop;
end $$;
create function companies.reads_relation(company uuid) returns boolean language sql stable
  return (select access.holds('companies:read', 'always')) or ((select access.held_under('companies:read')) = 'unit' and companies.of_unit(company));
create function companies.writes(company uuid) returns boolean language sql stable
  return access.is_system() or ((select access.held_under('companies:write')) is not null and companies.of_unit(company));
alter policy reading on companies.contact using (companies.reads_relation(company_id)
  or (access.held_under('companies:read') = 'own-company' and company_id = access.viewer_company()));
alter policy keeping on companies.contact using (companies.writes(company_id)) with check (companies.writes(company_id));
do $$
declare
  name text;
begin
  foreach name in array array['company', 'site', 'visit', 'action', 'note'] loop
    perform access.secure(('companies.' || name)::regclass);
  end loop;
  foreach name in array array['visit', 'action', 'note'] loop
    execute format('create policy reading on companies.%I for select to polku_app using (companies.reads_relation(company_id))', name);
  end loop;
end $$;
create policy reading on companies.company for select to polku_app using (true);
create policy registering on companies.company for insert to polku_app with check (access.holds('companies:register'));
create policy changing on companies.company for update to polku_app using (companies.writes(id)) with check (companies.writes(id));
create policy removing on companies.company for delete to polku_app using (access.is_system());
create policy reading on companies.site for select to polku_app using (true);
create policy keeping on companies.site for all to polku_app using (companies.writes(company_id)) with check (companies.writes(company_id));
create policy adding on companies.visit for insert to polku_app with check (access.is_system()
  or (made_by = access.viewer_account() and organisation_id = access.viewer_organisation() and companies.writes(company_id)));
create policy adding on companies.action for insert to polku_app with check (companies.writes(company_id));
create policy adding on companies.note for insert to polku_app with check (access.is_system()
  or access.held_under('companies:note') = 'always' or (access.held_under('companies:note') = 'unit' and companies.of_unit(company_id)));
create policy removing on companies.visit for delete to polku_app using (access.is_system());
create policy removing on companies.action for delete to polku_app using (access.is_system());
create policy removing on companies.note for delete to polku_app using (access.is_system());

-- Pilots.
select access.secure('pilots.pilot');
select access.secure('pilots.picking');
create policy reading on pilots.pilot for select to polku_app using (true);
create policy keeping on pilots.pilot for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on pilots.picking for select to polku_app using (access.holds('pilots:read-picking') or access.holds('pilots:pick'));
create policy picking on pilots.picking for insert to polku_app with check (access.holds('pilots:pick'));
create policy removing on pilots.picking for delete to polku_app using (access.is_system());

-- Steering.
create or replace function governance.reads() returns boolean language sql stable parallel restricted return access.holds('bodies:read');
create or replace function governance.keeps(body uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select access.is_system() or (access.held_under('bodies:write') = 'secretary' and exists (
    select from governance.member m where m.body_id = body and m.account_id = access.viewer_account() and m.capacity = 'secretary'
    and m.mistaken_at is null and access.today() between m.valid_from and coalesce(m.valid_to, 'infinity')))
$$;
create or replace function projects.reads_all() returns boolean language sql stable parallel restricted return access.holds('projects:read', 'always');
create or replace function projects.keeps() returns boolean language sql stable parallel restricted return access.holds('projects:write');
create or replace function projects.writes_all() returns boolean language sql stable parallel restricted return access.holds('projects:write', 'always');
create or replace function projects.funded_by_viewer() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select p.id from projects.project p
   where access.held_under('projects:read') = 'funded-project' and p.funder_id = access.viewer_organisation()
$$;
alter policy reading on projects.company_test using (access.holds('company-tests:read'));
alter policy keeping on projects.company_test
  using (access.is_system() or (access.holds('company-tests:write') and project_id in (select projects.own_projects())))
  with check (access.is_system() or (access.holds('company-tests:write') and project_id in (select projects.own_projects())));
create or replace function programmes.may_read() returns boolean language sql stable parallel restricted return access.holds('programmes:read');
create or replace function programmes.may_keep() returns boolean language sql stable parallel restricted return access.holds('programmes:write');
-- What a board has decided is public: programmes, their parts, versions in force and links. Reports are public once approved.
do $$
declare
  name text;
begin
  foreach name in array array['programme', 'part', 'version', 'link', 'indicator_value', 'board_report', 'report_file'] loop
    perform access.secure(('programmes.' || name)::regclass);
  end loop;
  foreach name in array array['programme', 'part', 'version', 'link'] loop
    execute format('create policy reading on programmes.%I for select to polku_app using (true)', name);
    execute format('create policy keeping on programmes.%I for all to polku_app using (programmes.may_keep()) with check (programmes.may_keep())', name);
  end loop;
end $$;
create policy beginning on programmes.programme for insert to polku_app with check (access.holds('programmes:begin'));
create policy reading on programmes.indicator_value for select to polku_app using (programmes.may_read());
create policy keeping on programmes.indicator_value for all to polku_app using (programmes.may_keep()) with check (programmes.may_keep());
create policy reading on programmes.board_report for select to polku_app using (state = 'approved' or programmes.may_read());
create policy keeping on programmes.board_report for all to polku_app using (programmes.may_keep()) with check (programmes.may_keep());
create policy reading on programmes.report_file for select to polku_app using (
  exists (select from programmes.board_report r where r.id = report_id));
create policy asking on programmes.report_file for insert to polku_app with check (programmes.may_keep());
create policy making on programmes.report_file for update to polku_app using (access.is_system()) with check (access.is_system());

-- Communication, documents, services, events.
create or replace function outreach.writes() returns boolean language sql stable parallel restricted return access.holds('bulletins:write');
create or replace function outreach.approves() returns boolean language sql stable parallel restricted return access.holds('bulletins:approve');
create or replace function outreach.answers() returns boolean language sql stable parallel restricted return access.holds('questions:answer');
alter policy reading on outreach.plan_action using (access.holds('communication-plan:read'));
create or replace function intake.works_here() returns boolean language sql stable parallel restricted return access.holds('intake:write');
create or replace function networks.keeps_services() returns boolean language sql stable parallel restricted return access.holds('services:write');
create or replace function networks.provides(service uuid) returns boolean language sql stable
  return access.held_under('services:write-words') = 'own-service' and exists (
    select from networks.service_role r where r.service_id = service and r.organisation_id = access.viewer_organisation()
       and access.today() between r.valid_from and coalesce(r.valid_to, 'infinity'));
create or replace function events.keeps() returns boolean language sql stable parallel restricted return access.holds('events:write');
create or replace function events.keeps_money() returns boolean language sql stable parallel restricted return access.holds('events:write-costs');
create or replace function events.reads_money() returns boolean language sql stable parallel restricted return access.holds('events:read-costs');
create or replace function events.reads_companies() returns boolean language sql stable parallel restricted return access.holds('events:read-companies');

-- What everybody may read and the service alone writes.
do $$
declare
  name text;
begin
  foreach name in array array['networks.organisation', 'networks.serves', 'areas.area', 'areas.member', 'consents.notice'] loop
    perform access.secure(name::regclass);
    execute format('create policy reading on %s for select to polku_app using (true)', name);
    execute format('create policy keeping on %s for all to polku_app using (access.is_system()) with check (access.is_system())', name);
  end loop;
  foreach name in array array['version', 'concept', 'name', 'occupation_skill', 'broader', 'licence'] loop
    perform access.secure(('vocabulary.' || name)::regclass);
    execute format('create policy reading on vocabulary.%I for select to polku_app using (true)', name);
    execute format('create policy keeping on vocabulary.%I for all to polku_app using (access.holds(''vocabulary:import'')) with check (access.holds(''vocabulary:import''))', name);
  end loop;
end $$;
-- A programme read from a document may name a keeper that the network does not have yet.
create policy naming on networks.organisation for insert to polku_app with check (access.holds('intake:write'));

drop function consents.may_share(text, uuid);
