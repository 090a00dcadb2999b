-- Programmes: what was promised together, by whom, and what each half-year tells of it (requirements A10).
create schema programmes;

create table programmes.programme (
  id uuid primary key,
  kind text not null check (kind in ('employment-programme','regional-programme','strategy')),
  -- Whose programme it is: the secretary sits there.
  organisation_id uuid not null references networks.organisation,
  -- The first day of the half-year from which the coordinators report; none for a programme that nobody reports on.
  reports_from date,
  created_at timestamptz not null
);
create index on programmes.programme (organisation_id);

-- What keeps its identity from version to version, so that links, figures and reports can point at it.
create table programmes.part (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  kind text not null check (kind in ('theme','goal','measure','indicator','coordinator'))
);
create index on programmes.part (programme_id);

-- The whole programme as it was agreed, whole and never changed. In force from a day until the next version.
create table programmes.version (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  number integer not null check (number > 0),
  in_force_from date not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  made_by uuid references access.account,
  reason text,
  content jsonb not null,
  -- SHA-256 of the draft that was loaded: the same file again changes nothing.
  draft_hash text,
  source text,
  unique (programme_id, number),
  unique (programme_id, draft_hash),
  -- A later version never reaches back; only the first may (a document of 2021 loaded in 2026).
  constraint never_reaches_back check (number = 1 or in_force_from >= recorded_on)
);
create index on programmes.version (draft_hash);

