-- Names of occupations and skills are searched by the house's one folding.
alter table vocabulary.name add column search text generated always as (search.letters(text)) stored;
create index name_search on vocabulary.name using gin (search.plain(search) gin_trgm_ops);

-- The people who share with the viewer, by what they share: a word is found only in what is open, an occupation only
-- where skills or wishes are, a municipality only where it is. A word comes as two patterns (src/kernel/search.ts): those
-- by which it is surely meant, and those with a slip of the pen besides; who is found by a slip alone is only alike (5).
create function consents.people_found(sure text[], loose text[], occupation text, municipality text) returns table (
  client_id uuid, fields text[], until timestamptz, nameless boolean, name text, rank integer)
  language sql stable security definer set search_path = '' as $$
  with receiver as materialized (
    select access.held_under('shared-people:read') as under,
           case access.held_under('shared-people:read') when 'consent-2' then access.viewer_company() else access.viewer_organisation() end as id),
  shared as materialized (
    select s.client_id, array_agg(distinct f.field) as fields, max(s.until) as until
      from receiver r, consents.sharing(null) s, unnest(s.fields) as f (field)
     where s.step = case r.under when 'consent-1' then 1 when 'consent-2' then 2 end
     group by s.client_id),
  words as (select w.sure, w.loose, w.at from unnest(sure, loose) with ordinality as w (sure, loose, at)),
  concepts as materialized (
    select w.at, v.concept_uri, bool_or(search.plain(v.search) ~ w.sure) as sure
      from words w join vocabulary.name v on search.plain(v.search) ~ w.loose group by w.at, v.concept_uri),
  listed as materialized (
    select s.*, n.client_id is null as nameless, coalesce(n.family_name || ' ' || n.given_name, '') as name,
           case when n.client_id is null then consents.alias(s.client_id, (select r.id from receiver r)) else n.family_name || ' ' || n.given_name end as called
      from shared s left join clients.name n on n.client_id = s.client_id and 'name' = any (s.fields)),
  found as materialized (
    select c.at, k.client_id, c.sure from concepts c join skills.skill k on k.concept_uri = c.concept_uri
      join shared s on s.client_id = k.client_id and 'skills' = any (s.fields)
    union all select c.at, o.client_id, c.sure from concepts c join skills.occupation o on o.concept_uri = c.concept_uri
      join shared s on s.client_id = o.client_id and 'skills' = any (s.fields)
    union all select w.at, k.client_id, search.plain(search.letters(k.own_words)) ~ w.sure
      from shared s join skills.skill k on k.client_id = s.client_id and 'skills' = any (s.fields) and k.own_words is not null
      join words w on search.plain(search.letters(k.own_words)) ~ w.loose
    union all select w.at, l.client_id, search.plain(search.letters(l.called)) ~ w.sure
      from listed l join words w on search.plain(search.letters(l.called)) ~ w.loose),
  met as materialized (
    select f.client_id, count(distinct f.at) as words, count(distinct f.at) filter (where f.sure) as surely
      from found f group by f.client_id)
  select l.client_id, l.fields, l.until, l.nameless, l.name,
         case when coalesce(m.surely, 0) = (select count(*) from words) then 0 else 5 end
    from listed l left join met m on m.client_id = l.client_id
   where coalesce(m.words, 0) = (select count(*) from words)
     and (occupation is null
       or ('skills' = any (l.fields) and exists (select from skills.occupation o where o.client_id = l.client_id and o.concept_uri = occupation))
       or ('wishes' = any (l.fields) and exists (select from skills.wish w where w.client_id = l.client_id and occupation = any (w.occupation_uris))))
     and (municipality is null
       or ('municipality' = any (l.fields) and exists (select from clients.home h where h.client_id = l.client_id and h.municipality_code = municipality)))
$$;
grant execute on function consents.people_found(text[], text[], text, text) to polku_app;
drop function consents.shared_people(text[], text, text);
