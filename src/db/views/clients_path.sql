-- What has happened on a person's path and what is waited for, from every room that the person has been in. The view
-- reads with the reader's own eyes (security_invoker): nobody sees a step of which the row itself is not open.
create or replace view clients.path_step with (security_invoker = true) as
  select c.client_id, c.opened_on as day, null::date as until, 'employment' as lane, 'case-opened' as kind, 'done' as state,
    c.id as subject_id, null::uuid as organisation_id, null::uuid as company_id, '{}'::jsonb as details
    from clients.client_case c
  union all
  select c.client_id, c.closed_on, null, 'employment', 'case-closed', 'ended', c.id, null, null, '{}'
    from clients.client_case c where c.closed_on is not null
  union all
  select s.client_id, s.started_on, null, 'person', 'search-started', 'done', s.id, null, null, '{}'
    from clients.search_period s
  union all
  select s.client_id, s.ended_on, null, 'person', 'search-ended', case when s.ended_on > access.today() then 'coming' else 'ended' end,
    s.id, null, null, jsonb_build_object('reason', s.end_reason)
    from clients.search_period s where s.ended_on is not null
  union all
  select r.client_id, lower(r.during), null, 'employment', 'handed-over', 'done',
    r.case_id, r.organisation_id, null, '{}'
    from clients.responsibility r join clients.client_case c on c.id = r.case_id
   where lower(r.during) > c.opened_on and lower(r.during) <= access.today()
  union all
  select r.client_id, lower(v.days), upper(v.days) - 1, 'employment', 'covered',
    case when access.today() < lower(v.days) then 'coming' when access.today() < upper(v.days) then 'waiting' else 'done' end,
    v.id, r.organisation_id, null, jsonb_build_object('name', a.name)
    from clients.responsibility r join clients.cover v on v.account_id = r.account_id and v.days && r.during
    join access.account a on a.id = v.substitute_id
  union all
  select t.client_id, t.done_on, null, 'employment', case when t.attended = false then 'duty-missed' else 'duty-done' end,
    case when t.attended = false then 'ended' else 'done' end, t.id, null, null, jsonb_build_object('task', t.kind) || t.details
    from clients.task t where t.done_on is not null
  union all
  select t.client_id, t.due_on, t.due_on, 'employment', 'duty', 'coming', t.id, null, null, jsonb_build_object('task', t.kind) || t.details
    from clients.open_task t
  union all
  select p.client_id, p.agreed_on, null, 'employment', 'plan-agreed', 'done', p.id, null, null, jsonb_build_object('plan', p.kind)
    from clients.plan p
  union all
  select o.client_id, o.happened_on, null, case o.source when 'client' then 'person' when 'employer' then 'employer' else 'employment' end,
    'outcome', 'done', o.id, null, o.company_id, jsonb_build_object('outcome', o.kind, 'source', o.source)
    from clients.outcome o where o.undone_at is null
  union all
  select m.client_id, coalesce(m.completed_on, m.started_on), null, 'person',
    case when m.completed_on is null then 'mapping-started' else 'mapping-completed' end,
    case when m.completed_on is null then 'waiting' else 'done' end, m.client_id, null, null, '{}'
    from skills.mapping m
  union all
  select k.client_id, (k.given_at at time zone 'Europe/Helsinki')::date, (k.valid_to at time zone 'Europe/Helsinki')::date, 'person',
    case when k.step = 1 then 'consent-business' when k.receiver_event_id is not null then 'consent-event' else 'consent-employer' end,
    case when k.withdrawn_at is null and access.instant() < k.valid_to
        and (k.under_id is null or (b.withdrawn_at is null and access.instant() < b.valid_to)) then 'done' else 'ended' end,
    k.id, k.receiver_organisation_id, k.receiver_company_id, '{}'
    from consents.consent k left join consents.consent b on b.id = k.under_id
  union all
  select k.client_id, (k.withdrawn_at at time zone 'Europe/Helsinki')::date, null, 'person', 'consent-withdrawn', 'ended',
    k.id, k.receiver_organisation_id, k.receiver_company_id, '{}'
    from consents.consent k where k.withdrawn_at is not null
  union all
  select q.client_id, (q.asked_at at time zone 'Europe/Helsinki')::date, null, 'person', 'consent-asked', 'waiting', q.id, q.organisation_id, q.company_id, '{}'
    from consents.request q where q.answer is null
  union all
  select i.client_id, i.introduced_on, null, 'business', 'introduced', case i.state when 'waiting' then 'waiting' else 'done' end,
    i.id, i.organisation_id, i.company_id, jsonb_build_object('vacancy', i.vacancy_id)
    from introductions.introduction i
  union all
  select i.client_id, (i.state_since at time zone 'Europe/Helsinki')::date, i.interview_on, 'employer',
    case i.state when 'interview' then 'interview' when 'hired' then 'hired' when 'not-chosen' then 'not-chosen' else 'introduction-withdrawn' end,
    case i.state when 'interview' then 'waiting' when 'hired' then 'done' else 'ended' end,
    i.id, i.organisation_id, i.company_id, jsonb_build_object('reason', i.reason, 'hiredOn', i.hired_on)
    from introductions.introduction i where i.state <> 'waiting'
  union all
  select m.client_id, m.invited_on, null, 'employment', 'pilot-invited',
    case when m.joined_on is null and m.declined_on is null and m.left_on is null then 'waiting' else 'done' end,
    m.pilot_id, null, null, p.names
    from pilots.member m join pilots.pilot p on p.id = m.pilot_id
  union all
  select m.client_id, coalesce(m.left_on, m.declined_on, m.joined_on), null, 'person',
    case when m.left_on is not null then 'pilot-left' when m.declined_on is not null then 'pilot-declined' else 'pilot-joined' end,
    case when m.left_on is null and m.declined_on is null then 'done' else 'ended' end, m.pilot_id, null, null, p.names
    from pilots.member m join pilots.pilot p on p.id = m.pilot_id
   where coalesce(m.left_on, m.declined_on, m.joined_on) is not null;

-- Who is in a pilot now, in the reader's own eyes.
create or replace view clients.pilot_place with (security_invoker = true) as
  select m.client_id, m.pilot_id, m.joined_on from pilots.member m where m.joined_on is not null and m.left_on is null;
