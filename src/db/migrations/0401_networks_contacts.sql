-- The network's own register: who is in, whom to call, and what an organisation was before it was changed (NET-33).
create table networks.contact_person (
  id uuid primary key,
  organisation_id uuid not null references networks.organisation,
  name text not null,
  task text,
  phone text,
  email text,
  valid_from date not null,
  valid_to date,
  noted_by uuid references access.account,
  check (phone is not null or email is not null)
);
create index on networks.contact_person (organisation_id);
create table networks.organisation_before (
  id uuid primary key,
  organisation_id uuid not null references networks.organisation,
  kind text not null,
  names jsonb not null,
  business_id text,
  municipality_code text,
  changed_at timestamptz not null,
  changed_by uuid references access.account
);
create index on networks.organisation_before (organisation_id, changed_at);
select access.protect('networks.contact_person', 'name and contact details at work of whom to call in an organisation');
select access.secure('networks.organisation_before');
create policy reading on networks.contact_person for select to polku_app using (access.holds('colleagues:read'));
create policy adding on networks.contact_person for insert to polku_app with check (access.holds('organisations:write'));
create policy ending on networks.contact_person for update to polku_app
  using (access.holds('organisations:write')) with check (access.holds('organisations:write'));
revoke update, delete on networks.contact_person from polku_app;
grant update (valid_to) on networks.contact_person to polku_app;
create policy reading on networks.organisation_before for select to polku_app using (access.holds('colleagues:read'));
create policy adding on networks.organisation_before for insert to polku_app with check (access.holds('organisations:write'));
revoke update, delete on networks.organisation_before from polku_app;
create policy adding on networks.organisation for insert to polku_app with check (access.holds('organisations:write'));
create policy changing on networks.organisation for update to polku_app
  using (access.holds('organisations:write')) with check (access.holds('organisations:write'));
