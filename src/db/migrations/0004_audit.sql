-- Entries are written in the transaction that reads or writes; the chain is sealed over them in batches.
-- Neither is ever changed: the application's role may only add, and a trigger refuses everybody else too.
create table audit.entry (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  role text not null,
  organisation_id uuid,
  company_id uuid,
  action text not null,
  purpose text not null,
  subjects uuid[] not null,
  outcome text not null check (outcome in ('permitted','denied','refused')),
  reason text,
  details jsonb not null default '{}'
);
create index on audit.entry using gin (subjects);
create index on audit.entry (at);
create table audit.chain (
  seq bigint primary key,
  entry_id uuid not null unique references audit.entry,
  hash bytea not null
);
-- Entries not yet under the chain, so that sealing never searches the whole log.
create table audit.pending (entry_id uuid primary key references audit.entry);
create function audit.await_seal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into audit.pending (entry_id) values (new.id);
  return null;
end $$;
create trigger awaits_seal after insert on audit.entry for each row execute function audit.await_seal();
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to' using errcode = 'insufficient_privilege';
end $$;
create trigger only_added before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger only_added before update or delete on audit.chain for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on audit.entry execute function audit.refuse_change();
create trigger never_emptied before truncate on audit.chain execute function audit.refuse_change();
select access.protect('audit.entry', 'who read or changed whose data');
create policy adding on audit.entry for insert to polku_app with check (true);
create policy reading on audit.entry for select to polku_app using (
  access.is_system() or access.viewer_role() = 'dpo'
  or (access.viewer_role() = 'access-admin' and (account_id = access.viewer_account() or action like 'access.%'))
  or (access.viewer_role() = 'client' and subjects @> array[access.viewer_client()])
);
