-- A cost that was entered wrongly is taken away with a reason, and can be put back: the whole row waits here.
create table projects.realised_removed (
  id uuid primary key,
  project_id uuid not null references projects.project,
  month date not null,
  kind text not null,
  label text not null,
  cents bigint not null,
  evidence text not null,
  work_package_id uuid references projects.work_package on delete set null,
  entered_by uuid references access.account,
  entered_at timestamptz not null,
  removed_by uuid references access.account,
  removed_at timestamptz not null,
  why text not null check (length(trim(why)) > 0)
);
create index on projects.realised_removed (project_id, removed_at);
select projects.guard('projects.realised_removed', 'project_id');
