-- Local knowledge: dated notes on companies and their jobs, shared by both services (requirements JOB-21).
create table companies.note (
  id uuid primary key,
  company_id uuid not null references companies.company,
  vacancy_id uuid references vacancies.vacancy,
  written_by uuid not null references access.account,
  organisation_id uuid references networks.organisation,
  written_at timestamptz not null,
  text text not null
);
create index on companies.note (company_id, written_at desc);

-- Who moved a need from one state to another, and when.
create table vacancies.step (
  id uuid primary key,
  vacancy_id uuid not null references vacancies.vacancy,
  at timestamptz not null,
  account_id uuid references access.account,
  state text not null check (state in ('found','confirmed','offered','filled','lapsed','published')),
  note text
);
create index on vacancies.step (vacancy_id, at);
create index on vacancies.vacancy (state, verified_on);

-- What belongs to a need is seen by whoever sees the need, and kept by whoever keeps it.
do $$
declare
  part text;
begin
  foreach part in array array['required_skill', 'required_language', 'required_licence', 'step'] loop
    execute format('alter table vacancies.%I enable row level security', part);
    execute format('alter table vacancies.%I force row level security', part);
    execute format('create policy deciding on vacancies.%I for select to current_user using (true)', part);
    execute format('create policy reading on vacancies.%I for select to polku_app using (
      (select access.is_system()) or exists (select from vacancies.vacancy v where v.id = vacancy_id))', part);
    execute format('create policy keeping on vacancies.%I for all to polku_app
      using (access.is_system() or access.viewer_role() = ''business'' or (access.viewer_role() = ''employer''
        and exists (select from vacancies.vacancy v where v.id = vacancy_id and v.company_id = access.viewer_company())))
      with check (access.is_system() or access.viewer_role() = ''business'' or (access.viewer_role() = ''employer''
        and exists (select from vacancies.vacancy v where v.id = vacancy_id and v.company_id = access.viewer_company())))', part);
  end loop;
end $$;
