-- Changes are numbered under the lock of the mapping, so their order is the order in which they happened; the changes
-- of one act belong together and are undone together.
alter table skills.change add column number bigint generated always as identity;
alter table skills.change add column act_id uuid;
alter table skills.change add column undoes uuid;
create unique index on skills.change (number);
create index on skills.change (client_id, number desc);
