do $$
declare
  s text;
begin
  foreach s in array array['access','audit','networks','areas','clients','vocabulary','skills','consents','companies','vacancies','events','matching','introductions','pilots','insight','outbox'] loop
    execute format('grant usage on schema %I to polku_app', s);
    execute format('grant select, insert, update, delete on all tables in schema %I to polku_app', s);
    execute format('grant usage, select on all sequences in schema %I to polku_app', s);
    execute format('grant execute on all functions in schema %I to polku_app', s);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to polku_app', s);
    execute format('alter default privileges in schema %I grant usage, select on sequences to polku_app', s);
  end loop;
  revoke update, delete, truncate on audit.entry, audit.chain from polku_app;
  revoke insert, update on audit.pending from polku_app;
  revoke execute on function access.protect(regclass, text) from public, polku_app;
end $$;
grant usage on schema insight to polku_reports;
alter default privileges in schema insight grant select on tables to polku_reports;
