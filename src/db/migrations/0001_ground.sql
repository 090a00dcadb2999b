-- Roles of the database, and the functions by which row-level security knows who is asking.
-- polku_app reads and writes rows under row-level security; polku_reports reads published facts only.
do $$
begin
  if not exists (select from pg_roles where rolname = 'polku_app') then create role polku_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'polku_reports') then create role polku_reports nologin; end if;
end $$;

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema access;
create schema audit;
create schema networks;
create schema areas;
create schema clients;
create schema vocabulary;
create schema skills;
create schema consents;
create schema companies;
create schema vacancies;
create schema events;
create schema matching;
create schema introductions;
create schema pilots;
create schema insight;
create schema outbox;

-- The collation is chosen by testing the order (z < å < ä < ö), not by its name: ICU's 'fi' sorts wrongly
-- in the embedded database, tailored rules do not exist before PostgreSQL 16.
do $$
declare
  candidate text;
  sorted text;
begin
  foreach candidate in array array[
    $c$create collation kernel_finnish (provider = icu, locale = 'fi')$c$,
    $c$create collation kernel_finnish (provider = icu, locale = 'und', rules = '& z < å <<< Å < ä <<< Ä < ö <<< Ö')$c$
  ] loop
    begin
      execute candidate;
      execute $q$select string_agg(l, '' order by l collate kernel_finnish) from unnest(array['ö','a','å','z','ä','v','w']) l$q$ into sorted;
      if sorted = 'avwzåäö' then exit; end if;
      execute 'drop collation kernel_finnish';
    exception when feature_not_supported or invalid_parameter_value or syntax_error or undefined_object then
      null;
    end;
  end loop;
  if not exists (select from pg_collation where collname = 'kernel_finnish') then
    raise exception 'no collation of this server sorts Finnish rightly';
  end if;
end $$;

create function access.setting(name text) returns text
  language sql stable parallel safe
  return nullif(current_setting('polku.' || name, true), '');

create function access.viewer_account() returns uuid language sql stable parallel safe return access.setting('account')::uuid;
create function access.viewer_role() returns text language sql stable parallel safe return access.setting('role');
create function access.viewer_organisation() returns uuid language sql stable parallel safe return access.setting('organisation')::uuid;
create function access.viewer_client() returns uuid language sql stable parallel safe return access.setting('client')::uuid;
create function access.viewer_company() returns uuid language sql stable parallel safe return access.setting('company')::uuid;

-- The instant of the reading, given by the application's clock so that tests can stand on any day.
create function access.instant() returns timestamptz
  language sql stable parallel safe
  return coalesce(access.setting('instant')::timestamptz, now());
create function access.today() returns date
  language sql stable parallel safe
  return (access.instant() at time zone 'Europe/Helsinki')::date;

-- The system itself: background work and loading. Few callers; see src/access/viewer-handle.ts.
create function access.is_system() returns boolean language sql stable parallel safe return access.viewer_role() = 'system';
create function access.is_staff() returns boolean language sql stable parallel safe
  return access.viewer_role() in ('expert','joint-emp','joint-sote','joint-kela','youth','immigrant-adviser','business','school',
    'area-manager','board','project','controller','comms','analyst','dpo','access-admin');

-- Owner's eyes for the security-definer functions that decide, and nothing else.
create function access.protect(target regclass, personal text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy deciding on %s for select to %I using (true)', target, current_user);
  execute format('comment on table %s is %L', target, 'personal data: ' || personal);
end $$;
