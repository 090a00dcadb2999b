-- During a worker's absence a substitute sees and works with the cases too; the absent worker answers for them all the time,
-- so that a client who comes during the absence has the substitute too, and no period of responsibility is ever cut for it.
drop view if exists clients.path_step cascade;
drop index clients.responsibility_cover_id_idx;
alter table clients.responsibility drop column cover_id;
-- Why somebody is away is nobody's business.
alter table clients.cover drop column reason;
-- The first day without it: ended early, or taken back before it began. Said once.
alter table clients.cover add column days daterange not null generated always as (
  daterange(lower(during), greatest(lower(during), least(upper(during), coalesce(ended_on, upper(during)))))) stored;
alter table clients.cover add constraint one_substitute_at_a_time exclude using gist (account_id with =, days with &&);
create function clients.cover_only_ends() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null or (new.account_id, new.substitute_id, new.during, new.made_by, new.made_at)
      is distinct from (old.account_id, old.substitute_id, old.during, old.made_by, old.made_at) then
    raise exception 'an absence is ended, never written over' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger only_ends before update on clients.cover for each row execute function clients.cover_only_ends();

-- Whose cases the viewer works with today: the own, and those of the workers for whom the viewer stands in.
create function access.stands_for() returns uuid[]
  language sql stable security definer set search_path = '' as $$
  select array_append(array(select c.account_id from clients.cover c
    where c.substitute_id = access.viewer_account() and c.days @> access.today()), access.viewer_account())
$$;
create or replace function access.case_clients() returns setof uuid
  language plpgsql stable security definer set search_path = '' rows 150 as $$
declare
  viewer uuid;
  workers uuid[];
  today date;
begin
  if access.held_under('caseload:read') is not null then
    viewer := access.viewer_account();
    workers := access.stands_for();
    today := access.today();
    return query select r.client_id from clients.responsibility r
      where r.account_id = any (workers)
        and (lower_inf(r.during) or lower(r.during) <= today) and (upper_inf(r.during) or upper(r.during) > today)
        and not exists (select from access.conflict c where c.account_id = viewer and c.client_id = r.client_id);
  end if;
end $$;
create or replace function access.facts_about(client uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'exists', exists (select from clients.client c where c.id = client),
    'caseWorker', exists (select from clients.responsibility r where r.client_id = client
      and r.account_id = any (access.stands_for()) and r.during @> access.today()),
    'conflict', exists (select from access.conflict c where c.client_id = client and c.account_id = access.viewer_account()),
    'nonDisclosure', access.is_protected(client),
    'addressGrant', access.has_address_grant(client),
    'consents', coalesce((
      select jsonb_agg(jsonb_build_object(
        'step', k.step, 'fields', k.fields,
        'receiverOrganisationId', k.receiver_organisation_id, 'receiverCompanyId', k.receiver_company_id,
        'attendingCompanyIds', coalesce((select jsonb_agg(a.company_id) from events.attendance a
          where a.event_id = k.receiver_event_id and a.company_id = access.viewer_company()), '[]'),
        'eventClosesAt', e.closes_at, 'givenAt', k.given_at, 'validTo', k.valid_to, 'withdrawnAt', k.withdrawn_at,
        'base', case when b.id is null then null else
          jsonb_build_object('givenAt', b.given_at, 'validTo', b.valid_to, 'withdrawnAt', b.withdrawn_at) end))
      from consents.consent k
      left join events.event e on e.id = k.receiver_event_id
      left join consents.consent b on b.id = k.under_id
      where k.client_id = client and (
        k.receiver_organisation_id = access.viewer_organisation() or k.receiver_company_id = access.viewer_company()
        or exists (select from events.attendance a where a.event_id = k.receiver_event_id and a.company_id = access.viewer_company()))
    ), '[]'))
$$;
-- Who stands in for whom is read by the two, by whoever set it, and by whoever may see a case of the absent worker.
alter policy reading on clients.cover using ((select access.is_system()) or made_by = access.viewer_account()
  or account_id = access.viewer_account() or substitute_id = access.viewer_account()
  or account_id in (select r.account_id from clients.responsibility r));
-- A duty is done on the day it was held, also an earlier one; whether the person came, and when it was written down.
alter table clients.task add column attended boolean, add column done_at timestamptz;
