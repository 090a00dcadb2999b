-- The same answer as before, quicker: it is asked once for every table of a page, so its plan is kept by the session
-- (plpgsql), and the viewer and the day are read once. The period is written out, because the planner's guess of
-- `@>` for a day that it does not know makes it read the periods of everybody.
create or replace function access.case_clients() returns setof uuid
  language plpgsql stable security definer set search_path = '' rows 150 as $$
declare
  viewer uuid;
  today date;
begin
  if access.viewer_role() in ('expert','youth','immigrant-adviser','joint-emp') then
    viewer := access.viewer_account();
    today := access.today();
    return query select r.client_id from clients.responsibility r
      where r.account_id = viewer
        and (lower_inf(r.during) or lower(r.during) <= today) and (upper_inf(r.during) or upper(r.during) > today)
        and not exists (select from access.conflict c where c.account_id = viewer and c.client_id = r.client_id);
  end if;
end $$;
