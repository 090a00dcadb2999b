-- The working copy as it was before its last change, so that one change can be taken back.
alter table programmes.working add column former jsonb;

-- The body and the decision that approved a report, when they were chosen from the bodies' own; the words stay beside.
alter table programmes.board_report
  add column body_id uuid references governance.body,
  add column decision_id uuid references governance.decision;
create index on programmes.board_report (decision_id) where decision_id is not null;
