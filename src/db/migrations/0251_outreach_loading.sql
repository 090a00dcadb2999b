-- The house itself may load answers that somebody has approved already (a demonstration area, a transfer).
alter policy keeping on outreach.published_answer
  with check (access.is_system() or (outreach.answers() and (published_at is null or (approved_by = access.viewer_account() and outreach.approves()))));
