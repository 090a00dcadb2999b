-- What a case opens is not the same for every worker (requirements.md D3): an adviser of immigrants reads no share
-- profile and keeps no duties, a youth worker reads the profile, a joint-service member keeps duties and notes only.
-- The twin of `casework` in src/access/person-rules.ts.
create function access.case_reads(part text) returns boolean language sql stable parallel safe
  return access.viewer_role() = any (case part
    when 'basics' then array['expert','youth','immigrant-adviser','joint-emp']
    when 'tasks' then array['expert','youth','immigrant-adviser','joint-emp']
    when 'notes' then array['expert','youth','immigrant-adviser','joint-emp']
    when 'sensitive-notes' then array['expert','youth']
    when 'profile' then array['expert','youth','joint-emp']
    else array[]::text[] end);
create function access.case_keeps(part text) returns boolean language sql stable parallel safe
  return access.viewer_role() = any (case part
    when 'basics' then array['expert','youth','immigrant-adviser']
    when 'tasks' then array['expert','youth','joint-emp']
    when 'notes' then array['expert','youth','immigrant-adviser','joint-emp']
    when 'sensitive-notes' then array['expert','youth']
    when 'profile' then array['expert']
    else array[]::text[] end);

-- Basics.
alter policy keeping on clients.client
  using (access.is_system() or ((select access.case_keeps('basics')) and id in (select access.case_clients())))
  with check (access.is_system() or ((select access.case_keeps('basics')) and id in (select access.case_clients())));
alter policy keeping on clients.name
  using (access.is_system() or ((select access.case_keeps('basics')) and client_id in (select access.case_clients())))
  with check (access.is_system() or ((select access.case_keeps('basics')) and client_id in (select access.case_clients())));
alter policy keeping on clients.contact
  using (access.is_system() or access.is_self(client_id) or ((select access.case_keeps('basics')) and client_id in (select access.case_clients())
    and (not access.is_protected(client_id) or access.has_address_grant(client_id))))
  with check (access.is_system() or access.is_self(client_id) or ((select access.case_keeps('basics')) and client_id in (select access.case_clients())
    and (not access.is_protected(client_id) or access.has_address_grant(client_id))));
alter policy keeping on clients.home
  using (access.is_system() or ((select access.case_keeps('basics')) and client_id in (select access.case_clients())
    and (not access.is_protected(client_id) or access.has_address_grant(client_id))))
  with check (access.is_system() or ((select access.case_keeps('basics')) and client_id in (select access.case_clients())
    and (not access.is_protected(client_id) or access.has_address_grant(client_id))));
alter policy keeping on clients.education
  using (access.is_system() or access.is_self(client_id) or ((select access.case_keeps('basics')) and client_id in (select access.case_clients())))
  with check (access.is_system() or access.is_self(client_id) or ((select access.case_keeps('basics')) and client_id in (select access.case_clients())));

-- Plan, duties and outcomes.
alter policy keeping on clients.task
  using (access.is_system() or ((select access.case_keeps('tasks')) and client_id in (select access.case_clients())))
  with check (access.is_system() or ((select access.case_keeps('tasks')) and client_id in (select access.case_clients())));
alter policy keeping on clients.plan
  using (access.is_system() or ((select access.case_keeps('tasks')) and client_id in (select access.case_clients())))
  with check (access.is_system() or ((select access.case_keeps('tasks')) and client_id in (select access.case_clients())));
alter policy recording on clients.outcome
  with check (access.is_system() or access.is_self(client_id) or ((select access.case_keeps('tasks')) and client_id in (select access.case_clients())));

-- Notes: an ordinary one is read within the case, a sensitive one by its author and the person.
alter policy reading on clients.note using (
  (select access.is_system()) or access.is_self(client_id)
  or (sensitivity = 'ordinary' and client_id in (select access.case_clients()))
  or (sensitivity = 'sensitive' and author_id = access.viewer_account() and (select access.case_reads('sensitive-notes'))
    and client_id in (select access.case_clients())));
alter policy writing on clients.note with check (
  access.is_system() or (author_id = access.viewer_account() and client_id in (select access.case_clients())
    and access.case_keeps(case sensitivity when 'sensitive' then 'sensitive-notes' else 'notes' end)));

-- The mapping, its history, and what is shared of it.
do $$
declare
  part record;
