-- The municipalities that a project reaches, from its own list or the regions it names: kept with the plan so that
-- overlaps are found by an index. Reports of the portfolio are made in the background and wait here for their reader.
create table projects.reach (
  project_id uuid not null references projects.project,
  municipality_code text not null,
  primary key (project_id, municipality_code)
);
create index on projects.reach (municipality_code, project_id);
create index on projects.target_group (code, project_id);
create table projects.report (
  id uuid primary key,
  asked_by uuid not null references access.account,
  asked_at timestamptz not null,
  form text not null check (form in ('pdf','docx')),
  name text not null,
  done integer not null default 0,
  size integer not null default 1,
  failed boolean not null default false,
  content bytea
);
create index on projects.report (asked_by, asked_at);
select projects.guard('projects.reach', 'project_id');
alter table projects.report enable row level security;
alter table projects.report force row level security;
create policy own on projects.report for all to polku_app
  using (access.is_system() or asked_by = access.viewer_account())
  with check (access.is_system() or asked_by = access.viewer_account());
