-- A withdrawal is final for its consent. What is taken back within minutes is a new consent of the same content, which says
-- whose place it takes; a consent is restored once.
alter table consents.consent add column restores_id uuid references consents.consent;
create unique index restored_once on consents.consent (restores_id) where restores_id is not null;
