-- The latest period of job search of each person.
create or replace view clients.latest_search with (security_invoker = true) as
  select distinct on (s.client_id) s.client_id, s.id as search_id, s.started_on as search_started_on, s.ended_on as search_ended_on
    from clients.search_period s order by s.client_id, s.started_on desc, s.ended_on desc nulls first;

-- Duties that are open today. What the job search demands lasts as long as the period it belongs to: when an end is set,
-- what falls due from that day on has lost its ground, and when the end is taken back it is there again.
create or replace view clients.open_task with (security_invoker = true) as
  select t.* from clients.task t
    left join clients.search_period s on s.id = t.search_id
   where t.done_on is null
     and (t.search_id is null or s.ended_on is null or (s.ended_on > access.today() and t.due_on < s.ended_on))
     and exists (select from clients.client_case c where c.client_id = t.client_id and c.closed_on is null);
