-- What the identity provider calls its own session (`sid`), so that it can end ours when its own ends.
alter table access.session add column provider_session text;
create index on access.session (provider_session) where provider_session is not null and ended_at is null;
