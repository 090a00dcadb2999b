-- A letter may go to somebody who has no account yet (an invitation). What it says is forgotten when it has left.
alter table outbox.letter alter column account_id drop not null, add column address text, add column language text,
  add check ((account_id is null) = (address is not null)), add check ((address is null) = (language is null));
