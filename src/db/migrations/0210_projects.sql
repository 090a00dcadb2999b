-- Projects and their money. No client stands here: participants are counts, staff and contact persons stand in their
-- office. Who reads: those who steer or watch over money; a funder reads what it funds (requirements.md D3, class M).
create schema projects;

create table projects.project (
  id uuid primary key,
  name text not null,
  -- The organisation of the house that runs or follows it, and the funder's, when they are in the register.
  organisation_id uuid references networks.organisation,
  funder_id uuid references networks.organisation,
  instrument text not null default 'other' check (instrument in ('mokra','akke','esf','esf-plus','other')),
  programme text,
  priority text,
  objective text,
  call_name text,
  call_code text,
  aid_form text,
  implementers text check (implementers in ('one','many')),
  arrived_on date,
  starts_on date,
  ends_on date,
  state text not null default 'idea' check (state in ('idea','applied','granted','rejected','running','ended','closed')),
  state_since date not null,
  verdict text check (verdict in ('supported','not-supported')),
  nationwide boolean,
  site jsonb,
  -- The application that this one improves (FND-10).
  improves_id uuid references projects.project,
  report_due_on date,
  -- How many findings there were when the plan was last kept; the page computes them anew.
  findings integer not null default 0,
  changed_at timestamptz not null,
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index on projects.project (name collate kernel_finnish, id);
create index on projects.project (state);
create index on projects.project (funder_id);
create index on projects.project using gin (name gin_trgm_ops);

create table projects.register_number (
  project_id uuid not null references projects.project,
  position smallint not null,
  form text not null check (form in ('project-code','application','register','other')),
  printed text not null,
  source text,
  primary key (project_id, position)
);
create index on projects.register_number using gin (printed gin_trgm_ops);

create table projects.place (
  project_id uuid not null references projects.project,
  position smallint not null,
  kind text not null check (kind in ('municipality','sub-region','region')),
  name text not null,
  code text,
  source text,
  primary key (project_id, position)
);
create index on projects.place (code, kind);

create table projects.target_group (
  project_id uuid not null references projects.project,
  position smallint not null,
  reach text not null check (reach in ('direct','indirect')),
  -- One of the seven groups of NET-12, when somebody has said which.
  code text,
  words text not null,
  source text,
  primary key (project_id, position)
);
create index on projects.target_group (code);

create table projects.section (
  project_id uuid not null references projects.project,
  position smallint not null,
  kind text not null,
  title text,
  words text not null,
  source text,
  primary key (project_id, position)
);

-- Organisations and their parts: a promise and a decision are two dated facts.
create table projects.part (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  role text not null check (role in ('applicant','authority','implementer','partner','payer','associate','steering')),
  name text not null,
  organisation_id uuid references networks.organisation,
  details jsonb not null default '{}',
  share_cents bigint,
  committed_on date,
  committed_how text,
  decided_on date,
  decision_id uuid,
  source text
);
create index on projects.part (project_id, position);

create table projects.work_package (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  code text not null,
  name text not null,
  words text not null default '',
  starts_on date,
  ends_on date,
  total_cents bigint,
  total_qualifier text,
  total_called text,
  source text,
  unique (project_id, code),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create table projects.dependency (
  work_package_id uuid not null references projects.work_package on delete cascade,
  needs_id uuid not null references projects.work_package on delete cascade,
  primary key (work_package_id, needs_id),
  check (work_package_id <> needs_id)
);
create index on projects.dependency (needs_id);
create table projects.purchase (
  id uuid primary key,
  project_id uuid not null references projects.project,
  work_package_id uuid not null references projects.work_package on delete cascade,
  position smallint not null,
  kind text not null check (kind in ('travel','expert','licence','publicity','event','other')),
  label text not null,
  cents bigint not null check (cents >= 0),
  qualifier text,
  printed text,
  source text
);
create index on projects.purchase (work_package_id, position);
create index on projects.purchase (project_id);

create table projects.staff (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  title text not null,
  name text,
  share integer check (share between 0 and 10000),
  hourly_cents bigint,
  starts_on date,
  ends_on date,
  source text
);
create index on projects.staff (project_id, position);
-- Work-time records of unit-cost wages: hundredths of an hour a month.
create table projects.work_time (
  staff_id uuid not null references projects.staff,
  month date not null check (extract(day from month) = 1),
  hundredths integer not null check (hundredths between 0 and 74400),
  primary key (staff_id, month)
);

create table projects.budget (
  project_id uuid primary key references projects.project,
  cost_model text not null default 'not-stated',
  wage_method text,
  rounding_rule text not null default 'entered' check (rounding_rule in ('half-up-on-total','floor-per-line','entered')),
  aid_rate integer check (aid_rate between 0 and 10000),
  side_cost_rate integer check (side_cost_rate between 0 and 10000)
);
create table projects.cost_line (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  kind text not null check (kind in ('wages','flat','purchases','travel','equipment','other','lump-sum','income')),
  label text not null,
  year smallint,
  requested bigint,
  approved bigint,
  rejected bigint,
  printed text,
  source text
);
create index on projects.cost_line (project_id, position) include (kind, requested, approved);
create table projects.funding_share (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  money_from text not null check (money_from in ('eu-and-state','regional-council','municipal','other-public','private','own')),
  role text not null check (role in ('grant','own','other')),
  label text not null,
  year smallint,
  requested bigint,
  approved bigint,
  rejected bigint,
  printed_share integer,
  channelled_by text,
  printed text,
  source text
);
create index on projects.funding_share (project_id, position) include (role, requested, approved);
-- Money that waits for somebody's decision; the decision is an item of governance, or told with its day.
create table projects.condition (
  id uuid primary key,
  project_id uuid not null references projects.project,
  funding_share_id uuid references projects.funding_share on delete cascade,
  words text not null,
  body text,
  expected_on date,
  decision_id uuid,
  met_on date,
  met_note text,
  source text,
  check (met_on is not null or (decision_id is null and met_note is null))
);
create index on projects.condition (project_id);
create index on projects.condition (funding_share_id);
-- Figures that a document states about the whole, never parts of it.
create table projects.figure (
  project_id uuid not null references projects.project,
  position smallint not null,
  kind text not null,
  cents bigint not null,
  approved bigint,
  rejected bigint,
  printed_share integer,
  year smallint,
  to_year smallint,
  qualifier text,
  printed text,
  source text,
  primary key (project_id, position)
);
create index on projects.figure (project_id, kind);

create table projects.realised (
  id uuid primary key,
  project_id uuid not null references projects.project,
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('wages','flat','purchases','travel','equipment','other','lump-sum','income')),
  label text not null,
  cents bigint not null,
  evidence text not null check (length(trim(evidence)) > 0),
  work_package_id uuid references projects.work_package on delete set null,
  entered_by uuid references access.account,
  entered_at timestamptz not null
);
create index on projects.realised (project_id, month);

-- Outputs and results as things with an owner after the project (PJ-22).
create table projects.result (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  kind text not null check (kind in ('output','result')),
  words text not null,
  work_package_id uuid references projects.work_package on delete set null,
  owner text,
  owner_organisation_id uuid references networks.organisation,
  adopted_on date,
  used boolean,
  source text
);
create index on projects.result (project_id, position);

create table projects.link (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  other_id uuid references projects.project,
  name text not null,
  relation text not null check (relation in ('takes-into-account','builds-on','no-overlap-with','implements','describes')),
  words text,
  source text
);
create index on projects.link (project_id);
create index on projects.link (other_id);

create table projects.proceeding (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  body text not null,
  happened_on date,
  what text not null check (what in ('meeting','opinion','decision','secretariat')),
  source text
);
create index on projects.proceeding (project_id);

-- The whole plan as it stood, number by number.
create table projects.plan_version (
  id uuid primary key,
  project_id uuid not null references projects.project,
  number smallint not null,
  kept_at timestamptz not null,
  kept_by uuid references access.account,
  why text not null,
  plan jsonb not null,
  unique (project_id, number)
);
-- A document as it was read; the same content is never taken twice.
create table projects.draft (
  id uuid primary key,
  project_id uuid not null references projects.project,
  hash text not null unique,
  document text not null,
  kind text not null,
  taken_at timestamptz not null,
  draft jsonb not null
);
create index on projects.draft (project_id, taken_at);
create table projects.state_change (
  id uuid primary key,
  project_id uuid not null references projects.project,
  changed_on date not null,
  changed_by uuid references access.account,
  from_state text,
  to_state text not null,
  note text
);
create index on projects.state_change (project_id, changed_on);

create table projects.attachment (
  id uuid primary key,
  project_id uuid not null references projects.project,
  name text not null,
  version smallint not null,
  media_type text not null,
  bytes integer not null check (bytes between 1 and 20971520),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid references access.account,
  unique (project_id, name, version)
);

grant usage on schema projects to polku_app;
grant select, insert, update, delete on all tables in schema projects to polku_app;
alter default privileges in schema projects grant select, insert, update, delete on tables to polku_app;

-- Reading and keeping, said once: the twin of src/modules/projects/policies.ts.
create function projects.reads_all() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('project','controller','area-manager','decision-maker','board','analyst');
create function projects.keeps() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('project','controller');
create function projects.funded_by_viewer() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select p.id from projects.project p where access.viewer_role() = 'funder' and p.funder_id = access.viewer_organisation()
$$;
-- Puts a table of this room under the rule; for later tables too. `key` is the column that holds the project's id.
create function projects.guard(target regclass, key text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy deciding on %s for select to %I using (true)', target, current_user);
  execute format('create policy reading on %s for select to polku_app using ((select projects.reads_all()) or %s in (select projects.funded_by_viewer()))', target, key);
  execute format('create policy adding on %s for insert to polku_app with check ((select projects.keeps()))', target);
  execute format('create policy changing on %s for update to polku_app using ((select projects.keeps())) with check ((select projects.keeps()))', target);
  execute format('create policy removing on %s for delete to polku_app using ((select projects.keeps()))', target);
end $$;
revoke execute on function projects.guard(regclass, text) from public;
do $$
declare
  name text;
begin
  perform projects.guard('projects.project', 'id');
  foreach name in array array['register_number','place','target_group','section','part','work_package','purchase','staff','budget',
      'cost_line','funding_share','condition','figure','realised','result','link','proceeding','plan_version','draft','state_change','attachment'] loop
    perform projects.guard(('projects.' || name)::regclass, 'project_id');
  end loop;
  perform projects.guard('projects.dependency', '(select w.project_id from projects.work_package w where w.id = work_package_id)');
  perform projects.guard('projects.work_time', '(select s.project_id from projects.staff s where s.id = staff_id)');
end $$;
comment on table projects.staff is 'personal data: who works in a project, in office';
comment on table projects.part is 'personal data: contact persons in office';
comment on table projects.work_time is 'personal data: hours of work of project staff';
