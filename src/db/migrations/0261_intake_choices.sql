-- A number that could be read in two ways, and the reading that a person chose: who and when. The words of the document
-- stay as they are; a choice holds for one place (line and path) of one text.
create table intake.choice (
  document_id uuid not null references intake.document on delete cascade,
  line integer not null check (line >= 1),
  path text not null check (length(path) between 1 and 200),
  -- The words as they stand there.
  raw text not null,
  -- In the unit of the field: whole cents, hundredths of a per cent, or a number.
  value text not null check (value ~ '^-?[0-9]+([.][0-9]+)?$'),
  chosen_at timestamptz not null,
  chosen_by uuid references access.account,
  primary key (document_id, line, path)
);

grant select, insert, update, delete on intake.choice to polku_app;

select access.protect('intake.choice', 'readings chosen for numbers of documents; who chose and when');
create policy reading on intake.choice for select to polku_app using (intake.works_here());
create policy keeping on intake.choice for all to polku_app using (intake.works_here()) with check (intake.works_here());
