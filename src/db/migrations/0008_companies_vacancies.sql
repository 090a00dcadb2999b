create table companies.company (
  id uuid primary key,
  business_id text not null unique,
  name text not null,
  municipality_code text not null,
  industry_code text,
  industry_version text check (industry_version in ('TOL 2008','TOL 2025')),
  size_class text not null check (size_class in ('1-4','5-9','10-19','20-49','50-249','250+','unknown')),
  web text,
  created_at timestamptz not null
);
create index on companies.company using gin (lower(name) gin_trgm_ops);
create table companies.site (
  id uuid primary key,
  company_id uuid not null references companies.company,
  name text not null,
  municipality_code text not null,
  street_address text
);
create table companies.contact (
  id uuid primary key,
  company_id uuid not null references companies.company,
  name text not null,
  position text,
  phone text,
  email text,
  valid_from date not null,
  valid_to date
);
create table companies.visit (
  id uuid primary key,
  company_id uuid not null references companies.company,
  made_by uuid not null references access.account,
  organisation_id uuid not null references networks.organisation,
  visited_on date not null,
  channel text not null default 'on-site' check (channel in ('on-site','phone','remote')),
  note text,
  created_at timestamptz not null
);
create index on companies.visit (company_id, visited_on desc);
-- What makes a company "helped": a logged development action; attendance alone does not (requirements JOB-17).
create table companies.action (
  id uuid primary key,
  company_id uuid not null references companies.company,
  kind text not null check (kind in ('recruitment-help','job-description','training-plan','international-recruitment','location','growth','other')),
  done_on date not null,
  hours numeric(5,2) not null check (hours > 0),
  description text not null,
  result text,
  logged_by uuid not null references access.account,
  organisation_id uuid references networks.organisation,
  logged_at timestamptz not null
);
create index on companies.action (company_id);
create table vacancies.vacancy (
  id uuid primary key,
  company_id uuid not null references companies.company,
  title text not null,
  occupation_uri text references vocabulary.concept,
  openness text not null check (openness in ('hidden','open')),
  state text not null check (state in ('found','confirmed','offered','filled','lapsed','published')),
  certainty text not null check (certainty in ('talk','needed','now')),
  places integer not null default 1 check (places between 1 and 500),
  need text not null,
  municipality_code text not null,
  working_times text[] not null default '{}' check (working_times <@ array['full-time','part-time','day','evening','night','weekend','shift','remote']),
  starts_on date,
  valid_to date not null,
  verified_on date not null,
  source text not null check (source in ('visit','employer','import')),
  visit_id uuid references companies.visit,
  created_by uuid references access.account,
  created_at timestamptz not null
);
create index on vacancies.vacancy (company_id);
create index on vacancies.vacancy (municipality_code);
create table vacancies.required_skill (
  vacancy_id uuid not null references vacancies.vacancy,
  concept_uri text not null references vocabulary.concept,
  essential boolean not null,
  primary key (vacancy_id, concept_uri)
);
create table vacancies.required_language (
  vacancy_id uuid not null references vacancies.vacancy,
  language text not null,
  cefr text not null check (cefr in ('A1','A2','B1','B2','C1','C2')),
  primary key (vacancy_id, language)
);
create table vacancies.required_licence (
  vacancy_id uuid not null references vacancies.vacancy,
  code text not null references vocabulary.licence,
  primary key (vacancy_id, code)
);
alter table consents.consent add foreign key (receiver_company_id) references companies.company;
alter table consents.request add foreign key (company_id) references companies.company;
alter table consents.request add foreign key (vacancy_id) references vacancies.vacancy;
alter table events.attendance add foreign key (company_id) references companies.company;
alter table clients.outcome add foreign key (company_id) references companies.company;
alter table clients.outcome add foreign key (vacancy_id) references vacancies.vacancy;

select access.protect('companies.contact', 'contact persons of companies');
create policy reading on companies.contact for select to polku_app using (
  access.is_system() or access.viewer_role() in ('expert','youth','joint-emp','business','school','area-manager','project')
  or (access.viewer_role() = 'employer' and company_id = access.viewer_company()));
create policy keeping on companies.contact for all to polku_app
  using (access.is_system() or access.viewer_role() = 'business') with check (access.is_system() or access.viewer_role() = 'business');
-- A hidden job is nobody's public search: advisers, the employer itself, and people whose consent to business services is in force.
create function vacancies.sees_hidden() returns boolean
  language sql stable security definer set search_path = '' as $$
  select access.is_system() or access.viewer_role() in ('expert','joint-emp','joint-sote','joint-kela','youth','business','area-manager','project')
    or (access.viewer_role() = 'client' and exists (select from consents.consent k
      where k.client_id = access.viewer_client() and k.step = 1 and consents.in_force(k)))
$$;
alter table vacancies.vacancy enable row level security;
alter table vacancies.vacancy force row level security;
create policy deciding on vacancies.vacancy for select to current_user using (true);
create policy reading on vacancies.vacancy for select to polku_app using (
  openness = 'open' or (select vacancies.sees_hidden()) or (access.viewer_role() = 'employer' and company_id = access.viewer_company()));
create policy keeping on vacancies.vacancy for all to polku_app
  using (access.is_system() or access.viewer_role() = 'business' or (access.viewer_role() = 'employer' and company_id = access.viewer_company()))
  with check (access.is_system() or access.viewer_role() = 'business' or (access.viewer_role() = 'employer' and company_id = access.viewer_company()));
