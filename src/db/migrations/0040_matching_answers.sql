-- What a person said of a job that was offered: interested, or not for me and why. No right or duty hangs on it.
create table matching.person_answer (
  client_id uuid not null references clients.client,
  vacancy_id uuid not null references vacancies.vacancy,
  answer text not null check (answer in ('interested', 'not-for-me')),
  reason text check (reason in ('distance', 'working-time', 'pay', 'life-situation', 'other-plans', 'not-my-work', 'other')),
  note text,
  answered_at timestamptz not null,
  primary key (client_id, vacancy_id),
  check ((answer = 'not-for-me') or reason is null)
);
create index on matching.person_answer (vacancy_id);
select access.protect('matching.person_answer', 'what a person thinks of a job');
create policy reading on matching.person_answer for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients())
  or (access.viewer_role() = 'business' and consents.may_share('wishes', client_id)));
create policy answering on matching.person_answer for all to polku_app
  using (access.is_system() or access.is_self(client_id)) with check (access.is_system() or access.is_self(client_id));

-- A protected address takes the travel area away from business services, so the engine must hear of it.
create function matching.note_person() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into matching.change (kind, subject) values ('client', new.id::text);
  return null;
end $$;
create trigger matching_change after update of non_disclosure, search_ended_on on clients.client
  for each row execute function matching.note_person();
