-- What the area says of itself in the privacy notice and the accessibility statement. A change is a new row; the newest is shown.
create table privacy.statement (
  id uuid primary key,
  kind text not null check (kind in ('privacy', 'accessibility')),
  content jsonb not null,
  said_at timestamptz not null
);
create index on privacy.statement (kind, said_at desc);
select access.protect('privacy.statement', 'none: what the area says of itself in public');
create policy public on privacy.statement for select to polku_app using (true);
create policy saying on privacy.statement for insert to polku_app
  with check (access.is_system() or access.held_under('statements:write') = 'always');
grant select, insert on privacy.statement to polku_app;
