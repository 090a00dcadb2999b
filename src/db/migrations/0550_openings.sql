-- A file opened with a reason and for hours, by one who has no relation to the person: emergency access, and the reading of
-- a colleague's file by whoever leads the teams. It shows by the declaration in src/access (`person.<part>:open`) and
-- nothing more; it writes nothing.
create table access.opening (
  id uuid primary key,
  kind text not null check (kind in ('emergency', 'supervision')),
  account_id uuid not null references access.account,
  role text not null,
  organisation_id uuid references networks.organisation,
  client_id uuid not null references clients.client,
  -- Who answered for the person then, and sees that the file was opened.
  responsible_id uuid references access.account,
  cause text not null,
  words text not null check (btrim(words) <> ''),
  opened_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references access.account,
  -- The first instant without it, said once.
  ends_at timestamptz not null generated always as (least(until, coalesce(ended_at, until))) stored,
  constraint hours_not_days check (opened_at < until and until <= opened_at + interval '8 hours'),
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at is null or (opened_at <= ended_at and ended_at <= until))
);
create index on access.opening (account_id, opened_at desc);
create index on access.opening (client_id);
select access.protect('access.opening', 'whose file was opened with a reason, by whom');
create function access.opening_only_ends() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or to_jsonb(new) - array['ended_at', 'ended_by', 'ends_at']
      is distinct from to_jsonb(old) - array['ended_at', 'ended_by', 'ends_at'] then
    raise exception 'an opening is ended, never written over' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger only_ends before update on access.opening for each row execute function access.opening_only_ends();
create policy reading on access.opening for select to polku_app using (access.is_system() or access.holds('openings:review')
  or account_id = access.viewer_account() or responsible_id = access.viewer_account() or client_id in (select access.case_clients()));
create policy keeping on access.opening for all to polku_app using (access.is_system()) with check (access.is_system());

-- What the viewer has opened in this role: in another role of the same account it is worth nothing.
create function access.own_openings() returns setof access.opening language sql stable
  security definer set search_path = '' rows 2 as $$
  select * from access.opening o where o.account_id = access.viewer_account() and o.role = access.viewer_role()
$$;
-- Those whose file is open so now; an own or a relative's file and a protected person never are.
create function access.opened_clients(part text) returns setof uuid
  language plpgsql stable security definer set search_path = '' rows 1 as $$
begin
  if access.held_under('person.' || part || ':open') is not null then
    return query select o.client_id from access.own_openings() o
      where o.opened_at <= access.instant() and access.instant() < o.ends_at
        and not access.is_protected(o.client_id)
        and not exists (select from access.conflict c where c.account_id = o.account_id and c.client_id = o.client_id);
  end if;
end $$;
do $$
declare
  shown record;
begin
  for shown in select * from (values
      ('clients.client', 'id', 'basics'), ('clients.name', 'client_id', 'name'), ('clients.contact', 'client_id', 'contact'),
      ('clients.home', 'client_id', 'municipality'), ('clients.education', 'client_id', 'education'),
      ('clients.personal_code', 'client_id', 'personal-code'), ('clients.client_case', 'client_id', 'case'),
      ('clients.responsibility', 'client_id', 'case'), ('clients.search_period', 'client_id', 'case'),
      ('clients.case_step', 'client_id', 'case'), ('clients.representative', 'client_id', 'case'),
      ('clients.arrival', 'client_id', 'case'), ('clients.task', 'client_id', 'tasks'), ('clients.plan', 'client_id', 'tasks'),
      ('clients.outcome', 'client_id', 'outcomes')) as t (name, person, part) loop
    execute format('create policy opened on %s for select to polku_app using (%I in (select access.opened_clients(%L)))',
      shown.name, shown.person, shown.part);
  end loop;
end $$;

-- A grant for a protected address is asked for by a worker of the case and decided by another; nobody decides on the own.
create table access.grant_request (
  id uuid primary key,
  account_id uuid not null references access.account,
  client_id uuid not null references clients.client,
  reason text not null check (btrim(reason) <> ''),
  days integer not null check (days between 1 and 365),
  asked_by uuid not null references access.account,
  asked_at timestamptz not null,
  decision text check (decision in ('given', 'refused')),
  decided_by uuid references access.account,
  decided_at timestamptz,
  decision_note text,
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check (decision is distinct from 'refused' or decision_note is not null),
  constraint nobody_decides_on_the_own check (decided_by is distinct from asked_by and decided_by is distinct from account_id)
);
create unique index one_question_at_a_time on access.grant_request (client_id, account_id) where decision is null;
create index on access.grant_request (client_id);
select access.protect('access.grant_request', 'who asks to see a protected address');
create policy reading on access.grant_request for select to polku_app using (access.is_system() or access.holds('openings:review')
  or access.holds('protected:decide') or account_id = access.viewer_account() or asked_by = access.viewer_account()
  or client_id in (select access.case_clients()));
