-- Records past their time: who proposed that they go, who else confirmed it, and what is held back. What belongs to which
-- class and what happens to it is declared in src/modules/privacy/db/retention-classes.ts and stands here as rows, made by
-- `npm run docs` (views/privacy_retention.sql).
create table privacy.retention_class (
  code text primary key,
  -- The records of the class whose clock has started: `subject_id`, `since`.
  ended text not null
);
create table privacy.retention_act (
  class text not null,
  place integer not null,
  table_name text not null,
  -- Of the subjects $1, their own accounts $2, the ids that stand for them in notices $3 and their names $4.
  condition text not null,
  -- What is written over; without it the row goes.
  change text,
  primary key (class, place)
);
select access.secure('privacy.retention_class');
select access.secure('privacy.retention_act');

create table privacy.proposal (
  id uuid primary key,
  class text not null,
  -- Records whose clock started before this day had passed their time when they were proposed.
  before date not null,
  reason text not null,
  subjects integer not null check (subjects > 0),
  proposed_by uuid not null references access.account,
  proposed_at timestamptz not null,
  decision text check (decision in ('confirmed', 'refused', 'withdrawn')),
  decided_by uuid references access.account,
  decided_at timestamptz,
  decided_because text,
  -- How far the work has come: carried out, left because something had changed or stood in the way; rows by table.
  done integer not null default 0,
  left_there integer not null default 0,
  rows jsonb not null default '{}',
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (decision is distinct from 'refused' or decided_because is not null),
  constraint another_confirms check (decision not in ('confirmed', 'refused') or decided_by <> proposed_by),
  constraint the_proposer_withdraws check (decision is distinct from 'withdrawn' or decided_by = proposed_by)
);
-- Which record; gone when it has been carried out or left.
create table privacy.proposal_item (
  proposal_id uuid not null references privacy.proposal,
  subject_id uuid not null,
  since date not null,
  primary key (proposal_id, subject_id)
);
create index on privacy.proposal_item (subject_id);
-- A record that stays although its time has passed: why, and until when.
create table privacy.hold (
  id uuid primary key,
  class text not null,
  subject_id uuid not null,
  reason text not null check (reason in ('appeal', 'request', 'research', 'other')),
  note text,
  until date not null,
  set_by uuid not null references access.account,
  set_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references access.account,
  check ((ended_at is null) = (ended_by is null)),
  check (reason <> 'other' or note is not null)
);
create unique index one_hold on privacy.hold (class, subject_id) where ended_at is null;
create index on privacy.hold (subject_id);
select access.protect('privacy.proposal', 'who proposed and who confirmed that records go');
select access.protect('privacy.proposal_item', 'which record is to go');
select access.protect('privacy.hold', 'why a record is kept longer');

create policy reading on privacy.proposal for select to polku_app using (access.holds('retention:review'));
create policy proposing on privacy.proposal for insert to polku_app
  with check (access.holds('retention:review') and proposed_by = access.viewer_account() and decision is null);
create policy deciding_another on privacy.proposal for update to polku_app
  using (access.holds('retention:review') and decision is null)
  with check (access.holds('retention:review') and decided_by = access.viewer_account());
create policy reading on privacy.proposal_item for select to polku_app using (access.holds('retention:review'));
create policy proposing on privacy.proposal_item for insert to polku_app with check (access.holds('retention:review')
  and exists (select from privacy.proposal p where p.id = proposal_id and p.decision is null and p.proposed_by = access.viewer_account()));
-- Held back or not decided for: the record is no longer in it.
create policy removing on privacy.proposal_item for delete to polku_app using (access.holds('retention:review')
  and exists (select from privacy.proposal p where p.id = proposal_id and p.decision is distinct from 'confirmed'));
create policy reading on privacy.hold for select to polku_app
  using (access.holds('retention:review') or subject_id = access.viewer_self());
create policy holding on privacy.hold for insert to polku_app
  with check (access.holds('retention:review') and set_by = access.viewer_account() and ended_at is null);
