-- The facts that bind the present viewer to a person, as they stand; the rules over them are in src/access.
create function access.facts_about(client uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'exists', exists (select from clients.client c where c.id = client),
    'caseWorker', exists (select from clients.responsibility r where r.client_id = client
      and r.account_id = access.viewer_account() and r.during @> access.today()),
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
