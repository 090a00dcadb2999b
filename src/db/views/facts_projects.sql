-- Companies tested before and after the work of a project (requirements INT-10, FND-06).
create or replace view insight.fact_company_test with (security_invoker = true) as
  select t.project_id, t.company_id, t.phase, t.points, t.tested_on from projects.company_test t;
-- Who takes part in a pilot, by what the common indicators of the ESF+ ask and Polku knows; without a name. Who has not left
-- leaves with the pilot.
create or replace view insight.fact_participant with (security_invoker = true) as
  select m.pilot_id, m.client_id, m.joined_on,
         coalesce(m.left_on, case when p.ends_on < access.today() then p.ends_on end) as left_on,
         k.birth_date, s.search_started_on, s.search_ended_on, coalesce(e.level, 'unknown') as education
    from pilots.member m
    join pilots.pilot p on p.id = m.pilot_id
    left join clients.latest_search s on s.client_id = m.client_id
    join clients.personal_code k on k.client_id = m.client_id
    left join clients.education e on e.client_id = m.client_id
   where m.joined_on is not null;
