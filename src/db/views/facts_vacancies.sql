-- For the house and the reports login alone: hidden needs are among them.
-- Needs as they stand and as they moved; hidden ones are counted, never named, and one that nobody has confirmed since it was
-- read from the words of a note is not there yet.
create or replace view insight.fact_vacancy as
  select v.id, v.company_id, v.openness, v.state, v.certainty, v.places, v.municipality_code, v.source, v.valid_to,
         v.verified_on, (v.created_at at time zone 'Europe/Helsinki')::date as found_on
    from vacancies.vacancy v
   where not v.read_from_words and (pg_has_role('polku_reports', 'member') or (select access.is_system()));
create or replace view insight.fact_vacancy_step as
  select s.id, s.vacancy_id, s.state, (s.at at time zone 'Europe/Helsinki')::date as moved_on from vacancies.step s
   where (pg_has_role('polku_reports', 'member') or (select access.is_system()));
