-- Documents that people brought in: the text as it was, who brought it and when, and what came of it. No client stands
-- in them; officials do, in their office, so the text is open only to those who steer (requirements.md A16.6).
create schema intake;

create table intake.document (
  id uuid primary key,
  -- SHA-256 of the file's bytes: the same file is the same document.
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  bytes integer not null check (bytes between 1 and 2097152),
  encoding text not null check (encoding in ('utf-8','utf-16','windows-1252')),
  content text not null,
  -- The kind that was recognised or chosen; null until somebody has chosen.
  kind text check (kind in ('selection-proposal','project-description','board-item','project-presentation','programme')),
  received_at timestamptz not null,
  received_by uuid references access.account,
  organisation_id uuid references networks.organisation,
  imported_at timestamptz,
  imported_by uuid references access.account,
  -- What came of it: [{"room": "projects", "id": "…", "outcome": "new", "name": "…"}]
  outcomes jsonb not null default '[]',
  check (imported_at is null or kind is not null)
);
create index on intake.document (received_at desc, id);

create function intake.works_here() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('project','controller','board','area-manager');

grant usage on schema intake to polku_app;
grant select, insert, update, delete on all tables in schema intake to polku_app;
grant execute on all functions in schema intake to polku_app;

select access.protect('intake.document', 'texts that were brought in; officials stand in them in their office');
create policy reading on intake.document for select to polku_app using (intake.works_here());
create policy keeping on intake.document for all to polku_app using (intake.works_here()) with check (intake.works_here());
