-- A receiver marks what has been read; nothing else of a notice changes.
create policy marking on outbox.notification for update to polku_app
  using (account_id = access.viewer_account()) with check (account_id = access.viewer_account());
