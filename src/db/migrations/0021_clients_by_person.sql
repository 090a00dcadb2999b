-- The path of one person reads closed cases and done duties too.
create index on clients.client_case (client_id);
create index on clients.task (client_id, done_on desc) where done_on is not null;