begin
  for part in select * from (values ('mapping','skills'), ('skill','skills'), ('occupation','skills'), ('language','languages'),
      ('licence','licences'), ('wish','wishes'), ('travel_area','travel-area')) as t (name, field) loop
    execute format($p$alter policy reading on skills.%I using ((select access.is_system()) or access.is_self(client_id)
      or ((select access.case_reads('profile')) and client_id in (select access.case_clients())) or consents.may_share(%L, client_id))$p$, part.name, part.field);
    execute format($p$alter policy keeping on skills.%I
      using (access.is_system() or access.is_self(client_id) or ((select access.case_keeps('profile')) and client_id in (select access.case_clients())))
      with check (access.is_system() or access.is_self(client_id) or ((select access.case_keeps('profile')) and client_id in (select access.case_clients())))$p$, part.name);
  end loop;
end $$;
alter policy reading on skills.change using ((select access.is_system()) or access.is_self(client_id)
  or ((select access.case_reads('profile')) and client_id in (select access.case_clients())));
alter policy adding on skills.change with check (access.is_system() or (author_id = access.viewer_account()
  and (access.is_self(client_id) or ((select access.case_keeps('profile')) and client_id in (select access.case_clients())))));
alter policy reading on consents.consent using (
  (select access.is_system()) or access.is_self(client_id)
  or ((select access.case_reads('profile')) and client_id in (select access.case_clients())) or access.viewer_role() = 'dpo'
  or (access.viewer_role() = 'business' and receiver_organisation_id = access.viewer_organisation())
  or (access.viewer_role() = 'business' and step = 2 and consents.shares_any(client_id))
  or (access.viewer_role() = 'employer' and receiver_company_id = access.viewer_company()));
alter policy giving on consents.consent with check (access.is_system() or access.is_self(client_id)
  or ((select access.case_keeps('profile')) and client_id in (select access.case_clients()) and given_how in ('in-person','mandate')));
alter policy withdrawing on consents.consent using (access.is_system() or access.is_self(client_id)
  or ((select access.case_keeps('profile')) and client_id in (select access.case_clients())));
alter policy reading on consents.request using (
  (select access.is_system()) or access.is_self(client_id)
  or ((select access.case_reads('profile')) and client_id in (select access.case_clients()))
  or (access.viewer_role() = 'business' and organisation_id = access.viewer_organisation()));
alter policy answering on consents.request using (access.is_system() or access.is_self(client_id)
  or ((select access.case_keeps('profile')) and client_id in (select access.case_clients())));
alter policy reading on consents.disclosure using (
  (select access.is_system()) or access.is_self(client_id)
  or ((select access.case_reads('profile')) and client_id in (select access.case_clients())) or access.viewer_role() = 'dpo'
  or holder_id = access.viewer_account());
alter policy reading on matching.person_answer using (
  (select access.is_system()) or access.is_self(client_id)
  or ((select access.case_reads('profile')) and client_id in (select access.case_clients()))
  or (access.viewer_role() = 'business' and consents.may_share('wishes', client_id)));

-- Introducing is the work of business advisers and of the person's own expert or youth worker.
alter policy introducing on introductions.introduction with check (access.is_system() or (introduced_by = access.viewer_account()
  and access.viewer_role() in ('business', 'expert', 'youth') and introductions.visible(client_id, company_id, organisation_id)));

-- Hidden jobs are not for the other authorities of a joint service, nor the register of companies for youth work or schools.
create or replace function vacancies.sees_hidden() returns boolean
  language sql stable security definer set search_path = '' as $$
  select access.is_system() or access.viewer_role() in ('expert','joint-emp','youth','business','area-manager','project')
    or (access.viewer_role() = 'client' and exists (select from consents.consent k
      where k.client_id = access.viewer_client() and k.step = 1 and consents.in_force(k)))
$$;
alter policy reading on companies.contact using (
  access.is_system() or access.viewer_role() in ('expert','joint-emp','business','area-manager','project')
  or (access.viewer_role() = 'employer' and company_id = access.viewer_company()));

-- A jobseeker's own account is a person's name: staff see the accounts of staff, and of jobseekers only their own clients'.
create index on access.role_assignment (client_id) where client_id is not null;
create function access.accounts_of_office() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select r.account_id from access.role_assignment r where r.role <> 'client'
$$;
create function access.accounts_of_case_clients() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select r.account_id from access.role_assignment r where r.role = 'client' and r.client_id in (select access.case_clients())
$$;
alter policy reading on access.account using ((select access.is_system()) or id = access.viewer_account()
  or ((select access.is_staff()) and (id in (select access.accounts_of_office()) or id in (select access.accounts_of_case_clients()))));
alter policy reading on access.role_assignment using ((select access.is_system()) or account_id = access.viewer_account()
  or ((select access.is_staff()) and (role <> 'client' or client_id in (select access.case_clients()))));
