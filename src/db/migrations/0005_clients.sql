-- One table per field that a person can share, so that row-level security is the twin of consent field by field.
create table clients.client (
  id uuid primary key,
  contact_language text not null check (contact_language in ('fi','sv','en')),
  native_language text not null,
  interpreter_needed boolean not null default false,
  non_disclosure boolean not null default false,
  search_started_on date,
  search_ended_on date,
  created_at timestamptz not null
);
create table clients.name (
  client_id uuid primary key references clients.client,
  given_name text not null,
  family_name text not null
);
create index on clients.name using gin ((lower(given_name || ' ' || family_name)) gin_trgm_ops);
create table clients.personal_code (
  client_id uuid primary key references clients.client,
  code text unique,
  birth_date date not null
);
create table clients.contact (
  client_id uuid primary key references clients.client,
  phone text,
  email text,
  street_address text,
  postcode text
);
create table clients.home (
  client_id uuid primary key references clients.client,
  municipality_code text not null
);
create index on clients.home (municipality_code);
create table clients.education (
  client_id uuid primary key references clients.client,
  level text not null check (level in ('basic','upper-secondary','post-secondary','lower-tertiary','upper-tertiary','unknown')),
  field text
);
create table clients.client_case (
  id uuid primary key,
  client_id uuid not null references clients.client,
  opened_on date not null,
  closed_on date
);
create unique index one_open_case on clients.client_case (client_id) where closed_on is null;
-- Exactly one responsible worker at any moment (requirements PATH-03): the periods of a case never overlap.
create table clients.responsibility (
  case_id uuid not null references clients.client_case,
  client_id uuid not null references clients.client,
  account_id uuid not null references access.account,
  organisation_id uuid not null references networks.organisation,
  during daterange not null,
  reason text,
  primary key (case_id, during),
  exclude using gist (case_id with =, during with &&)
);
create index on clients.responsibility (account_id);
create index on clients.responsibility (client_id);
create table clients.note (
  id uuid primary key,
  client_id uuid not null references clients.client,
  case_id uuid not null references clients.client_case,
  sensitivity text not null default 'ordinary' check (sensitivity in ('ordinary','sensitive')),
  author_id uuid not null references access.account,
  written_at timestamptz not null,
  text text not null
);
create index on clients.note (client_id, written_at desc);
create table clients.task (
  id uuid primary key,
  client_id uuid not null references clients.client,
  kind text not null check (kind in ('initial-interview','job-search-meeting','plan-review','skills-mapping','consent-ending',
    'employer-silent','outcome-follow-up','other')),
  due_on date not null,
  rule_id text,
  subject_id uuid,
  details jsonb not null default '{}',
  created_at timestamptz not null,
  done_on date,
  done_by uuid references access.account
);
create index on clients.task (client_id) where done_on is null;
create unique index one_open_task_per_subject on clients.task (kind, subject_id) where done_on is null and subject_id is not null;
create table clients.outcome (
  id uuid primary key,
  client_id uuid not null references clients.client,
  kind text not null check (kind in ('employed','study','entrepreneur','closer-to-work','other')),
  happened_on date not null,
  source text not null check (source in ('employer','client','adviser','register')),
  company_id uuid,
  vacancy_id uuid,
  introduction_id uuid,
  note text,
  recorded_by uuid references access.account,
  recorded_at timestamptz not null
);
create index on clients.outcome (client_id);

create function access.is_self(client uuid) returns boolean language sql stable parallel safe
  return access.viewer_role() = 'client' and client = access.viewer_client();
-- Clients with whom the viewer has a relation through a case today, less own file and declared relatives.
create function access.case_clients() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select r.client_id from clients.responsibility r
   where access.viewer_role() in ('expert','youth','immigrant-adviser','joint-emp')
     and r.account_id = access.viewer_account() and r.during @> access.today()
     and not exists (select from access.conflict c where c.account_id = r.account_id and c.client_id = r.client_id)
$$;
create function access.has_address_grant(client uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from access.address_grant g where g.client_id = client and g.account_id = access.viewer_account()
    and access.instant() >= g.valid_from and access.instant() < g.valid_to)
$$;
create function access.is_protected(client uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select coalesce((select c.non_disclosure from clients.client c where c.id = client), true)
$$;
