-- The same rule as before in one query: row-level security asks it for every row, and a function within a function is
-- what took the time.
create or replace function consents.shares(client uuid, field text) returns boolean
  language sql stable security definer set search_path = '' cost 500 as $$
  select exists (
    select from consents.consent k
      left join consents.consent b on b.id = k.under_id
      left join events.event e on e.id = k.receiver_event_id
     where k.client_id = client and field = any (k.fields)
       and case access.viewer_role()
             when 'business' then k.step = 1 and k.receiver_organisation_id = access.viewer_organisation()
             when 'employer' then k.step = 2 and (k.receiver_company_id = access.viewer_company()
               or exists (select from events.attendance a where a.event_id = k.receiver_event_id and a.company_id = access.viewer_company()))
             else false end
       and k.withdrawn_at is null and k.given_at <= access.instant() and access.instant() < k.valid_to
       and (k.step = 1 or (b.step = 1 and b.withdrawn_at is null and b.given_at <= access.instant() and access.instant() < b.valid_to))
       and (k.receiver_event_id is null or access.instant() < e.closes_at))
    and not (field in ('contact', 'municipality', 'travel-area') and access.is_protected(client))
    and not exists (select from access.conflict c where c.account_id = access.viewer_account() and c.client_id = client)
$$;

-- The people who share with the viewer as a receiver, each once, by what they share: a word is found only in what is open,
-- an occupation only where skills or wishes are, a municipality only where it is. Patterns are of LIKE, in small letters.
create function consents.shared_people(patterns text[], occupation text, municipality text) returns table (
  client_id uuid, fields text[], until timestamptz, nameless boolean, name text)
  language sql stable security definer set search_path = '' as $$
  with shared as materialized (
    select s.client_id, array_agg(distinct f.field) as fields, max(s.until) as until
      from consents.sharing(null) s, unnest(s.fields) as f (field)
     where access.viewer_role() in ('business', 'employer')
       and s.step = case access.viewer_role() when 'business' then 1 else 2 end
     group by s.client_id),
  words as (select p.pattern, p.at from unnest(patterns) with ordinality as p (pattern, at)),
  concepts as materialized (
    select distinct w.at, v.concept_uri from words w join vocabulary.name v on lower(v.text) like w.pattern),
  found as materialized (
    select c.at, k.client_id from concepts c join skills.skill k on k.concept_uri = c.concept_uri
      join shared s on s.client_id = k.client_id and 'skills' = any (s.fields)
    union select c.at, o.client_id from concepts c join skills.occupation o on o.concept_uri = c.concept_uri
      join shared s on s.client_id = o.client_id and 'skills' = any (s.fields)
    union select w.at, k.client_id from shared s join skills.skill k on k.client_id = s.client_id and 'skills' = any (s.fields)
      join words w on lower(k.own_words) like w.pattern),
  listed as (
    select s.*, n.client_id is null as nameless, coalesce(n.family_name || ' ' || n.given_name, '') as name
      from shared s left join clients.name n on n.client_id = s.client_id and 'name' = any (s.fields))
  select l.client_id, l.fields, l.until, l.nameless, l.name from listed l
   where (occupation is null
       or ('skills' = any (l.fields) and exists (select from skills.occupation o where o.client_id = l.client_id and o.concept_uri = occupation))
       or ('wishes' = any (l.fields) and exists (select from skills.wish w where w.client_id = l.client_id and occupation = any (w.occupation_uris))))
     and (municipality is null
       or ('municipality' = any (l.fields) and exists (select from clients.home h where h.client_id = l.client_id and h.municipality_code = municipality)))
     and not exists (select from words w
       where not (lower(l.name) like w.pattern
         or exists (select from found f where f.at = w.at and f.client_id = l.client_id)
         or (l.nameless and lower(consents.alias(l.client_id,
           case access.viewer_role() when 'employer' then access.viewer_company() else access.viewer_organisation() end)) like w.pattern)))
$$;
