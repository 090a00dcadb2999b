-- Figures of people go out as releases: tables of a day, which passed their audit and are never changed afterwards. What was
-- not told stands as a row without a number; the truth behind it is not kept here.
create schema releases;
grant usage on schema releases to polku_app;

create table releases.release (
  id uuid primary key,
  -- What was counted: `pilot:<id>`, `project:<id>`, `supply:<organisation>`, `area`.
  subject text not null check (length(subject) > 0),
  -- The first day that is no longer in it; it tells what had happened before this day.
  day date not null,
  made_at timestamptz not null,
  -- Sums and inequalities that hold between the counts, as anybody knows them.
  relations jsonb not null,
  -- What is told besides counts of people.
  details jsonb not null,
  unique (subject, day)
);
select access.protect('releases.release', 'none: what was published of counts, and when');
create policy publishing on releases.release for all to polku_app
  using (access.is_system()) with check (access.is_system());

create table releases.told (
  release_id uuid not null references releases.release,
  key text not null check (length(key) > 0),
  told integer check (told >= 0),
  primary key (release_id, key)
);
select access.protect('releases.told', 'none: published counts; a hidden one has no number here either');
create policy publishing on releases.told for all to polku_app
  using (access.is_system()) with check (access.is_system());

grant select, insert on releases.release, releases.told to polku_app;

create function releases.stays() returns trigger language plpgsql as $$
begin
  raise exception 'A release is never changed' using errcode = '55000';
end $$;
create trigger stays before update or delete on releases.release for each row execute function releases.stays();
create trigger stays before update or delete on releases.told for each row execute function releases.stays();
