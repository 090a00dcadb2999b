-- How far the log has been streamed to whoever watches over security, by place. The links of the chain are numbered
-- without gaps, so the number of the last one is enough.
create table audit.stream (
  target text primary key,
  seq bigint not null default 0,
  sent_at timestamptz,
  -- Since the last success.
  failures integer not null default 0,
  next_try_at timestamptz not null default '-infinity',
  last_error text
);
select access.protect('audit.stream', 'how far the log has been streamed');
create policy keeping on audit.stream for all to polku_app using (access.is_system()) with check (access.is_system());
grant select, insert, update on audit.stream to polku_app;
