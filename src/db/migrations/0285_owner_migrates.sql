-- Row-level security is forced on the owner of the tables too, whom access.protect lets read and nothing more. A migration
-- that moves rows must write them as well, in a database with people in it. It stands here, before the first that does.

-- Lets the owner write while it migrates (src/db/migrate.ts says so for the transaction), on every table that forces the rules.
create function access.let_owner_migrate() returns void language plpgsql set search_path = '' as $$
declare
  target regclass;
begin
  for target in
    select c.oid::regclass from pg_catalog.pg_class c
     where c.relforcerowsecurity and pg_catalog.pg_get_userbyid(c.relowner) = current_user
       and not exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid and p.polname = 'migrating') loop
    execute format(
      'create policy migrating on %s for all to %I using (pg_catalog.current_setting(''polku.migrating'', true) = ''yes'')',
      target, current_user);
  end loop;
end $$;
revoke execute on function access.let_owner_migrate() from public;

create or replace function access.protect(target regclass, personal text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy deciding on %s for select to %I using (true)', target, current_user);
  execute format('comment on table %s is %L', target, 'personal data: ' || personal);
  perform access.let_owner_migrate();
end $$;
select access.let_owner_migrate();
