-- Facts of the work with people, for counting. A row names a person, so the application reads them as the house only.
create or replace view insight.fact_outcome with (security_invoker = true) as
  select o.id, o.client_id, o.kind, o.happened_on, o.source, o.company_id, o.vacancy_id, o.introduction_id, o.recorded_at
    from clients.outcome o where o.undone_at is null;
create or replace view insight.fact_case with (security_invoker = true) as
  select c.id, c.client_id, c.opened_on, c.closed_on, p.started_on as search_started_on, p.ended_on as search_ended_on,
    (select min(t.done_on) from clients.task t where t.client_id = c.client_id and t.kind = 'initial-interview' and t.attended is not false) as interviewed_on,
    (select min(l.agreed_on) from clients.plan l where l.client_id = c.client_id) as planned_on
    from clients.client_case c
    left join lateral (select s.started_on, s.ended_on from clients.search_period s
      where s.client_id = c.client_id and s.started_on <= coalesce(c.closed_on, 'infinity')
      order by s.started_on desc, s.ended_on desc nulls first limit 1) p on true;
