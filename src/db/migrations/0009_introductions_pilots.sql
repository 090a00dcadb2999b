create table introductions.introduction (
  id uuid primary key,
  client_id uuid not null references clients.client,
  vacancy_id uuid not null references vacancies.vacancy,
  company_id uuid not null references companies.company,
  consent_id uuid not null references consents.consent,
  introduced_by uuid not null references access.account,
  organisation_id uuid not null references networks.organisation,
  introduced_at timestamptz not null,
  introduced_on date not null,
  message text,
  state text not null check (state in ('waiting','interview','hired','not-chosen','withdrawn')),
  state_since timestamptz not null,
  reason text check (reason in ('skills-missing','licence-missing','language','working-time','distance','filled-otherwise','need-ended','other','client-withdrew','consent-withdrawn')),
  answer_note text,
  interview_on date,
  hired_on date,
  unique (client_id, vacancy_id)
);
create index on introductions.introduction (company_id, state);
create index on introductions.introduction (introduced_by);
create table introductions.step (
  id uuid primary key,
  introduction_id uuid not null references introductions.introduction,
  client_id uuid not null references clients.client,
  at timestamptz not null,
  account_id uuid references access.account,
  state text not null,
  reason text,
  note text
);
create index on introductions.step (introduction_id, at);
create table introductions.reminder (
  introduction_id uuid not null references introductions.introduction,
  working_day smallint not null check (working_day in (2, 5, 6)),
  sent_on date not null,
  primary key (introduction_id, working_day)
);
alter table clients.outcome add foreign key (introduction_id) references introductions.introduction;
-- The employer sees an introduction only while the person shares something with it at this instant.
create function introductions.visible(client uuid, company uuid, organisation uuid) returns boolean language sql stable
  return access.is_system() or access.is_self(client) or client in (select access.case_clients())
    or (access.viewer_role() = 'business' and organisation = access.viewer_organisation() and consents.shares_any(client))
    or (access.viewer_role() = 'employer' and company = access.viewer_company() and consents.shares_any(client));
select access.protect('introductions.introduction', 'who was introduced where');
select access.protect('introductions.step', 'what became of an introduction');
create policy reading on introductions.introduction for select to polku_app using (introductions.visible(client_id, company_id, organisation_id));
create policy introducing on introductions.introduction for insert to polku_app with check (
  access.is_system() or (introduced_by = access.viewer_account() and introductions.visible(client_id, company_id, organisation_id)));
create policy moving on introductions.introduction for update to polku_app using (introductions.visible(client_id, company_id, organisation_id));
create policy reading on introductions.step for select to polku_app using (
  exists (select from introductions.introduction i where i.id = introduction_id));
create policy adding on introductions.step for insert to polku_app with check (
  exists (select from introductions.introduction i where i.id = introduction_id));

create table pilots.pilot (
  id uuid primary key,
  names jsonb not null,
  organisation_id uuid not null references networks.organisation,
  starts_on date not null,
  ends_on date not null,
  size_target integer not null,
  employed_target integer not null,
  companies_target integer not null,
  source text not null
);
create table pilots.picking (
  id uuid primary key,
  pilot_id uuid not null references pilots.pilot,
  made_by uuid not null references access.account,
  made_at timestamptz not null,
  seed integer not null,
  size integer not null,
  weights jsonb not null
);
create table pilots.pick (
  picking_id uuid not null references pilots.picking,
  client_id uuid not null references clients.client,
  chosen boolean not null,
  rank integer not null,
  points integer not null,
  reasons jsonb not null,
  primary key (picking_id, client_id)
);
create table pilots.member (
  pilot_id uuid not null references pilots.pilot,
  client_id uuid not null references clients.client,
  picking_id uuid references pilots.picking,
  invited_on date not null,
  joined_on date,
  declined_on date,
  left_on date,
  reason text,
  primary key (pilot_id, client_id)
);
create index on pilots.member (client_id);
select access.protect('pilots.pick', 'who was picked and why');
select access.protect('pilots.member', 'who takes part');
create policy reading on pilots.pick for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy adding on pilots.pick for insert to polku_app with check (access.is_system());
create policy reading on pilots.member for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy keeping on pilots.member for all to polku_app
  using (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()))
  with check (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()));
