-- Bodies, their members on any day, meetings, items with every part of a municipal board's item (document 001), decisions,
-- commitments as facts of their own, and who has been told.
create schema governance;
grant usage on schema governance to polku_app;
alter default privileges in schema governance grant select, insert, update, delete on tables to polku_app;
alter default privileges in schema governance grant execute on functions to polku_app;

create table governance.body (
  id uuid primary key,
  kind text not null check (kind in ('council','municipal-board','committee','leadership-group','steering-group','joint-body','working-group')),
  names jsonb not null,
  organisation_id uuid references networks.organisation,
  -- The municipality by name as its document gives it, when the organisation is not in the network.
  municipality text,
  parent_id uuid references governance.body,
  -- Who appoints the body and on whose proposal (004:37).
  appointed_by text,
  -- Voting members that must be present; absent = more than half of them.
  quorum integer check (quorum > 0),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index on governance.body (parent_id);
-- One body may hold several roles at a time (MUL-03), never the same one twice.
create table governance.mandate (
  id uuid primary key,
  body_id uuid not null references governance.body,
  role text not null check (role in ('employment-authority','programme-board','joint-service-board','project-steering','municipal-executive','preparation')),
  task text not null,
  basis text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (body_id with =, role with =, daterange(valid_from, valid_to, '[]') with &&)
);
-- A member by position and organisation. When it was known is kept beside when it is true, so that a view of any day as
-- it was known on any later day stays what it was.
create table governance.member (
  id uuid primary key,
  body_id uuid not null references governance.body,
  capacity text not null check (capacity in ('chair','vice-chair','member','deputy','expert','secretary')),
  position text not null,
  organisation_id uuid references networks.organisation,
  organisation text,
  account_id uuid references access.account,
  deputy_for uuid references governance.member,
  valid_from date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references access.account,
  valid_to date,
  end_recorded_at timestamptz,
  mistaken_at timestamptz,
  check (valid_to is null or valid_to >= valid_from),
  check ((valid_to is null) = (end_recorded_at is null)),
  exclude using gist (body_id with =, account_id with =, capacity with =, daterange(valid_from, valid_to, '[]') with &&)
    where (account_id is not null and mistaken_at is null)
);
create index on governance.member (body_id);
create index on governance.member (account_id);
create table governance.meeting (
  id uuid primary key,
  body_id uuid not null references governance.body,
  number text,
  held_on date not null,
  begins_at text check (begins_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  place text,
  state text not null check (state in ('planned','called','held','checked')),
  called_on date,
  -- Unknown for minutes that say only that they have been checked.
  checked_on date,
  -- Others who were present, as the minutes name them by position.
  also_present text[] not null default '{}',
  made_at timestamptz not null,
  made_by uuid references access.account
);
create index on governance.meeting (body_id, held_on desc);
create table governance.attendance (
  meeting_id uuid not null references governance.meeting,
  member_id uuid not null references governance.member,
  presence text not null check (presence in ('present','absent','remote')),
  primary key (meeting_id, member_id)
);
create table governance.item (
  id uuid primary key,
  meeting_id uuid not null references governance.meeting,
  body_id uuid not null references governance.body,
  place integer not null,
  section integer,
  heading text not null,
  language text not null default 'fi' check (language in ('fi','sv','en')),
  register_numbers text[] not null default '{}',
  -- In which of its roles the body handles the item (MUL-03).
  mandate_role text check (mandate_role in ('employment-authority','programme-board','joint-service-board','project-steering','municipal-executive','preparation')),
  state text not null check (state in ('draft','proposed','decided','notified')),
  result text check (result in ('accepted','accepted-changed','rejected','tabled','returned')),
  decided_on date,
  notified_on date,
  -- The item that this one goes on with, when it was tabled or returned.
  continues_id uuid references governance.item,
  preparers jsonb not null default '[]',
  presenter jsonb,
  source text,
  content_hash text unique,
  made_at timestamptz not null,
  made_by uuid references access.account,
  check ((state in ('decided','notified')) = (decided_on is not null)),
  check ((decided_on is null) = (result is null)),
  unique (meeting_id, place) deferrable initially deferred
);
create unique index on governance.item (meeting_id, section) where section is not null;
create index on governance.item (body_id, decided_on desc);
create index on governance.item using gin (register_numbers);
create table governance.part (
  id uuid primary key,
  item_id uuid not null references governance.item,
  place integer not null,
  kind text not null check (kind in ('preparer','background','legal-basis','attachments','presenter','proposal','handling','decision','distribution','appeal','other')),
  title text,
  text text not null,
  source_line integer,
  raw text,
  unique (item_id, place) deferrable initially deferred
);
-- One outcome of an item: noting and deciding are two (GOV-02). The decision is what others point at.
create table governance.decision (
  id uuid primary key,
  item_id uuid not null references governance.item,
  place integer not null,
  kind text not null check (kind in ('note','decide','propose-onward')),
  proposed text not null,
  decided text,
  source_line integer,
  raw text,
  unique (item_id, place)
);
create table governance.money (
  id uuid primary key,
  item_id uuid not null references governance.item,
  place integer not null,
  cents bigint not null,
  about text not null,
  source_line integer,
  raw text
);
create index on governance.money (item_id);
-- A promise with its own day; the decision that confirms it comes later, or never (F-15, ARE-12).
create table governance.commitment (
  id uuid primary key,
  item_id uuid references governance.item,
  body_id uuid not null references governance.body,
  text text not null,
  made_on date not null,
  channel text not null check (channel in ('email','letter','meeting','phone','other')),
  cents bigint,
  condition text,
  decision_id uuid references governance.decision,
  settled text check (settled in ('met','lapsed')),
  settled_on date,
  settled_note text,
  source_line integer,
  raw text,
  check ((settled is null) = (settled_on is null)),
  check (settled is null or condition is not null)
);
create index on governance.commitment (item_id);
create index on governance.commitment (body_id);
-- What a decision settles in another room: a condition of funding, a participation, a proposal. By kind and id, with the
-- words and the page that the other room gives.
create table governance.settles (
  decision_id uuid not null references governance.decision,
  kind text not null check (length(kind) between 1 and 50),
  target_id uuid not null,
  label text not null,
  link text,
  noted_at timestamptz not null,
  primary key (decision_id, kind, target_id)
);
create index on governance.settles (kind, target_id);
create table governance.attachment (
  id uuid primary key,
  item_id uuid not null references governance.item,
  place integer not null,
  name text not null,
  -- Of the file's bytes; absent when only its being there is known.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  source_line integer,
  raw text
);
create index on governance.attachment (item_id);
-- To whom a decision is made known, with the marks of sending and reading (COM-08).
create table governance.receiver (
  id uuid primary key,
  item_id uuid not null references governance.item,
  place integer not null,
  position text not null,
  organisation text,
  account_id uuid references access.account,
  sent_at timestamptz,
  read_at timestamptz,
  -- Whether the receiver marked it, or the secretary for a receiver outside.
  read_noted_by text check (read_noted_by in ('receiver','secretary')),
  source_line integer,
  raw text,
  check (read_at is null or sent_at is not null),
  check ((read_at is null) = (read_noted_by is null))
);
create index on governance.receiver (item_id);
create index on governance.receiver (account_id) where read_at is null;

-- Who may read what the bodies do: officials and decision-makers; not jobseekers, employers or a body of the outer world.
create function governance.reads() returns boolean language sql stable parallel safe
  return access.is_system() or access.is_staff() or access.viewer_role() in ('decision-maker','provider');
-- A seat of the viewer's own in force today.
create function governance.sits(body uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from governance.member m where m.body_id = body and m.account_id = access.viewer_account()
    and m.mistaken_at is null and access.today() between m.valid_from and coalesce(m.valid_to, 'infinity'))
$$;
create function governance.keeps(body uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select access.is_system() or (access.viewer_role() in ('board','project') and exists (
    select from governance.member m where m.body_id = body and m.account_id = access.viewer_account() and m.capacity = 'secretary'
    and m.mistaken_at is null and access.today() between m.valid_from and coalesce(m.valid_to, 'infinity')))
$$;
-- A draft is the body's own until it is proposed. Asked by id, so that no policy reads a table whose policy reads it back.
create function governance.item_body(wanted uuid) returns uuid
  language sql stable security definer set search_path = '' as $$ select body_id from governance.item where id = wanted $$;
create function governance.item_open(wanted uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select governance.reads() and (i.state <> 'draft' or access.is_system() or governance.sits(i.body_id))
  from governance.item i where i.id = wanted
$$;
create function governance.keeps_item(wanted uuid) returns boolean language sql stable
  return governance.keeps(governance.item_body(wanted));

select access.protect('governance.body', 'no person; kept by its secretary');
select access.protect('governance.mandate', 'no person; kept by its secretary');
select access.protect('governance.member', 'who sits in a body');
select access.protect('governance.meeting', 'when a body meets');
select access.protect('governance.attendance', 'who was present');
select access.protect('governance.item', 'officials named in an item');
select access.protect('governance.part', 'text of an item, which may name officials');
select access.protect('governance.decision', 'text of a decision');
select access.protect('governance.money', 'text of an item, which may name officials');
select access.protect('governance.commitment', 'promises given for a body');
select access.protect('governance.settles', 'what a decision settles elsewhere');
select access.protect('governance.attachment', 'names of attachments');
select access.protect('governance.receiver', 'who has read a decision');

create policy reading on governance.body for select to polku_app using ((select governance.reads()));
create policy founding on governance.body for insert to polku_app with check (access.is_system());
create policy keeping on governance.body for update to polku_app using (governance.keeps(id)) with check (governance.keeps(id));
do $$
declare
  t text;
begin
  foreach t in array array['mandate','member','meeting'] loop
    execute format('create policy reading on governance.%I for select to polku_app using ((select governance.reads()))', t);
    execute format('create policy keeping on governance.%I for all to polku_app using (governance.keeps(body_id)) with check (governance.keeps(body_id))', t);
  end loop;
  foreach t in array array['part','decision','money','attachment'] loop
    execute format('create policy reading on governance.%I for select to polku_app using (governance.item_open(item_id))', t);
    execute format('create policy keeping on governance.%I for all to polku_app using (governance.keeps_item(item_id)) with check (governance.keeps_item(item_id))', t);
  end loop;
end $$;
create policy reading on governance.attendance for select to polku_app using ((select governance.reads()));
create policy keeping on governance.attendance for all to polku_app
  using (exists (select from governance.meeting m where m.id = meeting_id and governance.keeps(m.body_id)))
  with check (exists (select from governance.meeting m where m.id = meeting_id and governance.keeps(m.body_id)));
create policy reading on governance.item for select to polku_app using (
  (select governance.reads()) and (state <> 'draft' or (select access.is_system()) or governance.sits(body_id)));
create policy keeping on governance.item for all to polku_app using (governance.keeps(body_id)) with check (governance.keeps(body_id));
create policy reading on governance.commitment for select to polku_app using ((select governance.reads()));
create policy keeping on governance.commitment for all to polku_app using (governance.keeps(body_id)) with check (governance.keeps(body_id));
create policy reading on governance.settles for select to polku_app using ((select governance.reads()));
create policy keeping on governance.settles for all to polku_app using (access.is_system()) with check (access.is_system());
-- The receiver sees and marks the own row, whatever the role; the secretary keeps the list.
create policy reading on governance.receiver for select to polku_app using (
  account_id = access.viewer_account() or governance.item_open(item_id));
create policy marking on governance.receiver for update to polku_app
  using (account_id = access.viewer_account() and sent_at is not null)
  with check (account_id = access.viewer_account() and read_noted_by = 'receiver');
create policy keeping on governance.receiver for all to polku_app using (governance.keeps_item(item_id)) with check (governance.keeps_item(item_id));
