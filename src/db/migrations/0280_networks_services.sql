-- The catalogue of services: what is offered, by whom, where and how. Nothing here is personal data, so anybody may read.
-- Nothing is overwritten: what a service is stands in dated versions, the last one recorded for a day speaks; who
-- provides it and where it is given are dated rows that are ended, never changed.
create table networks.service (
  id uuid primary key,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create table networks.service_version (
  id uuid primary key,
  service_id uuid not null references networks.service,
  valid_from date not null,
  names jsonb not null,
  summary jsonb not null,
  groups text[] not null check (cardinality(groups) > 0),
  -- Of the seven of requirements NET-12.
  target_groups text[] not null check (cardinality(target_groups) > 0 and target_groups <@ array['jobseekers','companies',
    'entrepreneur-organisations','services','wellbeing','education','municipalities']),
  production text not null check (production in ('authority','purchased','network')),
  source text,
  recorded_at timestamptz not null,
  recorded_by uuid references access.account
);
create index on networks.service_version (service_id, valid_from, recorded_at);
create table networks.service_role (
  id uuid primary key,
  service_id uuid not null references networks.service,
  organisation_id uuid not null references networks.organisation,
  role text not null check (role in ('responsible','takes-part')),
  valid_from date not null,
  valid_to date,
  -- Ended the day before it began: taken back on the same day, and still to be read.
  check (valid_to is null or valid_to >= valid_from - 1)
);
create index on networks.service_role (service_id);
create index on networks.service_role (organisation_id);
create table networks.service_place (
  id uuid primary key,
  service_id uuid not null references networks.service,
  municipality_code text not null,
  channel text not null check (channel in ('on-site','phone','remote')),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from - 1)
);
create index on networks.service_place (service_id);
create index on networks.service_place (municipality_code);

-- Who keeps the catalogue: class O of the matrix, the twin of src/modules/networks/policies.ts. A provider keeps the
-- words of its own services and nothing else of them.
create function networks.keeps_services() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('business','project','area-manager');
create function networks.provides(service uuid) returns boolean language sql stable
  return access.viewer_role() = 'provider' and exists (
    select from networks.service_role r where r.service_id = service and r.organisation_id = access.viewer_organisation()
       and access.today() between r.valid_from and coalesce(r.valid_to, 'infinity'));
create function networks.only_words_differ(service uuid, groups text[], target_groups text[], production text)
  returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce((select (v.groups, v.target_groups, v.production) = ($2, $3, $4) from networks.service_version v
    where v.service_id = $1 and v.valid_from <= access.today() order by v.valid_from desc, v.recorded_at desc, v.id desc limit 1), false)
$$;
do $$
declare
  name text;
begin
  foreach name in array array['service','service_version','service_role','service_place'] loop
    execute format('alter table networks.%I enable row level security', name);
    execute format('alter table networks.%I force row level security', name);
    execute format('create policy deciding on networks.%I for select to %I using (true)', name, current_user);
    execute format('create policy reading on networks.%I for select to polku_app using (true)', name);
    execute format('create policy adding on networks.%I for insert to polku_app with check ((select networks.keeps_services()))', name);
    execute format('create policy ending on networks.%I for update to polku_app using ((select networks.keeps_services())) with check ((select networks.keeps_services()))', name);
    execute format('revoke update, delete on networks.%I from polku_app', name);
  end loop;
end $$;
create policy wording on networks.service_version for insert to polku_app
  with check (networks.provides(service_id) and networks.only_words_differ(service_id, groups, target_groups, production));
grant update (valid_to) on networks.service, networks.service_role, networks.service_place to polku_app;

-- What a project is compared with may be a service of the catalogue (requirements FND-01).
alter table projects.comparison add column service_id uuid references networks.service;
