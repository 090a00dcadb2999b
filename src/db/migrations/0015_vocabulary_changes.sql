-- A new version of the vocabulary is told to the matching engine, which keeps a part of it in memory.
create function matching.note_vocabulary() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into matching.change (kind, subject) values ('vocabulary', new.id::text);
  return null;
end $$;
create trigger matching_change after insert on vocabulary.version for each row execute function matching.note_vocabulary();
