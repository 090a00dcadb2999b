create table consents.notice (
  id uuid primary key,
  purpose text not null check (purpose in ('business-services','named-employer','event')),
  version integer not null,
  texts jsonb not null,
  valid_from date not null,
  valid_to date,
  unique (purpose, version)
);
create table events.event (
  id uuid primary key,
  names jsonb not null,
  kind text not null check (kind in ('regional','occupation','virtual','school','information','forum')),
  held_on date not null,
  closes_at timestamptz not null,
  municipality_code text,
  organiser_id uuid references networks.organisation,
  cost_cents bigint
);
create table events.attendance (
  event_id uuid not null references events.event,
  company_id uuid not null,
  primary key (event_id, company_id)
);
-- Step 1: business services of one organisation. Step 2: a named employer or one event; it lives only while
-- the step 1 that it stands on is in force (document 003:125).
create table consents.consent (
  id uuid primary key,
  client_id uuid not null references clients.client,
  step smallint not null check (step in (1, 2)),
  under_id uuid,
  notice_id uuid not null references consents.notice,
  notice_language text not null check (notice_language in ('fi','sv','en')),
  receiver_organisation_id uuid references networks.organisation,
  receiver_company_id uuid,
  receiver_event_id uuid references events.event,
  fields text[] not null check (cardinality(fields) > 0 and fields <@ array['name','contact','municipality','education','skills','languages','licences','wishes','travel-area']),
  given_at timestamptz not null,
  given_how text not null check (given_how in ('own-account','in-person','mandate')),
  given_by uuid not null references access.account,
  mandate_note text,
  valid_to timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references access.account,
  check (num_nonnulls(receiver_organisation_id, receiver_company_id, receiver_event_id) = 1),
  check ((step = 1) = (receiver_organisation_id is not null)),
  check ((step = 2) = (under_id is not null)),
  check (valid_to > given_at),
  unique (id, client_id),
  foreign key (under_id, client_id) references consents.consent (id, client_id)
);
create index on consents.consent (client_id);
create index on consents.consent (receiver_organisation_id) where withdrawn_at is null;
create index on consents.consent (receiver_company_id) where withdrawn_at is null;
create index on consents.consent (receiver_event_id) where withdrawn_at is null;
-- Withdrawal is final for that consent, and a consent is never changed in any other way.
create function consents.refuse_change() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or (to_jsonb(new) - 'withdrawn_at' - 'withdrawn_by') <> (to_jsonb(old) - 'withdrawn_at' - 'withdrawn_by') then
    raise exception 'a consent is only ever withdrawn, once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_withdrawn before update on consents.consent for each row execute function consents.refuse_change();
create table consents.request (
  id uuid primary key,
  client_id uuid not null references clients.client,
  company_id uuid not null,
  vacancy_id uuid,
  asked_by uuid not null references access.account,
  organisation_id uuid not null references networks.organisation,
  asked_at timestamptz not null,
  message text,
  answer text check (answer in ('given','refused')),
  answered_at timestamptz
);
create index on consents.request (client_id) where answer is null;
create table consents.disclosure (
  id uuid primary key,
  client_id uuid not null references clients.client,
  consent_id uuid not null references consents.consent,
  form text not null check (form in ('screen','print','api')),
  fields text[] not null,
  disclosed_at timestamptz not null,
  holder_id uuid references access.account,
  destruction_asked_at timestamptz,
  destruction_confirmed_at timestamptz
);
create index on consents.disclosure (client_id, disclosed_at desc);
create index on consents.disclosure (consent_id);

create function consents.in_force(k consents.consent) returns boolean
  language sql stable security definer set search_path = '' as $$
  select k.withdrawn_at is null and k.given_at <= access.instant() and access.instant() < k.valid_to
    and (k.step = 1 or exists (select from consents.consent base where base.id = k.under_id
      and base.step = 1 and base.withdrawn_at is null and base.given_at <= access.instant() and access.instant() < base.valid_to))
    and (k.receiver_event_id is null or exists (select from events.event e where e.id = k.receiver_event_id and access.instant() < e.closes_at))
$$;
-- The consent, in force at this instant, by which the viewer may see this field of this person.
create function consents.shares(client uuid, field text) returns boolean
  language sql stable security definer set search_path = '' cost 500 as $$
  select exists (
    select from consents.consent k
     where k.client_id = client and field = any (k.fields)
       and case access.viewer_role()
             when 'business' then k.step = 1 and k.receiver_organisation_id = access.viewer_organisation()
             when 'employer' then k.step = 2 and (k.receiver_company_id = access.viewer_company()
               or exists (select from events.attendance a where a.event_id = k.receiver_event_id and a.company_id = access.viewer_company()))
             else false end
       and consents.in_force(k))
    and not (field in ('contact', 'municipality', 'travel-area') and access.is_protected(client))
    and not exists (select from access.conflict c where c.account_id = access.viewer_account() and c.client_id = client)