create policy ending on privacy.hold for update to polku_app
  using (access.holds('retention:review') and ended_at is null)
  with check (access.holds('retention:review') and ended_by = access.viewer_account());
grant select, insert on privacy.proposal, privacy.proposal_item, privacy.hold to polku_app;
grant delete on privacy.proposal_item to polku_app;
grant update (decision, decided_by, decided_at, decided_because) on privacy.proposal to polku_app;
grant update (ended_at, ended_by) on privacy.hold to polku_app;

-- An account whose person has been forgotten; the row stays for what points to it.
alter table access.account add column anonymised_at timestamptz;

-- The records of a class whose clock has started, or these of them.
create function privacy.ended(of_class text, these uuid[]) returns table (subject_id uuid, since date)
  language plpgsql stable security definer set search_path = '' as $$
declare
  query text := (select c.ended from privacy.retention_class c where c.code = of_class);
begin
  if query is null or not access.holds('retention:review') then return; end if;
  return query execute format('select e.subject_id, e.since from (%s) e where $1 is null or e.subject_id = any ($1)', query) using these;
end $$;
-- Accounts that are these persons' alone.
create function privacy.own_accounts(persons uuid[]) returns uuid[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(own.account_id), '{}') from (
    select r.account_id from access.role_assignment r
     where r.account_id in (select mine.account_id from access.role_assignment mine where mine.client_id = any (persons))
     group by r.account_id having bool_and(coalesce(r.client_id = any (persons), false))) own
$$;
-- The ids by which notices and addresses point to these persons.
create function privacy.own_ids(persons uuid[]) returns text[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(found.id::text), '{}') from (
    select unnest(persons) as id
    union select unnest(privacy.own_accounts(persons))
    union select id from introductions.introduction where client_id = any (persons)
    union select id from consents.consent where client_id = any (persons)
    union select id from consents.request where client_id = any (persons)
    union select id from consents.disclosure where client_id = any (persons)
    union select id from clients.task where client_id = any (persons)
    union select id from clients.outcome where client_id = any (persons)
    union select id from access.opening where client_id = any (persons)
    union select id from access.address_grant where client_id = any (persons)
    union select id from access.grant_request where client_id = any (persons)
    union select id from privacy.request where client_id = any (persons)) found
