-- Who has approached which need: introduced to it, or interested by one's own word. Read by matching as the house, for
-- counts alone (fairness of lists, docs/adr/0017); anybody else sees through it what row-level security shows.
create or replace view matching.approach with (security_invoker = true) as
  select i.vacancy_id, i.client_id, i.company_id, i.introduced_on, i.state = 'waiting' as waiting
    from introductions.introduction i where i.state <> 'withdrawn'
  union all
  select a.vacancy_id, a.client_id, v.company_id, null, false
    from matching.person_answer a join vacancies.vacancy v on v.id = a.vacancy_id where a.answer = 'interested';
