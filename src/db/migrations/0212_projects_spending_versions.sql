-- When the money would be used, as far as somebody has told it: by month or by half-year. What is not told is spread evenly.
create table projects.spending (
  project_id uuid not null references projects.project,
  position smallint not null,
  starts_on date not null check (extract(day from starts_on) = 1),
  months smallint not null check (months in (1, 6)),
  cents bigint not null check (cents >= 0),
  primary key (project_id, position),
  unique (project_id, starts_on)
);
select projects.guard('projects.spending', 'project_id');
-- A version holds what was promised too; versions kept before this have a plan and no promises.
alter table projects.plan_version
  add column promises jsonb,
  add column occasion text not null default 'kept' check (occasion in ('kept','document','applied'));
-- An application that went out although its plan was not ready: why, and how many reasons were open on that day.
alter table projects.state_change
  add column unready_why text,
  add column unready_reasons integer,
  add check ((unready_why is null) = (unready_reasons is null));