$$;
create function privacy.own_names(persons uuid[]) returns text[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(n.given_name || ' ' || n.family_name), '{}') from clients.name n where n.client_id = any (persons)
$$;
-- Does a text point to one of these ids?
create function privacy.tells_of(said text, ids text[]) returns boolean language sql immutable parallel safe as $$
  select exists (select from regexp_matches(said, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') m where m[1] = any (ids))
$$;
revoke execute on function privacy.own_accounts(uuid[]), privacy.own_ids(uuid[]), privacy.own_names(uuid[]) from public;

-- How many rows of each table would go or be written over.
create function privacy.would_go(of_class text, persons uuid[]) returns table (table_name text, act text, rows bigint)
  language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  accounts uuid[] := privacy.own_accounts(persons);
  ids text[] := privacy.own_ids(persons);
  names text[] := privacy.own_names(persons);
  one record;
begin
  if not access.holds('retention:review') then return; end if;
  for one in select a.table_name, a.condition, a.change from privacy.retention_act a where a.class = of_class order by a.place loop
    table_name := one.table_name;
    act := case when one.change is null then 'destroy' else 'anonymise' end;
    execute format('select count(*) from %s where %s', one.table_name, one.condition) into rows using persons, accounts, ids, names;
    return next;
  end loop;
end $$;

-- Carries out what two people have decided for one record, whole or not at all. Nothing else in the service can remove
-- these rows: the house calls it for an item of a confirmed proposal, and it looks itself whether the record is still past
-- its time and not held. Returns what was done, or that the record was left.
create function privacy.carry_out(of_proposal uuid, of_subject uuid) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  decided record;
  persons uuid[] := array[of_subject];
  accounts uuid[];
  ids text[];
  names text[];
  one record;
  touched bigint;
  went jsonb := '{}';
  places record;
begin
  if not access.is_system() then raise exception 'only the house carries out' using errcode = 'insufficient_privilege'; end if;
  perform set_config('polku.migrating', 'yes', true);
  select p.* into decided from privacy.proposal p join privacy.proposal_item i on i.proposal_id = p.id and i.subject_id = of_subject
    where p.id = of_proposal and p.decision = 'confirmed' for update of p, i;
  if not found then raise exception 'nobody has confirmed it' using errcode = 'insufficient_privilege'; end if;
  perform from clients.client c where c.id = of_subject for update;
  delete from privacy.proposal_item i where i.subject_id = of_subject and i.proposal_id = of_proposal;
  if not exists (select from privacy.ended(decided.class, persons) e where e.since < decided.before)
     or privacy.is_held(decided.class, of_subject) then
    update privacy.proposal p set left_there = p.left_there + 1 where p.id = of_proposal;
    perform set_config('polku.migrating', '', true);
    return jsonb_build_object('class', decided.class, 'left', true);
  end if;
  accounts := privacy.own_accounts(persons);
  ids := privacy.own_ids(persons);
  names := privacy.own_names(persons);
  for one in select a.table_name, a.condition, a.change from privacy.retention_act a where a.class = decided.class order by a.place loop
    execute case when one.change is null then format('delete from %s where %s', one.table_name, one.condition)
      else format('update %s set %s where %s', one.table_name, one.change, one.condition) end using persons, accounts, ids, names;
    get diagnostics touched = row_count;
    if touched > 0 then
      went := went || jsonb_build_object(one.table_name, coalesce((went ->> one.table_name)::bigint, 0) + touched);
    end if;
  end loop;
  -- What is kept of people in memory is read anew; a change that named the person would stay here for a day.
  if decided.class = 'client' then insert into matching.change (kind, subject) values ('vocabulary', 'a person is gone'); end if;
  -- Another proposal may name the record too.
  delete from privacy.proposal_item i where i.subject_id = of_subject;
  update privacy.proposal p set done = p.done + 1, rows = (
      select jsonb_object_agg(s.key, s.sum) from (
        select e.key, sum(e.value::bigint) from (select * from jsonb_each_text(p.rows) union all select * from jsonb_each_text(went)) e (key, value)
         group by e.key) s (key, sum))
    where p.id = of_proposal;
  perform set_config('polku.migrating', '', true);
  if decided.class = 'client' then select * into places from audit.forget(persons || accounts);
  else select 0 as forgotten, 0 as left_there into places;
  end if;
  return jsonb_build_object('class', decided.class, 'left', false, 'rows', (select coalesce(sum(v::bigint), 0) from jsonb_each_text(went) as e (k, v)),
    'forgotten', places.forgotten, 'stays', places.left_there);
end $$;

-- Held by somebody until a day, or by what is still open between the person and the area: a request about the own data.
create function privacy.is_held(of_class text, of_subject uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select access.holds('retention:review')
    and (exists (select from privacy.hold h where h.class = of_class and h.subject_id = of_subject and h.ended_at is null and h.until >= access.today())
      or exists (select from privacy.request r where r.client_id = of_subject and r.answer is null))
$$;
-- What stood in the way is noted, and the work goes on with the next.
create function privacy.leave(of_proposal uuid, of_subject uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not access.is_system() then raise exception 'only the house carries out' using errcode = 'insufficient_privilege'; end if;
  perform set_config('polku.migrating', 'yes', true);
  delete from privacy.proposal_item i where i.proposal_id = of_proposal and i.subject_id = of_subject;
  update privacy.proposal p set left_there = p.left_there + 1 where p.id = of_proposal;
  perform set_config('polku.migrating', '', true);
end $$;
