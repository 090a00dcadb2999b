-- Why a pair stood where it stood when the person was introduced, with everything it was counted from, so that anybody who
-- may see it can count it again (domain/reproduction.ts). The person's and the own workers' to read, the house's to write.
create table matching.kept_result (
  introduction_id uuid primary key references introductions.introduction,
  client_id uuid not null references clients.client,
  vacancy_id uuid not null references vacancies.vacancy,
  kept_at timestamptz not null,
  weights_version integer not null check (weights_version > 0),
  inputs text not null,
  result text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
);
create index on matching.kept_result (client_id, kept_at desc);
select access.protect('matching.kept_result', 'why a person and a job were put together');
create policy reading on matching.kept_result for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy adding on matching.kept_result for insert to polku_app with check (access.is_system());
