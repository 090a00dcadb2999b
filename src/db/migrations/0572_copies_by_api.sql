-- What was given to another system is asked back as paper is. The system that took it is its credential, and the person is
-- known there by the id that it was given (`copy_of`). When the person is destroyed here, the row is cut from the person:
-- what is left says that a paper or a copy is still out, until its destruction has been confirmed.
alter table consents.disclosure
  add column credential_id uuid references access.api_credential,
  add column copy_of uuid,
  alter column client_id drop not null,
  alter column consent_id drop not null,
  add check ((client_id is null) = (consent_id is null)),
  add check (client_id is not null or destruction_asked_at is not null);
create index on consents.disclosure (credential_id, copy_of) where copy_of is not null;
create or replace function consents.refuse_disclosure_change() returns trigger language plpgsql as $$
declare
  changing constant text[] := '{destruction_asked_at,destruction_confirmed_at,copy_of}';
  cut constant text[] := '{client_id,consent_id,fields}';
  is_cut constant boolean := old.client_id is not null and new.client_id is null and new.consent_id is null and cardinality(new.fields) = 0;
begin
  if (to_jsonb(new) - changing - cut) <> (to_jsonb(old) - changing - cut)
     or (not is_cut and (new.client_id, new.consent_id, new.fields) is distinct from (old.client_id, old.consent_id, old.fields))
     or (new.copy_of is distinct from old.copy_of and (new.copy_of is not null or new.client_id is not null or new.destruction_confirmed_at is null))
     or (old.destruction_asked_at is not null and new.destruction_asked_at is distinct from old.destruction_asked_at)
     or (old.destruction_confirmed_at is not null and new.destruction_confirmed_at is distinct from old.destruction_confirmed_at) then
    raise exception 'a disclosure is not changed afterwards' using errcode = 'check_violation';
  end if;
  return new;
end $$;
