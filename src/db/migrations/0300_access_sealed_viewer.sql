-- Who is asking is said once a transaction, under a signature that only the application can make, and sealed in a number
-- that lives in the connection and that only `access.enter` writes. A setting that somebody else has set is nobody.
-- Why so, and what remains: docs/adr, "The database believes only a signed viewer".
create table access.viewer_key (key bytea not null check (length(key) = 128));
create unique index only_one on access.viewer_key ((true));
insert into access.viewer_key (key)
  select decode(string_agg(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'), ''), 'hex')
    from generate_series(1, 4);
select access.protect('access.viewer_key', 'none; the key by which viewers are named');
do $$ begin execute format('create policy keeping on access.viewer_key for all to %I using (true)', current_user); end $$;
revoke all on access.viewer_key from polku_app;

create unlogged sequence access.viewer_seal minvalue -9223372036854775808;
revoke all on sequence access.viewer_seal from polku_app;
grant select on sequence access.viewer_seal to polku_app;

-- What a signature is bound to: this connection and this transaction. Signed for one, it is worth nothing in another.
create function access.transaction_mark() returns text language sql stable
  return pg_backend_pid() || '/' || (extract(epoch from now()) * 1000000)::bigint;
create function access.seal_of(viewer text) returns bigint language sql stable
  return ('x' || encode(substring(sha256(timestamptz_send(now()) || convert_to(viewer, 'UTF8')) for 8), 'hex'))::bit(64)::bigint;
-- The viewer is `account|role|organisation|client|company|instant`; the signature is nested SHA-256 under the two halves of the key.
create function access.enter(viewer text, signature bytea) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  k bytea := (select v.key from access.viewer_key v);
begin
  if signature is distinct from
     sha256(substring(k from 65) || sha256(substring(k for 64) || convert_to(access.transaction_mark() || '|' || viewer, 'UTF8'))) then
    raise exception 'this viewer is not signed for this transaction' using errcode = 'invalid_authorization_specification';
  end if;
  perform set_config('polku.viewer', viewer, true), setval('access.viewer_seal', access.seal_of(viewer));
end $$;
-- The viewer as it was signed, or nobody.
create function access.viewer() returns text
  language plpgsql stable parallel restricted as $$
declare
  said text := nullif(current_setting('polku.viewer', true), '');
begin
  if said is null or currval('access.viewer_seal') <> access.seal_of(said) then return null; end if;
  return said;
end $$;

create or replace function access.viewer_account() returns uuid language sql stable parallel restricted
  return nullif(split_part(access.viewer(), '|', 1), '')::uuid;
create or replace function access.viewer_role() returns text language sql stable parallel restricted
  return nullif(split_part(access.viewer(), '|', 2), '');
create or replace function access.viewer_organisation() returns uuid language sql stable parallel restricted
  return nullif(split_part(access.viewer(), '|', 3), '')::uuid;
create or replace function access.viewer_client() returns uuid language sql stable parallel restricted
  return nullif(split_part(access.viewer(), '|', 4), '')::uuid;
create or replace function access.viewer_company() returns uuid language sql stable parallel restricted
  return nullif(split_part(access.viewer(), '|', 5), '')::uuid;
create or replace function access.instant() returns timestamptz language sql stable parallel restricted
  return coalesce(nullif(split_part(access.viewer(), '|', 6), '')::timestamptz, now());
-- The person whose own data this is.
create function access.viewer_self() returns uuid language sql stable parallel restricted
  return case when split_part(access.viewer(), '|', 2) = 'client' then nullif(split_part(access.viewer(), '|', 4), '')::uuid end;
create or replace function access.is_self(client uuid) returns boolean language sql stable parallel restricted
  return client = (select access.viewer_self());
drop function access.setting(text);

-- What is the same for every row is asked once a query: every function without arguments in a rule becomes
-- `(select f())`. Called after each migration (src/db/migrate.ts), so that no rule is forgotten.
create function access.ask_once() returns void language plpgsql as $ask$
declare
  rule record;
  once constant text := '(?<!SELECT )\m([a-z]+\.[a-z_]+\(\))';
  own constant text := '\maccess\.is_self\(((?:[a-z_]+\.)?[a-z_]+)\)';
begin
  for rule in select * from (
      select schemaname, tablename, policyname, qual, with_check,
             regexp_replace(regexp_replace(qual, own, '(\1 = (select access.viewer_self()))', 'g'), once, '(select \1)', 'g') as qual_once,
             regexp_replace(regexp_replace(with_check, own, '(\1 = (select access.viewer_self()))', 'g'), once, '(select \1)', 'g') as check_once
        from pg_policies where schemaname not in ('pgboss', 'public')) p
     where (qual, with_check) is distinct from (qual_once, check_once) loop
    execute format('alter policy %I on %I.%I', rule.policyname, rule.schemaname, rule.tablename)
      || coalesce(' using (' || rule.qual_once || ')', '') || coalesce(' with check (' || rule.check_once || ')', '');
  end loop;
end $ask$;
revoke execute on function access.ask_once() from public, polku_app;

-- An entry of the log is written by whoever is asking, at the instant of asking; the house writes for others (sign-ins).
alter policy adding on audit.entry with check ((select access.is_system()) or (
  account_id is not distinct from (select access.viewer_account()) and role = (select access.viewer_role())
  and organisation_id is not distinct from (select access.viewer_organisation())
  and company_id is not distinct from (select access.viewer_company()) and at = (select access.instant())));
-- Links of the chain are the house's alone.
select access.protect('audit.chain', 'none; links of the log');
select access.protect('audit.pending', 'none; entries that await their link');
do $$ begin execute format('create policy awaiting on audit.pending for insert to %I with check (true)', current_user); end $$;
create policy sealing on audit.chain for insert to polku_app with check ((select access.is_system()));
create policy reading on audit.chain for select to polku_app using ((select access.is_system()));
create policy sealing on audit.pending for delete to polku_app using ((select access.is_system()));
create policy reading on audit.pending for select to polku_app using ((select access.is_system()));
