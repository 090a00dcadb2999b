-- A place of a need that somebody was hired to. Taken back, the row stays with the instant; nobody is named in it.
create table vacancies.filled_place (
  id uuid primary key,
  vacancy_id uuid not null references vacancies.vacancy,
  introduction_id uuid not null,
  filled_on date not null,
  noted_at timestamptz not null,
  undone_at timestamptz
);
create index on vacancies.filled_place (vacancy_id);
create unique index one_place_of_introduction on vacancies.filled_place (introduction_id) where undone_at is null;
select access.secure('vacancies.filled_place');
create policy reading on vacancies.filled_place for select to polku_app using (
  (select access.is_system()) or exists (select from vacancies.vacancy v where v.id = vacancy_id));
create policy keeping on vacancies.filled_place for all to polku_app using (access.is_system()) with check (access.is_system());
insert into vacancies.filled_place (id, vacancy_id, introduction_id, filled_on, noted_at)
  select gen_random_uuid(), i.vacancy_id, i.id, coalesce(i.hired_on, i.introduced_on), i.state_since
    from introductions.introduction i where i.state = 'hired';
