-- What a project promises: goals, measures, indicators and the lines between them; what is new; work with companies;
-- horizontal principles; what a funder said no to. No client stands here: persons are counted from the facts.
create table projects.goal (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  words text not null,
  source text
);
create table projects.measure (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  words text not null,
  work_package text,
  aspects text[] not null default '{}' check (aspects <@ array['pilot','companies','international','reform']),
  source text
);
create table projects.indicator (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  kind text not null check (kind in ('output','result','common')),
  nature text not null check (nature in ('attendance','product','change')),
  names jsonb not null,
  -- Empty: promised in prose, not yet an indicator.
  unit text not null default '',
  baseline numeric,
  baseline_on date,
  baseline_source text,
  target numeric check (target >= 0),
  target_qualifier text check (target_qualifier in ('about','at-least','at-most')),
  -- [{label, value}]: of 52 participants 50 unemployed.
  parts jsonb not null default '[]',
  -- {"2024H1": 20}: what should be reached by the end of a half-year.
  planned jsonb not null default '{}',
  due_on date,
  owner text,
  source_kind text check (source_kind in ('fact','statistic','entered')),
  source_name text,
  formula text,
  comparison text,
  adoption text,
  promised_at text,
  -- The code of a common indicator of the programme.
  code text,
  check ((source_kind is null) = (source_name is null)),
  check ((kind = 'common') = (code is not null)),
  unique (project_id, code)
);
-- A value that a person entered: a statistic with its source and day, or another with evidence. It is never overwritten.
create table projects.indicator_value (
  id uuid primary key,
  project_id uuid not null references projects.project,
  indicator_id uuid not null references projects.indicator on delete cascade,
  counted_on date not null,
  value numeric not null,
  evidence text not null check (length(trim(evidence)) > 0),
  entered_by uuid references access.account,
  entered_at timestamptz not null
);
-- Goal → result, measure → output, output → result.
create table projects.trace_link (
  project_id uuid not null references projects.project,
  from_id uuid not null,
  to_id uuid not null references projects.indicator on delete cascade,
  primary key (from_id, to_id)
);
create table projects.comparison (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  measure_id uuid not null references projects.measure on delete cascade,
  against text not null check (against in ('service','project','product','nothing-found')),
  name text not null,
  other_id uuid references projects.project,
  difference text not null
);
create table projects.company_step (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  measure_id uuid not null references projects.measure on delete cascade,
  content text not null,
  hours numeric(6,2) check (hours > 0),
  companies integer check (companies > 0),
  test text
);
-- Which pilots' people are the participants: they are counted there and typed nowhere.
create table projects.cohort (
  project_id uuid not null references projects.project,
  pilot_id uuid not null references pilots.pilot,
  primary key (project_id, pilot_id)
);
create table projects.horizontal_answer (
  project_id uuid not null references projects.project,
  template text not null,
  criterion text not null,
  yes boolean,
  direct smallint,
  indirect smallint,
  reason text,
  evidence text,
  source text,
  primary key (project_id, template, criterion)
);
create table projects.horizontal_promise (
  id uuid primary key,
  project_id uuid not null references projects.project,
  criterion text not null,
  words text not null,
  place text not null check (place in ('procurement','training','service','other')),
  followed_on date,
  followed text,
  check ((followed_on is null) = (followed is null))
);
create table projects.criticism (
  id uuid primary key,
  project_id uuid not null references projects.project,
  position smallint not null,
  check_code text not null,
  words text not null,
  answer text,
  evidence uuid[] not null default '{}',
  answered_by uuid references access.account,
  answered_on date,
  source text
);
-- Somebody called the plan ready on a day; whether it still is, is computed.
create table projects.readiness (
  project_id uuid primary key references projects.project,
  called_on date not null,
  called_by uuid references access.account
);
do $$
declare
  name text;
begin
  foreach name in array array['goal','measure','indicator','indicator_value','trace_link','comparison','company_step','cohort',
      'horizontal_answer','horizontal_promise','criticism','readiness'] loop
    perform projects.guard(('projects.' || name)::regclass, 'project_id');
    execute format('create index on projects.%I (project_id)', name);
  end loop;
end $$;
create index on projects.indicator_value (indicator_id, counted_on);

-- A company tested before the work and after it. Class C of the matrix: a funder and a board see the mean, never one company.
create table projects.company_test (
  project_id uuid not null references projects.project,
  company_id uuid not null references companies.company,
  phase text not null check (phase in ('before','after')),
  points numeric not null check (points between 0 and 100),
  tested_on date not null,
  entered_by uuid references access.account,
  primary key (project_id, company_id, phase)
);
alter table projects.company_test enable row level security;
alter table projects.company_test force row level security;
do $$
begin
  execute format('create policy deciding on projects.company_test for select to %I using (true)', current_user);
end $$;
create policy reading on projects.company_test for select to polku_app
  using (access.is_system() or access.viewer_role() in ('project','area-manager'));
create policy keeping on projects.company_test for all to polku_app
  using (access.is_system() or access.viewer_role() = 'project')
  with check (access.is_system() or access.viewer_role() = 'project');
