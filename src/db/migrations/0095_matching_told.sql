-- Tells every process that there is something for the matching engine to read again. Only a hint that makes the next
-- question quick: what is told may be lost, and a question looks for itself.
create function matching.tell() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('polku_matching', '');
  return null;
end $$;
create trigger told after insert on matching.change for each statement execute function matching.tell();
