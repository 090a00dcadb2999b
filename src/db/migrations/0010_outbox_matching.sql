create table outbox.message (
  id uuid primary key,
  created_at timestamptz not null,
  kind text not null,
  payload jsonb not null,
  done_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index on outbox.message (created_at) where done_at is null;
-- What a user is told on the own page; mail goes by the same row.
create table outbox.notification (
  id uuid primary key,
  account_id uuid not null references access.account,
  kind text not null,
  params jsonb not null,
  link text,
  created_at timestamptz not null,
  read_at timestamptz
);
create index on outbox.notification (account_id, created_at desc);
select access.protect('outbox.notification', 'what a user has been told');
select access.protect('outbox.message', 'what is to be told');
create policy reading on outbox.notification for select to polku_app using (access.is_system() or account_id = access.viewer_account());
create policy keeping on outbox.notification for all to polku_app
  using (access.is_system() or account_id = access.viewer_account()) with check (access.is_system());
create policy sending on outbox.message for insert to polku_app with check (true);
create policy keeping on outbox.message for all to polku_app using (access.is_system()) with check (access.is_system());

-- What the matching engine must read again. A reader takes every row whose transaction was not yet finished
-- when it last looked, so that commits in any order are seen.
create table matching.change (
  id bigint generated always as identity primary key,
  xact xid8 not null default pg_current_xact_id(),
  kind text not null check (kind in ('client','vacancy','vocabulary')),
  subject text not null,
  changed_at timestamptz not null default now()
);
create index on matching.change (xact);
create function matching.note_client() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into matching.change (kind, subject) values ('client', coalesce(new.client_id, old.client_id)::text);
  return null;
end $$;
create function matching.note_vacancy() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into matching.change (kind, subject) values ('vacancy', coalesce(to_jsonb(new) ->> 'vacancy_id', to_jsonb(old) ->> 'vacancy_id', to_jsonb(new) ->> 'id', to_jsonb(old) ->> 'id'));
  return null;
end $$;
do $$
declare
  t text;
begin
  foreach t in array array['skills.skill','skills.occupation','skills.language','skills.licence','skills.wish','skills.travel_area','skills.mapping','consents.consent','clients.outcome'] loop
    execute format('create trigger matching_change after insert or update or delete on %s for each row execute function matching.note_client()', t);
  end loop;
  foreach t in array array['vacancies.vacancy','vacancies.required_skill','vacancies.required_language','vacancies.required_licence'] loop
    execute format('create trigger matching_change after insert or update or delete on %s for each row execute function matching.note_vacancy()', t);
  end loop;
end $$;
