-- A notice that also goes by mail. It is written with the notice, and leaves afterwards: what the mail server does never
-- keeps a notice from its receiver's own page.
create table outbox.letter (
  id uuid primary key,
  account_id uuid not null references access.account,
  kind text not null,
  params jsonb not null,
  link text,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  -- Handed to the mail server since; a process that died meanwhile has left it so.
  sending_since timestamptz,
  sent_at timestamptz,
  -- The mail server refused it for good, or it was tried long enough.
  given_up_at timestamptz,
  last_error text
);
create index on outbox.letter (next_try_at) where sent_at is null and given_up_at is null;
create index on outbox.letter (account_id);
select access.protect('outbox.letter', 'what is to be written to a user by mail');
create policy keeping on outbox.letter for all to polku_app using (access.is_system()) with check (access.is_system());

-- What a user does not want by mail: the notices that need no act of the receiver's.
create table outbox.unwanted_letter (
  account_id uuid not null references access.account,
  kind text not null,
  primary key (account_id, kind)
);
select access.protect('outbox.unwanted_letter', 'what a user does not want by mail');
create policy own on outbox.unwanted_letter for all to polku_app
  using (access.is_system() or account_id = access.viewer_account())
  with check (access.is_system() or account_id = access.viewer_account());
