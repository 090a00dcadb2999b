-- For the house and the reports login alone: a row names a company.
-- What was done with companies: only a row here makes a company helped (requirements JOB-16, JOB-17; 003:107, 003:150).
create or replace view insight.fact_company_action as
  select a.id, a.company_id, a.kind, a.done_on, a.hours, a.organisation_id, c.municipality_code, c.size_class
    from companies.action a join companies.company c on c.id = a.company_id
   where (pg_has_role('polku_reports', 'member') or (select access.is_system()));
create or replace view insight.fact_company_visit as
  select v.id, v.company_id, v.visited_on, v.channel, v.organisation_id from companies.visit v
   where (pg_has_role('polku_reports', 'member') or (select access.is_system()));