-- Who writes for a coordinator, beside everybody in its organisation.
create table programmes.coordinator_account (
  coordinator_id uuid not null references programmes.part,
  account_id uuid not null references access.account,
  valid_from date not null,
  valid_to date,
  named_by uuid references access.account,
  primary key (coordinator_id, account_id, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index on programmes.coordinator_account (account_id);

-- A project or a pilot that carries out a goal or a measure, with the reason.
create table programmes.link (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  part_id uuid not null references programmes.part,
  kind text not null check (kind in ('project','pilot')),
  target_id uuid not null,
  reason text not null,
  linked_on date not null,
  linked_by uuid references access.account,
  unlinked_on date,
  unlinked_by uuid references access.account
);
create index on programmes.link (programme_id);
create index on programmes.link (kind, target_id);
create unique index on programmes.link (part_id, kind, target_id) where unlinked_on is null;

-- Values of indicators that are told and not counted. Not known is a row without a value, never 0.
create table programmes.indicator_value (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  indicator_id uuid not null references programmes.part,
  as_of date not null,
  value numeric,
  evidence text not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  recorded_by uuid references access.account
);
create index on programmes.indicator_value (indicator_id, as_of);

-- What is being written for a goal; the revision finds two who write at once.
create table programmes.goal_draft (
  goal_id uuid not null references programmes.part,
  programme_id uuid not null references programmes.programme,
  period text not null check (period ~ '^\d{4}-[12]$'),
  content jsonb not null,
  revision integer not null,
  saved_at timestamptz not null,
  saved_by uuid not null references access.account,
  primary key (goal_id, period)
);
-- What was reported: each sending stays, the last one counts.
create table programmes.goal_report (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  goal_id uuid not null references programmes.part,
  period text not null check (period ~ '^\d{4}-[12]$'),
  content jsonb not null,
  submitted_at timestamptz not null,
  submitted_on date not null,
  submitted_by uuid not null references access.account,
  coordinator_id uuid references programmes.part
);
create index on programmes.goal_report (programme_id, period);
create index on programmes.goal_report (goal_id, period, submitted_at);

create table programmes.reminder (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  goal_id uuid not null references programmes.part,
  period text not null,
  account_id uuid not null references access.account,
  -- The day's step of the rule; none when a person pressed the button.
  step smallint,
  sent_at timestamptz not null,
  sent_by uuid references access.account
);
create index on programmes.reminder (programme_id, period);
create unique index on programmes.reminder (goal_id, period, account_id, step) where step is not null;

-- The report to the body. Frozen at approval: the document as it was, in every language.
create table programmes.board_report (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  period text not null check (period ~ '^\d{4}-[12]$'),
  state text not null check (state in ('draft','approved')),
  foreword text not null default '',
  revision integer not null default 0,
  changed_at timestamptz not null,
  changed_by uuid references access.account,
  approved_at timestamptz,
  approved_on date,
  approved_by uuid references access.account,
  -- The body, and where its decision stands.
  approving_body text,
  decision_reference text,
  data jsonb,
  data_hash text,
  unique (programme_id, period),
  constraint approved_is_frozen check (
    (state = 'draft') = (approved_at is null)
    and (state = 'draft' or (data is not null and data_hash is not null and approved_on is not null and approving_body is not null)))
);
create function programmes.keep_approved() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state = 'approved' then raise exception 'an approved report is never changed'; end if;
  return coalesce(new, old);
end $$;
create trigger keep_approved before update or delete on programmes.board_report
  for each row execute function programmes.keep_approved();

-- Files of a report, made in the background one by one; of an approved one they are kept for ever.
create table programmes.report_file (
  id uuid primary key,
  report_id uuid not null references programmes.board_report,
  data_hash text not null,
  language text not null check (language in ('fi','sv','en')),
  format text not null check (format in ('pdf','docx')),
  asked_at timestamptz not null,
  asked_by uuid references access.account,
  made_at timestamptz,
  bytes bytea,
  sha256 text,
  error text,
  unique (report_id, data_hash, language, format),
  check ((made_at is null) = (bytes is null))
);
create index on programmes.report_file (asked_at) where made_at is null and error is null;

-- Anybody in a member organisation proposes; the decision and its reason are told to the proposer.
create table programmes.proposal (
  id uuid primary key,
  programme_id uuid not null references programmes.programme,
  goal_id uuid references programmes.part,
  title text not null,
  text text not null,
  proposed_by uuid not null references access.account,
  organisation_id uuid references networks.organisation,
  proposed_at timestamptz not null,
  proposed_on date not null,
  state text not null check (state in ('waiting','accepted','declined','withdrawn')),
  decided_at timestamptz,
  decided_on date,
  decided_by uuid references access.account,
  deciding_body text,
  reason text,
  measure_id uuid references programmes.part,
  constraint decision_has_a_reason check (
    (state in ('waiting') and decided_at is null) or state = 'withdrawn' or (decided_at is not null and length(trim(reason)) > 0))
);
create index on programmes.proposal (programme_id, proposed_at);

-- Rows that name a user: readable by those who work in the network, never by jobseekers, employers or the public.
select access.protect('programmes.coordinator_account', 'who writes for a coordinator');
select access.protect('programmes.goal_draft', 'who is writing a report');
select access.protect('programmes.goal_report', 'who sent a report');
select access.protect('programmes.reminder', 'who was reminded');
select access.protect('programmes.proposal', 'who proposed a measure');
create function programmes.may_read() returns boolean language sql stable
  return access.is_system() or access.is_staff() or access.viewer_role() in ('decision-maker', 'provider');
do $$
declare
  t text;
begin
  foreach t in array array['coordinator_account','goal_draft','goal_report','reminder','proposal'] loop
    execute format('create policy reading on programmes.%I for select to polku_app using ((select programmes.may_read()))', t);
    execute format('create policy keeping on programmes.%I for all to polku_app using ((select programmes.may_read())) with check ((select programmes.may_read()))', t);
  end loop;
end $$;
-- What was sent stays as it was sent.

grant usage on schema programmes to polku_app;
grant select, insert, update, delete on all tables in schema programmes to polku_app;
revoke update, delete on programmes.goal_report, programmes.version, programmes.part from polku_app;
grant execute on all functions in schema programmes to polku_app;
alter default privileges in schema programmes grant select, insert, update, delete on tables to polku_app;
alter default privileges in schema programmes grant usage, select on sequences to polku_app;
