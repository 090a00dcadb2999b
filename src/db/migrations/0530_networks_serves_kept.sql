-- Whoever keeps the register says which municipalities an organisation serves (NET-13); rows end, and none is removed.
create policy adding on networks.serves for insert to polku_app with check (access.holds('organisations:write'));
create policy ending on networks.serves for update to polku_app
  using (access.holds('organisations:write')) with check (access.holds('organisations:write'));
