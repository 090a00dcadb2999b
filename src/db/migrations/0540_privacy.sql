-- A person's rights to the own data: what was asked, by when it is answered, and what was answered.
create schema privacy;
grant usage on schema privacy to polku_app;

create table privacy.request (
  id uuid primary key,
  client_id uuid not null references clients.client,
  kind text not null check (kind in ('correction', 'erasure', 'restriction', 'copy', 'objection')),
  about text not null,
  wish text not null,
  asked_at timestamptz not null,
  -- The last day to answer: GDPR 12(3).
  due_on date not null,
  -- The answer may take longer, with the reason told to the person.
  longer_why text,
  answer text check (answer in ('done', 'partly', 'refused')),
  answer_note text,
  answered_at timestamptz,
  answered_by uuid references access.account,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (answer is null or answer = 'done' or answer_note is not null)
);
create index on privacy.request (client_id, asked_at desc);
create index on privacy.request (due_on) where answer is null;
select access.protect('privacy.request', 'what a person has asked of the own data');
create policy reading on privacy.request for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id)
  or access.held_under('data-requests:answer') = 'always'
  or (access.held_under('data-requests:answer') = 'case' and client_id in (select access.case_clients())));
create policy asking on privacy.request for insert to polku_app
  with check (access.is_self(client_id) and answer is null);
create policy answering on privacy.request for update to polku_app using (
  access.held_under('data-requests:answer') = 'always'
  or (access.held_under('data-requests:answer') = 'case' and client_id in (select access.case_clients())));
grant select, insert, update on privacy.request to polku_app;
