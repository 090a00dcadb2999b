-- What can be counted of pilots, as facts with a day. The views read with the reader's own eyes (security_invoker), so
-- insight counts them as the house and nobody else sees a person through them.
create or replace view insight.fact_pilot_step with (security_invoker = true) as
  select m.pilot_id, m.client_id, 'invited'::text as step, m.invited_on as happened_on from pilots.member m
  union all
  select m.pilot_id, m.client_id, 'joined', m.joined_on from pilots.member m where m.joined_on is not null
  union all
  select m.pilot_id, m.client_id, 'mapped', g.completed_on
    from pilots.member m join skills.mapping g on g.client_id = m.client_id
   where m.joined_on is not null and g.completed_on is not null
  union all
  select m.pilot_id, m.client_id, 'consented', (min(k.given_at) at time zone 'Europe/Helsinki')::date
    from pilots.member m join consents.consent k on k.client_id = m.client_id and k.step = 1
   where m.joined_on is not null and consents.in_force(k)
   group by m.pilot_id, m.client_id
  union all
  select m.pilot_id, m.client_id, 'introduced', min(i.introduced_on)
    from pilots.member m join introductions.introduction i on i.client_id = m.client_id and i.introduced_on >= m.joined_on
   where m.joined_on is not null group by m.pilot_id, m.client_id
  union all
  select m.pilot_id, m.client_id, 'interviewed', min((s.at at time zone 'Europe/Helsinki')::date)
    from pilots.member m join introductions.step s on s.client_id = m.client_id and s.state in ('interview', 'hired')
     and (s.at at time zone 'Europe/Helsinki')::date >= m.joined_on
   where m.joined_on is not null group by m.pilot_id, m.client_id
  union all
  select m.pilot_id, m.client_id, 'employed', min(o.happened_on)
    from pilots.member m join clients.outcome o on o.client_id = m.client_id and o.kind = 'employed' and o.undone_at is null and o.happened_on >= m.joined_on
   where m.joined_on is not null group by m.pilot_id, m.client_id;

-- The features by which a figure opens: bands wide enough that the hiding of small numbers leaves something to see.
create or replace view insight.fact_pilot_person with (security_invoker = true) as
  select m.pilot_id, m.client_id, m.joined_on,
         case when age.years < 25 then 'under-25' when age.years < 30 then '25-29' when age.years < 45 then '30-44' else '45-64' end as age_band,
         case when c.native_language in ('fi', 'sv', 'se') then 'domestic' else 'other' end as language_group,
         case when c.non_disclosure then null else h.municipality_code end as municipality_code
    from pilots.member m
    join clients.client c on c.id = m.client_id
    left join clients.home h on h.client_id = m.client_id
    left join clients.personal_code p on p.client_id = m.client_id
    cross join lateral (select extract(year from age(access.today(), p.birth_date))::int as years) age;

-- For the reports login: what was released last, nothing counted now.
create or replace view insight.pilot_counts as
  select p.id as pilot_id, s.step, (
           select t.told::bigint from releases.release r join releases.told t on t.release_id = r.id
            where r.subject = 'pilot:' || p.id and t.key = s.step || '/all' and t.told is not null
            order by r.day desc limit 1) as people
    from pilots.pilot p cross join (values ('invited'), ('joined')) s(step);
