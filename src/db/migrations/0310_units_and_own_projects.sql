-- Whose a company relation is (class C, "unit"): the organisation that handles the company. One that nobody handles yet
-- is every adviser's; whoever does something with it first handles it from then on.
alter table companies.company add unit_id uuid references networks.organisation;
update companies.company c set unit_id = (
  select w.organisation_id from (
    select v.organisation_id, v.created_at as at from companies.visit v where v.company_id = c.id
    union all select a.organisation_id, a.logged_at from companies.action a where a.company_id = c.id and a.organisation_id is not null
  ) w order by w.at limit 1);
create index on companies.company (unit_id);
create function companies.of_unit(company uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from companies.company c where c.id = company
    and (c.unit_id is null or c.unit_id = access.viewer_organisation()))
$$;

-- The projects that a manager answers for: of the own organisation, or with the own organisation named in the plan.
create function projects.own_projects() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select p.id from projects.project p where p.organisation_id is not distinct from access.viewer_organisation()
  union
  select t.project_id from projects.part t where t.organisation_id = access.viewer_organisation()
  union
  select t.project_id from networks.organisation o
    cross join lateral jsonb_each_text(o.names) n
    join projects.part t on lower(t.name) = lower(n.value)
   where o.id = access.viewer_organisation()
$$;
-- Who writes any project, and who the own ones only (requirements.md D3, class M, and the right `projects:write`).
create function projects.writes_all() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() = 'controller';
create or replace function projects.guard(target regclass, key text) returns void
  language plpgsql as $$
declare
  own text := format('((select projects.writes_all()) or ((select projects.keeps()) and %s in (select projects.own_projects())))', key);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('drop policy if exists deciding on %s', target);
  execute format('drop policy if exists reading on %s', target);
  execute format('drop policy if exists adding on %s', target);
  execute format('drop policy if exists changing on %s', target);
  execute format('drop policy if exists removing on %s', target);
  execute format('create policy deciding on %s for select to %I using (true)', target, current_user);
  execute format('create policy reading on %s for select to polku_app using ((select projects.reads_all()) or %s in (select projects.funded_by_viewer()))', target, key);
  execute format('create policy adding on %s for insert to polku_app with check (%s)', target, own);
  execute format('create policy changing on %s for update to polku_app using (%s) with check (%s)', target, own, own);
  execute format('create policy removing on %s for delete to polku_app using (%s)', target, own);
end $$;
do $$
declare
  name text;
begin
  for name in select distinct p.tablename from pg_policies p join information_schema.columns c
      on c.table_schema = p.schemaname and c.table_name = p.tablename and c.column_name = 'project_id'
      where p.schemaname = 'projects' and p.policyname = 'adding' loop
    perform projects.guard(('projects.' || name)::regclass, 'project_id');
  end loop;
  perform projects.guard('projects.project', 'id');
  perform projects.guard('projects.dependency', '(select w.project_id from projects.work_package w where w.id = work_package_id)');
  perform projects.guard('projects.work_time', '(select s.project_id from projects.staff s where s.id = staff_id)');
end $$;
-- A project that is begun is the own organisation's; its row is not there yet when the rule is asked.
drop policy adding on projects.project;
create policy adding on projects.project for insert to polku_app
  with check ((select projects.writes_all()) or ((select projects.keeps()) and organisation_id is not distinct from access.viewer_organisation()));
