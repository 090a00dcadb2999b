-- Files of attachments, votes and dissent, who was disqualified, distribution lists of a body, minutes for all to read.

-- A file may come later than its name, and a changed file is a new version; what was there stays.
alter table governance.attachment add column is_public boolean not null default false;
create table governance.attachment_file (
  id uuid primary key,
  attachment_id uuid not null references governance.attachment,
  version smallint not null check (version > 0),
  file_name text not null,
  media_type text not null,
  bytes integer not null check (bytes between 1 and 20971520),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid references access.account,
  unique (attachment_id, version)
);

-- Kept from the public: the section of law that says so; the public minutes then only mention the item.
alter table governance.item add column secret_basis text check (length(secret_basis) > 0);

-- The proposal (jaa) against a counter-proposal (ei). On a tie the chair's vote decides (Municipalities Act 410/2015, 104 §).
create table governance.vote (
  id uuid primary key,
  item_id uuid not null references governance.item,
  place integer not null,
  proposal text not null,
  counter text not null,
  counter_kind text not null check (counter_kind in ('other-words','reject','table','return')),
  for_count integer not null check (for_count >= 0),
  against_count integer not null check (against_count >= 0),
  blank_count integer not null check (blank_count >= 0),
  absent_count integer not null check (absent_count >= 0),
  chair_choice text check (chair_choice in ('for','against')),
  noted_at timestamptz not null,
  check (for_count <> against_count or chair_choice is not null),
  unique (item_id, place)
);
-- How each seat voted, when it is known by seat.
create table governance.ballot (
  vote_id uuid not null references governance.vote on delete cascade,
  member_id uuid not null references governance.member,
  choice text not null check (choice in ('for','against','blank','absent')),
  primary key (vote_id, member_id)
);
-- Who was disqualified (esteellinen) in an item: not there for its handling, and not counted.
create table governance.disqualified (
  item_id uuid not null references governance.item,
  member_id uuid not null references governance.member,
  why text not null,
  primary key (item_id, member_id)
);
-- A dissenting opinion of a member, or of the presenter when there is no member (410/2015, 106 §).
create table governance.dissent (
  id uuid primary key,
  item_id uuid not null references governance.item,
  member_id uuid references governance.member,
  reasons text,
  noted_at timestamptz not null
);
create unique index on governance.dissent (item_id, member_id) nulls not distinct;

-- A list of receivers that a body uses again; what was given out by it keeps its own marks.
create table governance.distribution_list (
  id uuid primary key,
  body_id uuid not null references governance.body,
  name text not null,
  unique (body_id, name)
);
create table governance.list_entry (
  id uuid primary key,
  list_id uuid not null references governance.distribution_list on delete cascade,
  place integer not null,
  position text not null,
  organisation text,
  account_id uuid references access.account
);
create index on governance.list_entry (list_id, place);

-- Checked minutes as a person let them out: exactly these words, for everybody, until they are taken back.
create table governance.publication (
  id uuid primary key,
  meeting_id uuid not null references governance.meeting,
  body_id uuid not null references governance.body,
  content jsonb not null,
  -- What the check found and the one who published looked at.
  confirmed text[] not null default '{}',
  published_at timestamptz not null,
  published_by uuid references access.account,
  withdrawn_at timestamptz,
  withdrawn_by uuid references access.account,
  check (withdrawn_by is null or withdrawn_at is not null)
);
create unique index on governance.publication (meeting_id) where withdrawn_at is null;
create index on governance.publication (published_at desc);

create function governance.attachment_item(wanted uuid) returns uuid
  language sql stable security definer set search_path = '' as $$ select item_id from governance.attachment where id = wanted $$;
create function governance.vote_item(wanted uuid) returns uuid
  language sql stable security definer set search_path = '' as $$ select item_id from governance.vote where id = wanted $$;
create function governance.list_body(wanted uuid) returns uuid
  language sql stable security definer set search_path = '' as $$ select body_id from governance.distribution_list where id = wanted $$;
-- A public attachment of an open item whose minutes are out.
create function governance.attachment_out(wanted uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from governance.attachment a
    join governance.item i on i.id = a.item_id
    join governance.publication p on p.meeting_id = i.meeting_id and p.withdrawn_at is null
    where a.id = wanted and a.is_public and i.secret_basis is null)
$$;
-- Of a public attachment only the newest version is out.
create function governance.newest_version(attachment uuid) returns smallint
  language sql stable security definer set search_path = '' as $$
  select max(f.version) from governance.attachment_file f where f.attachment_id = attachment
$$;

select access.protect('governance.attachment_file', 'files of an item, which may name officials');
select access.protect('governance.vote', 'how a body voted');
select access.protect('governance.ballot', 'how a seat voted');
select access.protect('governance.disqualified', 'who was disqualified');
select access.protect('governance.dissent', 'who disagreed');
select access.protect('governance.distribution_list', 'to whom decisions are made known');
select access.protect('governance.list_entry', 'to whom decisions are made known');
select access.protect('governance.publication', 'text of minutes, without names; who published');

create policy out on governance.attachment for select to polku_app using (governance.attachment_out(id));
create policy reading on governance.attachment_file for select to polku_app using (
  governance.item_open(governance.attachment_item(attachment_id))
  or (governance.attachment_out(attachment_id) and version = governance.newest_version(attachment_id)));
create policy keeping on governance.attachment_file for all to polku_app
  using (governance.keeps_item(governance.attachment_item(attachment_id)))
  with check (governance.keeps_item(governance.attachment_item(attachment_id)));
do $$
declare
  t text;
begin
  foreach t in array array['vote','disqualified','dissent'] loop
    execute format('create policy reading on governance.%I for select to polku_app using (governance.item_open(item_id))', t);
    execute format('create policy keeping on governance.%I for all to polku_app using (governance.keeps_item(item_id)) with check (governance.keeps_item(item_id))', t);
  end loop;
end $$;
create policy reading on governance.ballot for select to polku_app using (governance.item_open(governance.vote_item(vote_id)));
create policy keeping on governance.ballot for all to polku_app
  using (governance.keeps_item(governance.vote_item(vote_id))) with check (governance.keeps_item(governance.vote_item(vote_id)));
create policy keeping on governance.distribution_list for all to polku_app
  using (governance.keeps(body_id)) with check (governance.keeps(body_id));
create policy keeping on governance.list_entry for all to polku_app
  using (governance.keeps(governance.list_body(list_id))) with check (governance.keeps(governance.list_body(list_id)));
create policy reading on governance.publication for select to polku_app using (withdrawn_at is null or governance.reads());
create policy keeping on governance.publication for all to polku_app
  using (governance.keeps(body_id)) with check (governance.keeps(body_id));