create policy keeping on access.grant_request for all to polku_app using (access.is_system()) with check (access.is_system());

alter table access.address_grant
  add column request_id uuid references access.grant_request,
  add column ended_at timestamptz,
  add column ended_by uuid references access.account,
  add column ends_at timestamptz not null generated always as (least(valid_to, coalesce(ended_at, valid_to))) stored,
  add check ((ended_at is null) = (ended_by is null));
alter policy reading on access.address_grant using (access.is_system() or account_id = access.viewer_account()
  or access.holds('log:search') or access.holds('openings:review') or access.holds('protected:decide')
  or client_id in (select access.case_clients()));
create or replace function access.has_address_grant(client uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from access.address_grant g where g.client_id = client and g.account_id = access.viewer_account()
    and access.instant() >= g.valid_from and access.instant() < g.ends_at)
$$;

-- What the officer found of an opening or a grant; every word stays, the latest counts.
create table access.opening_review (
  id uuid primary key,
  -- An opening or a grant.
  of_id uuid not null,
  client_id uuid not null references clients.client,
  -- The officer's finding; or the answer of the one whose opening or grant it is.
  finding text not null check (finding in ('right', 'asked', 'wrong', 'answer')),
  note text,
  made_by uuid not null references access.account,
  made_at timestamptz not null,
  check (finding = 'right' or note is not null)
);
create index on access.opening_review (of_id, made_at desc);
select access.protect('access.opening_review', 'what was found of the opening of a file');
create function access.own_exceptions() returns setof uuid language sql stable security definer set search_path = '' as $$
  select o.id from access.opening o where o.account_id = access.viewer_account()
  union all select g.id from access.address_grant g where g.account_id = access.viewer_account()
$$;
create policy reading on access.opening_review for select to polku_app using (access.is_system() or access.holds('openings:review')
  or of_id in (select access.own_exceptions()));
create policy reviewing on access.opening_review for insert to polku_app with check (made_by = access.viewer_account()
  and case when finding = 'answer' then of_id in (select access.own_exceptions()) else access.holds('openings:review') end);

create or replace function access.facts_about(client uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'exists', exists (select from clients.client c where c.id = client),
    'caseWorker', exists (select from clients.responsibility r where r.client_id = client
      and r.account_id = any (access.stands_for()) and r.during @> access.today()),
    'conflict', exists (select from access.conflict c where c.client_id = client and c.account_id = access.viewer_account()),
    'nonDisclosure', access.is_protected(client),
    'addressGrant', access.has_address_grant(client),
    'openings', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'from', o.opened_at, 'to', o.ends_at))
      from access.own_openings() o where o.client_id = client), '[]'),
    'consents', coalesce((
      select jsonb_agg(jsonb_build_object(
        'step', k.step, 'fields', k.fields,
        'receiverOrganisationId', k.receiver_organisation_id, 'receiverCompanyId', k.receiver_company_id,
        'attendingCompanyIds', coalesce((select jsonb_agg(a.company_id) from events.attendance a
          where a.event_id = k.receiver_event_id and a.company_id = access.viewer_company()), '[]'),
        'eventClosesAt', e.closes_at, 'givenAt', k.given_at, 'validTo', k.valid_to, 'withdrawnAt', k.withdrawn_at,
        'base', case when b.id is null then null else
          jsonb_build_object('givenAt', b.given_at, 'validTo', b.valid_to, 'withdrawnAt', b.withdrawn_at) end))
      from consents.consent k
      left join events.event e on e.id = k.receiver_event_id
      left join consents.consent b on b.id = k.under_id
      where k.client_id = client and (
        k.receiver_organisation_id = access.viewer_organisation() or k.receiver_company_id = access.viewer_company()
        or exists (select from events.attendance a where a.event_id = k.receiver_event_id and a.company_id = access.viewer_company()))
    ), '[]'))
$$;
