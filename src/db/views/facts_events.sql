-- What can be counted of events that were held (requirements EVT-01, EVT-11). Visitors are a count beside the people, so
-- nobody becomes a participant by walking in. People and companies are read with the reader's own eyes.
create or replace view insight.fact_event as
  select e.id, e.kind, e.held_on, e.project_id, e.work_package, e.municipality_code, coalesce(e.visitors, 0) as visitors
    from events.event e where e.state = 'held';
create or replace view insight.fact_event_company with (security_invoker = true) as
  select e.id as event_id, p.company_id, e.kind, e.held_on, e.project_id
    from events.event e join events.company_presence p on p.event_id = e.id where e.state = 'held';
create or replace view insight.fact_event_person with (security_invoker = true) as
  select e.id as event_id, p.client_id, e.kind, e.held_on, e.project_id
    from events.event e join events.person_presence p on p.event_id = e.id where e.state = 'held';
