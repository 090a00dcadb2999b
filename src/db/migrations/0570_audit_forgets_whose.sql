-- The log keeps for ever what was done, and whose data it was only as long as the person is known to the service: each id in
-- an entry is sealed with a salt of its own, and the chain runs over the seals. Forgetting puts the seal in the salt's place
-- and takes the id away; the chain verifies as before, and from the seal nobody finds the id. Why so: docs/adr/0057.
-- `salts` are first the doer's, then the subjects' in their order. Entries from before have none, and keep their ids.
alter table audit.entry add column salts uuid[], add check (cardinality(salts) = cardinality(subjects) + 1);

-- The id that stands where one has been forgotten.
create function audit.nobody() returns uuid language sql immutable parallel safe
  return '00000000-0000-0000-0000-000000000000'::uuid;
create function audit.seal(salt uuid, id uuid) returns uuid language sql immutable parallel safe
  return encode(substring(sha256(uuid_send(salt) || uuid_send(id)) for 16), 'hex')::uuid;

-- The reason that was given for opening a file stands in the entry in somebody's own words about the person: they go with the
-- person, who is the first subject of such an entry.
create function audit.without_words(details jsonb, salt uuid) returns jsonb language sql immutable parallel safe
  return case when jsonb_typeof(details #> '{stated,words}') = 'string' then jsonb_set(details, '{stated,words}',
    jsonb_build_object('sealed', encode(sha256(uuid_send(salt) || convert_to(details #>> '{stated,words}', 'UTF8')), 'hex'))) else details end;

-- Is the change nothing but a forgetting, place by place?
create function audit.only_forgets(o audit.entry, n audit.entry) returns boolean language sql immutable as $$
  select o.salts is not null
    and to_jsonb(n) - '{account_id,subjects,salts,details}'::text[] = to_jsonb(o) - '{account_id,subjects,salts,details}'::text[]
    and n.details = case when n.subjects[1] is distinct from o.subjects[1] then audit.without_words(o.details, o.salts[2]) else o.details end
    and cardinality(n.subjects) = cardinality(o.subjects) and cardinality(n.salts) = cardinality(o.salts)
    and not exists (
      select from unnest(array_prepend(o.account_id, o.subjects), o.salts, array_prepend(n.account_id, n.subjects), n.salts)
        as p (id, salt, id_after, salt_after)
       where not ((p.id is not distinct from p.id_after and p.salt = p.salt_after)
         or (p.id is not null and p.id <> audit.nobody() and p.id_after = audit.nobody() and p.salt_after = audit.seal(p.salt, p.id))))
$$;
create or replace function audit.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'entry' and tg_op = 'UPDATE' then
    if audit.only_forgets(old, new) then return new; end if;
  end if;
  raise exception 'the audit log is only ever added to' using errcode = 'insufficient_privilege';
end $$;

-- Takes these ids out of the log. Returns in how many places they stood, and in how many of those they have to stay.
create function audit.forget(ids uuid[]) returns table (forgotten integer, left_there integer)
  language plpgsql security definer set search_path = '' as $$
begin
  select coalesce(sum(places) filter (where salted), 0), coalesce(sum(places) filter (where not salted), 0) into forgotten, left_there
    from (select e.salts is not null as salted,
            (e.account_id = any (ids) and e.account_id is not null)::integer
              + (select count(*) from unnest(e.subjects) s where s = any (ids)) as places
            from audit.entry e where e.subjects && ids or e.account_id = any (ids)) found;
  perform set_config('polku.migrating', 'yes', true);
  update audit.entry e set
      account_id = case when e.account_id = any (ids) then audit.nobody() else e.account_id end,
      subjects = array(select case when s.id = any (ids) then audit.nobody() else s.id end
        from unnest(e.subjects) with ordinality s (id, place) order by s.place),
      salts = array(select case when p.id = any (ids) then audit.seal(p.salt, p.id) else p.salt end
        from unnest(array_prepend(e.account_id, e.subjects), e.salts) with ordinality p (id, salt, place) order by p.place),
      details = case when e.subjects[1] = any (ids) then audit.without_words(e.details, e.salts[2]) else e.details end
    where e.salts is not null and (e.subjects && ids or e.account_id = any (ids));
  perform set_config('polku.migrating', '', true);
  return next;
end $$;
revoke execute on function audit.forget(uuid[]) from public, polku_app;
create index on audit.entry (account_id);
