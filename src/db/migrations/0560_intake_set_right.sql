-- What a person says of a place of a text before it is imported: what a value is, that it is none, that it is left out, or
-- what a line that nobody understood is. The words of the document stay as they are.
create table intake.set_right (
  document_id uuid not null references intake.document on delete cascade,
  line integer not null check (line >= 1),
  -- The path of a value, or the name of a place (`goals.+`); empty for the line itself.
  path text not null check (length(path) <= 200),
  act text not null check (act in ('is','not-this','left-out')),
  -- What it is, as it was typed.
  words text check (length(words) <= 20000),
  -- What the reader had read there.
  was text check (length(was) <= 20000),
  said_at timestamptz not null,
  said_by uuid references access.account,
  primary key (document_id, line, path),
  check ((act = 'is') = (words is not null)),
  check (act = 'left-out' or path <> '')
);
grant select, insert, update, delete on intake.set_right to polku_app;
select access.protect('intake.set_right', 'what people set right in texts before import; who said it and when');
create policy reading on intake.set_right for select to polku_app using (intake.works_here());
create policy keeping on intake.set_right for all to polku_app using (intake.works_here()) with check (intake.works_here());

-- Imports that were undone: what had come, who undid it and when.
create table intake.undone (
  id uuid primary key,
  document_id uuid not null references intake.document on delete cascade,
  -- As `outcomes` of the document was.
  outcomes jsonb not null,
  undone_at timestamptz not null,
  undone_by uuid references access.account
);
create index on intake.undone (document_id, undone_at);
grant select, insert, update, delete on intake.undone to polku_app;
select access.protect('intake.undone', 'imports that were undone; who undid them and when');
create policy reading on intake.undone for select to polku_app using (intake.works_here());
create policy keeping on intake.undone for all to polku_app using (intake.works_here()) with check (intake.works_here());

-- What it takes to undo an import: what was made or stood there before, and marks of what it left.
alter table intake.document add column undoing jsonb;

-- What came of a document whose import is undone goes with it; nothing else removes a version or the names of its parts.
grant delete on programmes.version, programmes.part to polku_app;
create policy undoing on programmes.version for delete to polku_app using (access.is_system() and draft_hash is not null);
create policy undoing on programmes.part for delete to polku_app using (access.is_system());
create policy undoing on governance.body for delete to polku_app using (access.is_system());

-- Word and PDF come as files too: larger than their text, and of no encoding of letters.
alter table intake.document drop constraint document_bytes_check;
alter table intake.document add constraint document_bytes_check check (bytes between 1 and 10485760);
alter table intake.document drop constraint document_encoding_check;
alter table intake.document add constraint document_encoding_check
  check (encoding in ('utf-8','utf-16','windows-1252','word','pdf'));
