-- A form that was sent, by the key that the page gave it: the same key again gets the same answer and changes nothing.
-- Kept two days, and the sender's own to read.
create table access.sent_form (
  key text primary key check (length(key) between 8 and 100),
  account_id uuid,
  use_case text not null,
  sent_at timestamptz not null,
  answer jsonb
);
create index on access.sent_form (sent_at);
select access.protect('access.sent_form', 'who sent which form, and the address the answer led to');
create policy sending on access.sent_form for all to polku_app
  using (access.is_system() or account_id is not distinct from access.viewer_account())
  with check (access.is_system() or account_id is not distinct from access.viewer_account());

-- How many times something has been saved by a form: whoever saves must have seen the last one. `subject` is a hash.
create table access.form_edit (
  use_case text not null,
  subject text not null check (subject ~ '^[0-9a-f]{64}$'),
  edits integer not null check (edits > 0),
  edited_at timestamptz not null,
  primary key (use_case, subject)
);
select access.protect('access.form_edit', 'none: which form has been saved how many times, without whose or by whom');
create policy counting on access.form_edit for all to polku_app
  using (access.is_system() or access.viewer_account() is not null)
  with check (access.is_system() or access.viewer_account() is not null);