$$;
create function consents.shares_any(client uuid) returns boolean language sql stable
  return consents.shares(client, 'name') or consents.shares(client, 'skills') or consents.shares(client, 'languages')
    or consents.shares(client, 'licences') or consents.shares(client, 'wishes') or consents.shares(client, 'education')
    or consents.shares(client, 'municipality') or consents.shares(client, 'contact') or consents.shares(client, 'travel-area');
create function consents.may_share(field text, client uuid) returns boolean language sql stable
  return access.viewer_role() in ('business', 'employer') and consents.shares(client, field);

select access.protect('consents.consent', 'what a person lets others know');
select access.protect('consents.request', 'what a person has been asked');
select access.protect('consents.disclosure', 'to whom data was shown');
create policy reading on consents.consent for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()) or access.viewer_role() = 'dpo'
  or (access.viewer_role() = 'business' and receiver_organisation_id = access.viewer_organisation())
  or (access.viewer_role() = 'business' and step = 2 and consents.may_share('skills', client_id))
  or (access.viewer_role() = 'employer' and receiver_company_id = access.viewer_company()));
create policy giving on consents.consent for insert to polku_app with check (
  access.is_system() or access.is_self(client_id) or (client_id in (select access.case_clients()) and given_how in ('in-person','mandate')));
create policy withdrawing on consents.consent for update to polku_app
  using (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy reading on consents.request for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients())
  or (access.viewer_role() = 'business' and organisation_id = access.viewer_organisation()));
create policy asking on consents.request for insert to polku_app with check (
  access.is_system() or (access.viewer_role() in ('business') and consents.shares(client_id, 'skills')) or client_id in (select access.case_clients()));
create policy answering on consents.request for update to polku_app
  using (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy reading on consents.disclosure for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()) or access.viewer_role() = 'dpo'
  or holder_id = access.viewer_account());
create policy adding on consents.disclosure for insert to polku_app with check (
  access.is_system() or holder_id = access.viewer_account());
create policy confirming on consents.disclosure for update to polku_app
  using (access.is_system() or holder_id = access.viewer_account() or access.is_self(client_id));

-- Rows of clients, now that consent is known.
select access.protect('clients.client', 'a person in a service relation');
select access.protect('clients.name', 'name');
select access.protect('clients.personal_code', 'identity code and birth date');
select access.protect('clients.contact', 'phone, e-mail, address');
select access.protect('clients.home', 'home municipality');
select access.protect('clients.education', 'education');
select access.protect('clients.client_case', 'service relation');
select access.protect('clients.responsibility', 'who is responsible for whom');
select access.protect('clients.note', 'case notes');
select access.protect('clients.task', 'duties');
select access.protect('clients.outcome', 'outcomes');
create policy reading on clients.client for select to polku_app using (
  (select access.is_system()) or access.is_self(id) or id in (select access.case_clients()));
create policy keeping on clients.client for all to polku_app
  using (access.is_system() or id in (select access.case_clients())) with check (access.is_system() or id in (select access.case_clients()));
create policy reading on clients.name for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()) or consents.may_share('name', client_id));
create policy keeping on clients.name for all to polku_app
  using (access.is_system() or client_id in (select access.case_clients())) with check (access.is_system() or client_id in (select access.case_clients()));
create policy reading on clients.personal_code for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy keeping on clients.personal_code for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on clients.contact for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id)
  or (client_id in (select access.case_clients()) and (not access.is_protected(client_id) or access.has_address_grant(client_id)))
  or consents.may_share('contact', client_id));
create policy keeping on clients.contact for all to polku_app
  using (access.is_system() or access.is_self(client_id) or (client_id in (select access.case_clients()) and (not access.is_protected(client_id) or access.has_address_grant(client_id))))
  with check (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy reading on clients.home for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id)
  or (client_id in (select access.case_clients()) and (not access.is_protected(client_id) or access.has_address_grant(client_id)))
  or consents.may_share('municipality', client_id));
create policy keeping on clients.home for all to polku_app
  using (access.is_system() or (client_id in (select access.case_clients()) and (not access.is_protected(client_id) or access.has_address_grant(client_id))))
  with check (access.is_system() or client_id in (select access.case_clients()));
create policy reading on clients.education for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()) or consents.may_share('education', client_id));
create policy keeping on clients.education for all to polku_app
  using (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()))
  with check (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy reading on clients.client_case for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy keeping on clients.client_case for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on clients.responsibility for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy keeping on clients.responsibility for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on clients.note for select to polku_app using (
  (select access.is_system()) or (sensitivity = 'ordinary' and (access.is_self(client_id) or client_id in (select access.case_clients())))
  or (sensitivity = 'sensitive' and (access.is_self(client_id) or (author_id = access.viewer_account() and client_id in (select access.case_clients())))));
create policy writing on clients.note for insert to polku_app with check (
  access.is_system() or (client_id in (select access.case_clients()) and author_id = access.viewer_account()));
create policy reading on clients.task for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy keeping on clients.task for all to polku_app
  using (access.is_system() or client_id in (select access.case_clients())) with check (access.is_system() or client_id in (select access.case_clients()));
create policy reading on clients.outcome for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy recording on clients.outcome for insert to polku_app with check (
  access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()));
