-- The programme as its secretary is changing it; it becomes the next version when it is brought into force.
create table programmes.working (
  programme_id uuid primary key references programmes.programme,
  content jsonb not null,
  revision integer not null,
  started_from integer not null,
  saved_at timestamptz not null,
  saved_by uuid references access.account
);
select access.protect('programmes.working', 'who is changing a programme');
create policy reading on programmes.working for select to polku_app using ((select programmes.may_read()));

-- Who keeps programmes: the rule of policies.ts, repeated below the application.
create function programmes.may_keep() returns boolean language sql stable
  return access.is_system() or access.viewer_role() in ('area-manager', 'board');
create policy keeping on programmes.working for all to polku_app
  using ((select programmes.may_keep())) with check ((select programmes.may_keep()));

-- What is written is written in one's own name; what is decided, by those who keep the programme.
drop policy keeping on programmes.coordinator_account;
create policy keeping on programmes.coordinator_account for all to polku_app
  using ((select programmes.may_keep())) with check ((select programmes.may_keep()));
drop policy keeping on programmes.goal_draft;
create policy keeping on programmes.goal_draft for all to polku_app using ((select programmes.may_read()))
  with check (access.is_system() or (saved_by = access.viewer_account() and (select programmes.may_read())));
drop policy keeping on programmes.goal_report;
create policy sending on programmes.goal_report for insert to polku_app
  with check (access.is_system() or (submitted_by = access.viewer_account() and (select programmes.may_read())));
drop policy keeping on programmes.reminder;
create policy sending on programmes.reminder for insert to polku_app with check ((select programmes.may_keep()));
drop policy keeping on programmes.proposal;
create policy proposing on programmes.proposal for insert to polku_app
  with check (access.is_system() or (proposed_by = access.viewer_account() and state = 'waiting' and (select programmes.may_read())));
create policy deciding_on on programmes.proposal for update to polku_app
  using ((select programmes.may_keep()) or proposed_by = access.viewer_account())
  with check ((select programmes.may_keep()) or (proposed_by = access.viewer_account() and state = 'withdrawn'));
grant execute on function programmes.may_keep() to polku_app;

-- A link is told with the version of the day; the day it was undone is kept.
alter table programmes.link add constraint undone_after_made check (unlinked_on is null or unlinked_on >= linked_on);
