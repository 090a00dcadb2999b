-- How a person becomes a client and stops being one: periods of job search and cases as dated rows, who came from where,
-- who was invited, who holds a case for another's absence, and every step with its author.

-- A period of job search. `ended_on` is the first day without it. A period is never written over: a new search is a new row.
create table clients.search_period (
  id uuid primary key,
  client_id uuid not null references clients.client,
  started_on date not null,
  ended_on date,
  end_reason text,
  end_note text,
  -- The outcome because of which it was ended, so that the end can be taken back with it.
  outcome_id uuid references clients.outcome,
  recorded_at timestamptz not null,
  recorded_by uuid references access.account,
  check (ended_on >= started_on),
  check (ended_on is not null or (end_reason is null and outcome_id is null)),
  exclude using gist (client_id with =, daterange(started_on, ended_on) with &&)
);
create index on clients.search_period (client_id, started_on desc);
select access.protect('clients.search_period', 'when a person has searched for work');
insert into clients.search_period (id, client_id, started_on, ended_on, recorded_at)
  select gen_random_uuid(), c.id, c.search_started_on, c.search_ended_on, c.created_at
    from clients.client c where c.search_started_on is not null;

-- Duties of the job search belong to one period and last as long as it does (views/clients_in_force.sql).
alter table clients.task add column search_id uuid references clients.search_period;
update clients.task t set search_id = s.id from clients.search_period s
 where s.client_id = t.client_id and t.kind in ('initial-interview', 'job-search-meeting', 'plan-review');
create index on clients.task (search_id) where search_id is not null;

drop trigger matching_change on clients.client;
drop view if exists clients.path_step, insight.fact_case, insight.fact_participant cascade;
alter table clients.client drop column search_started_on, drop column search_ended_on;
create trigger matching_change after update of non_disclosure on clients.client
  for each row execute function matching.note_person();

alter table clients.client_case add column closed_reason text, add column closed_note text,
  add check (closed_on >= opened_on);
-- An outcome that was recorded by mistake stays as it was, with who took it back.
alter table clients.outcome add column undone_at timestamptz, add column undone_by uuid references access.account;
create policy undoing on clients.outcome for update to polku_app using (access.is_system()) with check (access.is_system());

-- What was done to a case, by whom and when: the history that pages show. Rows are added and never changed.
create table clients.case_step (
  id uuid primary key,
  client_id uuid not null references clients.client,
  case_id uuid references clients.client_case,
  kind text not null,
  -- The day from which it holds.
  on_day date not null,
  reason text,
  note text,
  details jsonb not null default '{}',
  account_id uuid references access.account,
  at timestamptz not null
);
create index on clients.case_step (client_id, at desc);
select access.protect('clients.case_step', 'what was done to a case, by whom');

-- Somebody who acts for the person: a guardian, a holder of a mandate.
create table clients.representative (
  id uuid primary key,
  client_id uuid not null references clients.client,
  kind text not null check (kind in ('guardian', 'mandate', 'custodian')),
  name text not null,
  phone text,
  email text,
  valid_from date not null,
  valid_to date,
  check (valid_to >= valid_from)
);
create index on clients.representative (client_id);
select access.protect('clients.representative', 'who acts for a person');

-- A person whose responsibility came from another employment area (PATH-02).
create table clients.arrival (
  id uuid primary key,
  client_id uuid not null references clients.client,
  case_id uuid not null references clients.client_case,
  from_area text not null,
  moved_on date not null,
  brought text[] not null default '{}',
  note text,
  recorded_by uuid not null references access.account,
  recorded_at timestamptz not null
);
create index on clients.arrival (client_id);
select access.protect('clients.arrival', 'from which area a person moved');

-- An invitation to an own account. Only the hash of the code is kept; one that is used, withdrawn or replaced stays as a row.
create table clients.invitation (
  id uuid primary key,
  client_id uuid not null references clients.client,
  code_hash bytea not null unique,
  way text not null check (way in ('mail', 'by-hand')),
  created_at timestamptz not null,
  created_by uuid not null references access.account,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid references access.account,
  withdrawn_at timestamptz,
  withdrawn_by uuid references access.account
);
create index on clients.invitation (client_id, created_at desc);
create unique index one_open_invitation on clients.invitation (client_id) where used_at is null and withdrawn_at is null;
select access.protect('clients.invitation', 'who was invited to an own account');

-- The days of a worker's absence for which another holds the cases. The periods of responsibility themselves say who.
create table clients.cover (
  id uuid primary key,
  account_id uuid not null references access.account,
  substitute_id uuid not null references access.account,
  during daterange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  reason text,
  made_by uuid not null references access.account,
  made_at timestamptz not null,
  ended_on date,
  ended_by uuid references access.account,
  check (account_id <> substitute_id)
);
create index on clients.cover (account_id);
create index on clients.cover (substitute_id);
select access.protect('clients.cover', 'who stands in for whom');
alter table clients.responsibility add column cover_id uuid references clients.cover;
create index on clients.responsibility (cover_id) where cover_id is not null;

-- Who handed whom over to whom, one row a client, so that it can be taken back.
create table clients.hand_over (
  id uuid primary key,
  batch_id uuid not null,
  client_id uuid not null references clients.client,
  case_id uuid not null references clients.client_case,
  from_account uuid not null references access.account,
  from_organisation uuid not null references networks.organisation,
  to_account uuid not null references access.account,
  from_day date not null,
  reason text not null,
  made_by uuid not null references access.account,
  made_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references access.account
);
create index on clients.hand_over (batch_id);
create index on clients.hand_over (client_id);
create index on clients.hand_over (made_by, made_at desc);
select access.protect('clients.hand_over', 'whose case went from whom to whom');

do $$
declare
  name text;
begin
  foreach name in array array['search_period', 'case_step', 'representative', 'arrival', 'invitation', 'hand_over'] loop
    execute format('create policy reading on clients.%I for select to polku_app using (
      (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()))', name);
    execute format('create policy keeping on clients.%I for all to polku_app using (access.is_system()) with check (access.is_system())', name);
  end loop;
end $$;
create policy reading on clients.cover for select to polku_app using (
  (select access.is_system()) or account_id = access.viewer_account() or substitute_id = access.viewer_account());
create policy keeping on clients.cover for all to polku_app using (access.is_system()) with check (access.is_system());

-- Finding people who are alike by name and day of birth, before a person is registered twice.
create index on clients.personal_code (birth_date);
