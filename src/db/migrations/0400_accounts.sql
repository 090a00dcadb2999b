-- Who is let in and out. An account is known to the identity provider by its subject, or by an e-mail address that the
-- provider vouches for; then the subject is bound at the first sign-in. Nothing of a role's past is written over.
alter table access.account
  alter column subject drop not null,
  add column sign_in_email text unique check (sign_in_email = lower(sign_in_email)),
  add column opened_at timestamptz,
  add column opened_by uuid references access.account,
  add column signed_in_at timestamptz,
  add column closed_by uuid references access.account,
  add column closed_because text,
  add constraint known_to_the_provider check (subject is not null or sign_in_email is not null);
alter table access.account no force row level security;
update access.account a set signed_in_at = s.at
  from (select account_id, max(created_at) as at from access.session group by account_id) s where s.account_id = a.id;
alter table access.account force row level security;
alter table access.session add column id uuid not null default gen_random_uuid() unique;

-- Roles by groups of the provider's directory.
create table access.group_role (
  id uuid primary key,
  group_name text not null check (length(group_name) between 1 and 300),
  role text not null,
  organisation_id uuid not null references networks.organisation,
  added_by uuid not null references access.account,
  added_at timestamptz not null,
  removed_by uuid references access.account,
  removed_at timestamptz,
  check ((removed_by is null) = (removed_at is null))
);
create unique index one_in_force on access.group_role (group_name, role, organisation_id) where removed_at is null;

-- A role that two have to agree on waits here until another administrator than the proposer and the receiver decides.
create table access.role_proposal (
  id uuid primary key,
  account_id uuid not null references access.account,
  role text not null,
  organisation_id uuid references networks.organisation,
  valid_from date not null,
  valid_to date,
  reason text not null,
  proposed_by uuid not null references access.account,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved','refused','withdrawn','lapsed')),
  decided_by uuid references access.account,
  decided_at timestamptz,
  decided_because text,
  check ((decision is null) = (decided_at is null)),
  constraint nobody_proposes_for_oneself check (proposed_by <> account_id),
  constraint another_decides check (decision is null or decision not in ('approved','refused')
    or (decided_by is not null and decided_by <> proposed_by and decided_by <> account_id)),
  constraint the_proposer_withdraws check (decision is distinct from 'withdrawn' or decided_by is not distinct from proposed_by)
);
create unique index one_waits on access.role_proposal (account_id, role, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000')) where decision is null;

-- `valid_to` is the last whole day on which the role is in force; one that was ended at once has the day before, and
-- `ended_at` tells the moment.
alter table access.role_assignment
  add column granted_at timestamptz,
  add column granted_because text,
  add column approved_by uuid references access.account,
  add column proposal_id uuid references access.role_proposal,
  add column group_role_id uuid references access.group_role,
  add column ended_at timestamptz,
  add column ended_by uuid references access.account,
  add column ended_because text,
  add constraint nobody_approves_own_rights check (approved_by is null or (approved_by <> account_id and approved_by is distinct from granted_by));
create index on access.role_assignment (group_role_id) where group_role_id is not null;
create index on access.role_assignment (organisation_id);
revoke update, delete on access.role_assignment from polku_app;
grant update (valid_to, ended_at, ended_by, ended_because) on access.role_assignment to polku_app;
-- For the service; the owner of the schema can mend a row.
create function access.role_only_shortened() returns trigger language plpgsql as $$
begin
  if current_user = 'polku_app' and coalesce(new.valid_to, 'infinity'::date) > coalesce(old.valid_to, 'infinity'::date) then
    raise exception 'a role is given anew, not made longer' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_shortened before update on access.role_assignment for each row execute function access.role_only_shortened();

select access.protect('access.group_role', 'who tied a group of the directory to a role');
select access.protect('access.role_proposal', 'who is proposed for which role, by whom');

-- Whoever reads the log of persons or gives rights gets the role from two.
create function access.given_by_two(wanted text) returns boolean language sql stable
  return exists (select from access.role_right r where r.role = wanted and r.right_name in ('accounts:write', 'log:search'));
-- Accounts that are a jobseeker's alone: a person's name, which administering access does not open.
create function access.accounts_of_persons() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select r.account_id from access.role_assignment r group by r.account_id having bool_and(r.client_id is not null)
$$;
create policy administering on access.account for select to polku_app
  using (access.holds('accounts:write') and id not in (select access.accounts_of_persons()));
create policy opening on access.account for insert to polku_app
  with check (access.holds('accounts:write') and opened_by = access.viewer_account());
create policy changing on access.account for update to polku_app
  using (access.holds('accounts:write') and id <> access.viewer_account() and id not in (select access.accounts_of_persons()))
  with check (access.holds('accounts:write') and id <> access.viewer_account());
create policy giving on access.role_assignment for insert to polku_app
  with check (access.holds('accounts:write') and account_id <> access.viewer_account() and client_id is null and group_role_id is null
    and ((granted_by = access.viewer_account() and approved_by is null and not access.given_by_two(role))
      or (approved_by = access.viewer_account() and exists (select from access.role_proposal p
        where p.id = proposal_id and p.decision = 'approved' and p.decided_by = approved_by and p.proposed_by = granted_by
          and p.account_id = role_assignment.account_id and p.role = role_assignment.role
          and p.organisation_id is not distinct from role_assignment.organisation_id))));
create policy ending on access.role_assignment for update to polku_app
  using (access.holds('accounts:write') and account_id <> access.viewer_account() and client_id is null)
  with check (access.holds('accounts:write') and account_id <> access.viewer_account() and client_id is null
    and ended_by = access.viewer_account());

create policy keeping on access.role_proposal for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on access.role_proposal for select to polku_app using (access.holds('accounts:write'));
create policy proposing on access.role_proposal for insert to polku_app
  with check (access.holds('accounts:write') and proposed_by = access.viewer_account() and account_id <> access.viewer_account()
    and decision is null and access.given_by_two(role));
create policy deciding_another on access.role_proposal for update to polku_app
  using (access.holds('accounts:write') and decision is null and account_id <> access.viewer_account())
  with check (access.holds('accounts:write') and decision is not null and decided_by = access.viewer_account());
revoke update, delete on access.role_proposal from polku_app;
grant update (decision, decided_by, decided_at, decided_because) on access.role_proposal to polku_app;

create policy keeping on access.group_role for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on access.group_role for select to polku_app using (access.holds('accounts:write'));
create policy tying on access.group_role for insert to polku_app
  with check (access.holds('accounts:write') and added_by = access.viewer_account() and removed_at is null and not access.given_by_two(role));
create policy untying on access.group_role for update to polku_app
  using (access.holds('accounts:write') and removed_at is null)
  with check (access.holds('accounts:write') and removed_by = access.viewer_account());
revoke update, delete on access.group_role from polku_app;
grant update (removed_by, removed_at) on access.group_role to polku_app;

-- The log of rights: sign-ins and what was done with accounts.
alter policy reading on audit.entry using (access.holds('log:search')
  or (access.holds('log-of-rights:read') and (account_id = access.viewer_account() or action like 'access.%' or action like 'accounts.%'))
  or subjects @> array[access.viewer_self()]);
