-- Who shares what with whom at this instant, as one set: lists and the matching read it, instead of asking row by row.
-- The fields are those that really open: a protected address closes the places whatever the consent says.
create function consents.sharing(of_clients uuid[]) returns table (
  consent_id uuid, client_id uuid, step smallint, under_id uuid,
  receiver_organisation_id uuid, receiver_company_id uuid, receiver_event_id uuid,
  attending_company_ids uuid[], fields text[], until timestamptz)
  language sql stable security definer set search_path = '' rows 200 as $$
  select * from (
    select k.id, k.client_id, k.step, k.under_id, k.receiver_organisation_id, k.receiver_company_id, k.receiver_event_id,
      coalesce((select array_agg(a.company_id order by a.company_id) from events.attendance a where a.event_id = k.receiver_event_id
        and (access.viewer_role() <> 'employer' or a.company_id = access.viewer_company())), '{}') as attending,
      case when c.non_disclosure
        then array(select f from unnest(k.fields) f where f not in ('contact', 'municipality', 'travel-area'))
        else k.fields end as open_fields,
      least(k.valid_to, b.valid_to, e.closes_at) as until
    from consents.consent k
    join clients.client c on c.id = k.client_id
    left join consents.consent b on b.id = k.under_id and b.client_id = k.client_id and b.step = 1
    left join events.event e on e.id = k.receiver_event_id
    where k.client_id = any (coalesce(of_clients, array(select distinct everybody.client_id from consents.consent everybody)))
      and k.withdrawn_at is null and k.given_at <= access.instant() and access.instant() < k.valid_to
      and (k.step = 1 or (b.id is not null and b.withdrawn_at is null and b.given_at <= access.instant() and access.instant() < b.valid_to))
      and (k.receiver_event_id is null or access.instant() < e.closes_at)
      and case
            when access.is_system() then true
            when access.viewer_role() = 'business' then (k.step = 1 and k.receiver_organisation_id = access.viewer_organisation())
              or (k.step = 2 and exists (select from consents.consent own where own.client_id = k.client_id and own.step = 1
                and own.receiver_organisation_id = access.viewer_organisation() and consents.in_force(own)))
            when access.viewer_role() = 'employer' then k.step = 2 and (k.receiver_company_id = access.viewer_company()
              or exists (select from events.attendance a where a.event_id = k.receiver_event_id and a.company_id = access.viewer_company()))
            else access.is_self(k.client_id) or k.client_id in (select access.case_clients())
          end
      and not exists (select from access.conflict f where f.account_id = access.viewer_account() and f.client_id = k.client_id)
  ) s where cardinality(s.open_fields) > 0
$$;

-- A nameless profile has a sign that is the same for the same receiver every time, differs between receivers, and cannot
-- be computed from the person's id: the key is made once in each database and no viewer reads it.
create table consents.alias_key (key bytea primary key);
insert into consents.alias_key (key) values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
select access.protect('consents.alias_key', 'key of the signs of nameless profiles');
create function consents.alias(client uuid, receiver uuid) returns text
  language sql stable security definer set search_path = '' as $$
  select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', get_byte(s.hash, i) % 32 + 1, 1), '' order by i)
    from (select sha256(k.key || convert_to(receiver::text || client::text, 'UTF8')) as hash from consents.alias_key k) s,
      generate_series(0, 3) i
$$;

-- A business adviser may ask, and see whom the person has agreed to, by any field shared and not by the skills alone.
drop policy reading on consents.consent;
create policy reading on consents.consent for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()) or access.viewer_role() = 'dpo'
  or (access.viewer_role() = 'business' and receiver_organisation_id = access.viewer_organisation())
  or (access.viewer_role() = 'business' and step = 2 and consents.shares_any(client_id))
  or (access.viewer_role() = 'employer' and receiver_company_id = access.viewer_company()));
drop policy asking on consents.request;
create policy asking on consents.request for insert to polku_app with check (
  access.is_system() or (access.viewer_role() = 'business' and organisation_id = access.viewer_organisation() and consents.shares_any(client_id)));

-- What was disclosed stays as it was; only its destruction is asked for and confirmed, each once.
create function consents.refuse_disclosure_change() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'destruction_asked_at' - 'destruction_confirmed_at') <> (to_jsonb(old) - 'destruction_asked_at' - 'destruction_confirmed_at')
     or (old.destruction_asked_at is not null and new.destruction_asked_at is distinct from old.destruction_asked_at)
     or (old.destruction_confirmed_at is not null and new.destruction_confirmed_at is distinct from old.destruction_confirmed_at) then
    raise exception 'a disclosure is not changed afterwards' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_destroyed before update on consents.disclosure for each row execute function consents.refuse_disclosure_change();
create index on consents.disclosure (holder_id) where form = 'print' and destruction_confirmed_at is null;
