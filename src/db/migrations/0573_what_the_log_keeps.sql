-- Entries of the log from before ids were sealed keep them. In how many places that is so for those whose records have gone is
-- told where it was decided.
alter table privacy.proposal add column log_stays integer not null default 0;
grant update (log_stays) on privacy.proposal to polku_app;
create policy noting on privacy.proposal for update to polku_app using (access.is_system()) with check (access.is_system());
