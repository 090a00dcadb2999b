-- The plan of a person: one in force at a time; a new one ends the one before, which stays as it was (PATH-13).
create table clients.plan (
  id uuid primary key,
  client_id uuid not null references clients.client,
  case_id uuid not null references clients.client_case,
  kind text not null check (kind in ('employment','multi-professional','integration')),
  goal text not null,
  agreed_on date not null,
  agreed_by uuid not null references access.account,
  ended_on date,
  check (ended_on >= agreed_on)
);
create unique index one_plan_in_force on clients.plan (client_id) where ended_on is null;
create index on clients.plan (client_id, agreed_on desc);
select access.protect('clients.plan', 'plan of a person');
create policy reading on clients.plan for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy keeping on clients.plan for all to polku_app
  using (access.is_system() or client_id in (select access.case_clients()))
  with check (access.is_system() or client_id in (select access.case_clients()));
-- Duties of one person in the order of their days.
create index on clients.task (client_id, due_on) where done_on is null;
