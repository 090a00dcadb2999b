-- Tokens of systems: short-lived, only their hashes. A token dies with its credential.
create table access.api_token (
  token_hash bytea primary key,
  credential_id uuid not null references access.api_credential,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check (expires_at > created_at)
);
create index on access.api_token (expires_at);
create index on access.api_token (credential_id);
-- Changes asked for with an Idempotency-Key: sent again they are answered as the first time. No personal data is in an answer.
create table access.api_request (
  credential_id uuid not null references access.api_credential,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  made_id uuid not null,
  started_at timestamptz not null,
  status smallint,
  answer jsonb,
  primary key (credential_id, key)
);
create index on access.api_request (started_at);
alter table access.api_credential add constraint known_scopes
  check (cardinality(scopes) > 0 and scopes <@ array['employer','steering','business']);
select access.protect('access.api_token', 'which system calls as whom');
select access.protect('access.api_request', 'which system asked for what');
create policy keeping on access.api_token for all to polku_app using (access.is_system()) with check (access.is_system());
create policy keeping on access.api_request for all to polku_app using (access.is_system()) with check (access.is_system());
