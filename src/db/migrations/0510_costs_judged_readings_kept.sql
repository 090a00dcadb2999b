-- A cost that can hardly be true counts when somebody has said that it is right; who and when stays with the row.
alter table projects.realised
  add column accepted_by uuid references access.account,
  add column accepted_at timestamptz;
alter table projects.realised_removed
  add column accepted_by uuid references access.account,
  add column accepted_at timestamptz;

-- What counts as used, with the flat part: made by the house whenever a cost or the plan changes.
alter table projects.project add column used bigint;
update projects.project p set used = r.cents + round(r.base * case b.cost_model
    when 'flat-rate-40' then 0.40 when 'flat-rate-25' then 0.25 when 'flat-rate-20' then 0.20 when 'flat-rate-15' then 0.15
    when 'flat-rate-7' then 0.07 when 'flat-rate-17' then 0.17 when 'flat-rate-24' then 0.24 else 0 end)
  from (select c.project_id,
          sum(case when c.kind = 'income' then -c.cents when c.kind = 'flat' and o.cost_model like 'flat-rate-%' then 0 else c.cents end)::bigint as cents,
          sum(case when c.kind = 'wages' and o.cost_model <> 'flat-rate-20' then c.cents
                   when c.kind in ('purchases','travel','equipment','other') and o.cost_model in ('flat-rate-25','flat-rate-20','flat-rate-7') then c.cents
                   else 0 end)::bigint as base
     from projects.realised c left join projects.budget o on o.project_id = c.project_id group by c.project_id) r
  left join projects.budget b on b.project_id = r.project_id
 where r.project_id = p.id;

-- What was read of a document, by the reader that read it: to open a page is not to read again.
create table intake.reading (
  document_id uuid primary key references intake.document on delete cascade,
  reader text not null,
  kind text,
  -- Kinds and points, and the reading, as JSON; the reading is absent while nobody knows the kind.
  recognition text not null,
  reading text,
  read_at timestamptz not null
);
grant select, insert, update, delete on intake.reading to polku_app;
select access.protect('intake.reading', 'what was read of texts that were brought in; officials stand in them in their office');
create policy reading on intake.reading for select to polku_app using (intake.works_here());
create policy keeping on intake.reading for all to polku_app using (intake.works_here()) with check (intake.works_here());
