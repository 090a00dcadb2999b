-- A sign-in that is under way at the identity provider: what must come back unchanged. Only the hash of the
-- browser's own token is kept; rows live ten minutes.
create table access.sign_in_attempt (
  token_hash bytea primary key,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on access.sign_in_attempt (expires_at);
create index on access.session (expires_at);
select access.protect('access.sign_in_attempt', 'who is about to sign in');
create policy keeping on access.sign_in_attempt for all to polku_app using (access.is_system()) with check (access.is_system());
-- Where a user's notices are mailed; without it they are on the own page only.
alter table access.account add column email text;
