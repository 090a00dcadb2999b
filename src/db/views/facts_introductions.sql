-- Introductions of people to employers, for counting. A row names a person, so the application reads them as the house only.
create or replace view insight.fact_introduction with (security_invoker = true) as
  select i.id, i.client_id, i.company_id, i.vacancy_id, i.introduced_on, i.state, i.interview_on, i.hired_on
    from introductions.introduction i;
