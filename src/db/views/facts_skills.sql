-- Facts of skills mappings, for counting. A row names a person, so the application reads them as the house only.
create or replace view insight.fact_mapping with (security_invoker = true) as
  select m.client_id, m.started_on, m.completed_on
    from skills.mapping m;
