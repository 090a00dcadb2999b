create table access.account (
  id uuid primary key,
  subject text not null unique,
  name text not null,
  language text not null default 'fi' check (language in ('fi','sv','en')),
  description jsonb,
  disabled_at timestamptz
);
create table access.role_assignment (
  id uuid primary key,
  account_id uuid not null references access.account,
  role text not null,
  organisation_id uuid references networks.organisation,
  company_id uuid,
  client_id uuid,
  valid_from date not null,
  valid_to date,
  granted_by uuid references access.account,
  constraint nobody_grants_own_rights check (granted_by is distinct from account_id)
);
create index on access.role_assignment (account_id);
create table access.session (
  token_hash bytea primary key,
  account_id uuid not null references access.account,
  role_assignment_id uuid not null references access.role_assignment,
  csrf text not null,
  assurance text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index on access.session (account_id);
-- Own file or a declared relative's: a core rule that nothing overrides.
create table access.conflict (
  account_id uuid not null references access.account,
  client_id uuid not null,
  kind text not null check (kind in ('self','relative')),
  declared_on date not null,
  primary key (account_id, client_id)
);
create table access.address_grant (
  id uuid primary key,
  account_id uuid not null references access.account,
  client_id uuid not null,
  reason text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null
);
create index on access.address_grant (client_id, account_id);
create table access.api_credential (
  id uuid primary key,
  name text not null,
  account_id uuid not null references access.account,
  role_assignment_id uuid not null references access.role_assignment,
  secret_hash text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
select access.protect('access.account', 'name of the user');
select access.protect('access.role_assignment', 'who holds which role');
select access.protect('access.session', 'who is signed in');
select access.protect('access.conflict', 'kinship');
select access.protect('access.address_grant', 'who may see a protected address');
select access.protect('access.api_credential', 'credential of a system');
create policy reading on access.account for select to polku_app
  using (access.is_system() or id = access.viewer_account() or access.is_staff());
create policy keeping on access.account for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on access.role_assignment for select to polku_app
  using (access.is_system() or account_id = access.viewer_account() or access.is_staff());
create policy keeping on access.role_assignment for all to polku_app using (access.is_system()) with check (access.is_system());
create policy keeping on access.session for all to polku_app using (access.is_system()) with check (access.is_system());
create policy keeping on access.conflict for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on access.conflict for select to polku_app using (account_id = access.viewer_account());
create policy keeping on access.address_grant for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on access.address_grant for select to polku_app
  using (account_id = access.viewer_account() or access.viewer_role() = 'dpo');
create policy keeping on access.api_credential for all to polku_app using (access.is_system()) with check (access.is_system());
