-- Events as a room of their own: what was planned and what came of it. A person stands here only as somebody who came,
-- recorded by a worker of the case; visitors of an information event are a count and nobody's data.
alter table events.event
  add column state text not null default 'planned' check (state in ('planned','held','cancelled')),
  add column starts_at text check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column ends_at text check (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column place text,
  -- Address of a virtual event, and how one gets in (requirements EVT-04).
  add column link text,
  add column access_note text,
  add column languages text[] not null default '{}' check (languages <@ array['fi','sv','en','other']),
  add column target_groups text[] not null default '{}' check (target_groups <@ array['jobseekers','companies',
    'entrepreneur-organisations','services','wellbeing','education','municipalities']),
  -- The project and the code of its work package that promised the event.
  add column project_id uuid references projects.project,
  add column work_package text,
  -- The event that this one follows, what was learned, and what changed from last time (requirements EVT-03).
  add column follows_id uuid references events.event,
  add column lessons text,
  add column changes text,
  add column visitors integer check (visitors >= 0),
  -- Can a person share a profile to it? An event that does not say so is no receiver of a consent.
  add column takes_profiles boolean not null default true,
  add check (follows_id is distinct from id),
  drop column cost_cents;
create index on events.event (held_on, id);
create index on events.event (project_id);
create table events.cost (
  id uuid primary key,
  event_id uuid not null references events.event,
  position smallint not null,
  kind text not null check (kind in ('venue','publicity','speakers','catering','travel','other')),
  label text,
  planned_cents bigint check (planned_cents >= 0),
  used_cents bigint check (used_cents >= 0),
  check (planned_cents is not null or used_cents is not null)
);
create index on events.cost (event_id, position);
-- A company that came. `events.attendance` are those who take part beforehand and to whom profiles are shared: who only
-- came in at the door sees nobody's profile.
create table events.company_presence (
  event_id uuid not null references events.event,
  company_id uuid not null references companies.company,
  noted_by uuid references access.account,
  noted_at timestamptz not null,
  primary key (event_id, company_id)
);
create index on events.company_presence (company_id);
create table events.person_presence (
  event_id uuid not null references events.event,
  client_id uuid not null references clients.client,
  noted_by uuid references access.account,
  noted_at timestamptz not null,
  primary key (event_id, client_id)
);
create index on events.person_presence (client_id);

-- The twin of src/modules/events/policies.ts: organisers keep events and the companies that came (class O of the matrix),
-- money is kept and read as project money (class M), a person is recorded within the case (class L).
create function events.keeps() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('business','project','area-manager');
create function events.keeps_money() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('project','controller');
create function events.reads_money() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('project','controller','area-manager','decision-maker','board','analyst');
create function events.reads_companies() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('business','expert','youth','joint-emp','area-manager','project');
do $$
declare
  name text;
begin
  foreach name in array array['event','attendance','cost','company_presence'] loop
    execute format('alter table events.%I enable row level security', name);
    execute format('alter table events.%I force row level security', name);
    execute format('create policy deciding on events.%I for select to %I using (true)', name, current_user);
  end loop;
end $$;
create policy reading on events.event for select to polku_app using (true);
create policy adding on events.event for insert to polku_app with check ((select events.keeps()));
create policy changing on events.event for update to polku_app using ((select events.keeps())) with check ((select events.keeps()));
create policy removing on events.event for delete to polku_app using ((select access.is_system()));
create policy reading on events.attendance for select to polku_app using (true);
create policy keeping on events.attendance for all to polku_app using ((select access.is_system())) with check ((select access.is_system()));
create policy reading on events.cost for select to polku_app using ((select events.reads_money()));
create policy keeping on events.cost for all to polku_app using ((select events.keeps_money())) with check ((select events.keeps_money()));
create policy reading on events.company_presence for select to polku_app using ((select events.reads_companies()));
create policy keeping on events.company_presence for all to polku_app using ((select events.keeps())) with check ((select events.keeps()));
select access.protect('events.person_presence', 'who came to an event');
create policy reading on events.person_presence for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy keeping on events.person_presence for all to polku_app
  using (access.is_system() or ((select access.case_keeps('tasks')) and client_id in (select access.case_clients())))
  with check (access.is_system() or ((select access.case_keeps('tasks')) and client_id in (select access.case_clients())));
