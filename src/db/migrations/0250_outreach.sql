-- What the area tells and is asked: bulletins with an approver other than the author, questions with an owner and a day,
-- published answers apart from what was asked, and the plan of communication with its cost and effect.
create schema outreach;
grant usage on schema outreach to polku_app;
alter default privileges in schema outreach grant select, insert, update, delete on tables to polku_app;
alter default privileges in schema outreach grant execute on functions to polku_app;

create table outreach.bulletin (
  id uuid primary key,
  titles jsonb not null,
  texts jsonb not null,
  state text not null check (state in ('draft','waiting','published')),
  -- Who wrote last: whoever did may not approve (COM-09).
  author_id uuid not null references access.account,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null check (version > 0),
  asked_at timestamptz,
  returned_why text,
  approved_by uuid references access.account,
  published_at timestamptz,
  check ((state = 'published') = (approved_by is not null)),
  check ((approved_by is null) = (published_at is null)),
  constraint nobody_approves_own_words check (approved_by is distinct from author_id)
);
create index on outreach.bulletin (published_at desc);
-- Everybody who has had a hand in it. A writer may not approve; an expert has only said what is right.
create table outreach.contributor (
  bulletin_id uuid not null references outreach.bulletin,
  account_id uuid not null references access.account,
  part text not null check (part in ('writer','expert')),
  primary key (bulletin_id, account_id, part)
);
create table outreach.remark (
  id uuid primary key,
  bulletin_id uuid not null references outreach.bulletin,
  account_id uuid not null references access.account,
  at timestamptz not null,
  text text not null
);
create index on outreach.remark (bulletin_id, at);
-- The public, a role, an organisation, a municipality's people in office, or the media (who read the public page).
create table outreach.audience (
  bulletin_id uuid not null references outreach.bulletin,
  kind text not null check (kind in ('public','media','role','organisation','municipality')),
  value text not null default '',
  primary key (bulletin_id, kind, value)
);
-- The log of sending: to whom on the own page, and whether it has been read.
create table outreach.delivery (
  bulletin_id uuid not null references outreach.bulletin,
  account_id uuid not null references access.account,
  sent_at timestamptz not null,
  read_at timestamptz,
  primary key (bulletin_id, account_id)
);
create index on outreach.delivery (account_id, sent_at desc);

create table outreach.question (
  id uuid primary key,
  topic text not null check (topic in ('services','employers','programme','project','decisions','accessibility','other')),
  language text not null check (language in ('fi','sv','en')),
  text text not null,
  asked_at timestamptz not null,
  asked_on date not null,
  -- A visitor leaves no name or address: the answer is found by a token, of which only the hash is here.
  asker_id uuid references access.account,
  token_hash bytea unique,
  owner_id uuid references access.account,
  due_on date not null,
  -- The version of the dated rule that gave the day.
  rule_id text not null,
  state text not null check (state in ('open','answered','closed')),
  answer text,
  answered_by uuid references access.account,
  answered_at timestamptz,
  answered_on date,
  closed_why text,
  check ((state = 'answered') = (answer is not null)),
  check ((answer is null) = (answered_at is null)),
  check ((state = 'closed') = (closed_why is not null)),
  check ((asker_id is null) <> (token_hash is null))
);
create index on outreach.question (state, due_on);
create index on outreach.question (owner_id, state);
-- The words that may be published, without what the asker told of persons; shown to all once somebody else has approved.
create table outreach.published_answer (
  question_id uuid primary key references outreach.question,
  topic text not null,
  questions jsonb not null,
  answers jsonb not null,
  author_id uuid not null references access.account,
  asked_at timestamptz not null,
  -- What the check found and the author looked at.
  confirmed text[] not null default '{}',
  returned_why text,
  approved_by uuid references access.account,
  published_at timestamptz,
  check ((approved_by is null) = (published_at is null)),
  constraint nobody_approves_own_words check (approved_by is distinct from author_id)
);
create index on outreach.published_answer (published_at desc);
create table outreach.reminder (
  question_id uuid not null references outreach.question,
  -- Working days late.
  working_day integer not null check (working_day > 0),
  sent_on date not null,
  primary key (question_id, working_day)
);

create table outreach.plan_action (
  id uuid primary key,
  aim text not null,
  audience text not null,
  message text,
  channel text not null check (channel in ('bulletin','web','social-media','event','press','print','email','briefing','campaign','other')),
  planned_on date not null,
  done_on date,
  dropped_why text,
  owner text not null,
  bulletin_id uuid references outreach.bulletin,
  -- What is counted, planned and actual: "readers of the page", 500, 430.
  effect text,
  effect_planned integer check (effect_planned >= 0),
  effect_actual integer check (effect_actual >= 0),
  cost_planned bigint not null default 0 check (cost_planned >= 0),
  cost_actual bigint check (cost_actual >= 0),
  -- The line of a budget that pays, in words ("Palvelupolut 2.0: TP2 ostopalvelut").
  budget_line text,
  changed_at timestamptz not null,
  changed_by uuid references access.account,
  check (done_on is null or dropped_why is null)
);
create index on outreach.plan_action (planned_on);

create function outreach.writes() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('comms','project');
create function outreach.approves() returns boolean language sql stable parallel safe
  return access.is_system() or access.viewer_role() in ('comms','area-manager','board');
create function outreach.answers() returns boolean language sql stable parallel safe
  return access.is_system() or access.is_staff();
create function outreach.is_public(bulletin uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from outreach.bulletin b join outreach.audience a on a.bulletin_id = b.id
    where b.id = bulletin and b.state = 'published' and a.kind in ('public','media'))
$$;
create function outreach.was_sent(bulletin uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from outreach.delivery d where d.bulletin_id = bulletin and d.account_id = access.viewer_account())
$$;
create function outreach.is_asked(bulletin uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from outreach.contributor c where c.bulletin_id = bulletin and c.account_id = access.viewer_account())
$$;
create function outreach.wrote(bulletin uuid, account uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from outreach.contributor c where c.bulletin_id = bulletin and c.account_id = account and c.part = 'writer')
$$;
create function outreach.sees(bulletin uuid) returns boolean language sql stable
  return outreach.writes() or outreach.approves() or outreach.is_asked(bulletin) or outreach.was_sent(bulletin) or outreach.is_public(bulletin);

select access.protect('outreach.bulletin', 'who wrote and who approved');
select access.protect('outreach.contributor', 'who had a hand in it');
select access.protect('outreach.remark', 'what an official said of a draft');
select access.protect('outreach.audience', 'to whom a bulletin goes');
select access.protect('outreach.delivery', 'who has read a bulletin');
select access.protect('outreach.question', 'what somebody asked, in own words');
select access.protect('outreach.published_answer', 'who wrote and who approved');
select access.protect('outreach.reminder', 'which question is late');
select access.protect('outreach.plan_action', 'who answers for an action');

create policy reading on outreach.bulletin for select to polku_app using (
  outreach.writes() or outreach.approves() or outreach.is_asked(id) or outreach.was_sent(id) or outreach.is_public(id));
create policy writing on outreach.bulletin for insert to polku_app with check (outreach.writes());
create policy changing on outreach.bulletin for update to polku_app
  using (state <> 'published' and (outreach.writes() or outreach.approves() or outreach.is_asked(id)))
  with check ((outreach.writes() or outreach.approves() or outreach.is_asked(id)) and (approved_by is null
    or (approved_by = access.viewer_account() and outreach.approves() and not outreach.wrote(id, approved_by))));
create policy removing on outreach.bulletin for delete to polku_app using (state = 'draft' and outreach.writes());
do $$
declare
  t text;
begin
  foreach t in array array['contributor','remark','audience'] loop
    execute format('create policy reading on outreach.%I for select to polku_app using (outreach.sees(bulletin_id))', t);
  end loop;
end $$;
create policy keeping on outreach.contributor for all to polku_app
  using (outreach.writes()) with check (outreach.writes() or account_id = access.viewer_account());
create policy adding on outreach.remark for insert to polku_app with check (
  account_id = access.viewer_account() and (outreach.writes() or outreach.approves() or outreach.is_asked(bulletin_id)));
create policy removing on outreach.remark for delete to polku_app using (outreach.writes());
create policy keeping on outreach.audience for all to polku_app using (outreach.writes()) with check (outreach.writes());
create policy reading on outreach.delivery for select to polku_app using (
  access.is_system() or account_id = access.viewer_account());
create policy marking on outreach.delivery for update to polku_app
  using (account_id = access.viewer_account()) with check (account_id = access.viewer_account());
create policy sending on outreach.delivery for insert to polku_app with check (access.is_system());

-- Those who answer see what was asked; the asker sees the own question; a visitor's token is looked up by the house.
create policy reading on outreach.question for select to polku_app using (
  outreach.answers() or (asker_id is not null and asker_id = access.viewer_account()));
create policy asking on outreach.question for insert to polku_app with check (
  access.is_system() or (asker_id = access.viewer_account() and owner_id is null and state = 'open'));
create policy answering on outreach.question for update to polku_app using (outreach.answers()) with check (outreach.answers());
create policy reading on outreach.published_answer for select to polku_app using (
  published_at is not null or outreach.answers());
create policy keeping on outreach.published_answer for all to polku_app
  using (outreach.answers() and published_at is null)
  with check (outreach.answers() and (published_at is null or (approved_by = access.viewer_account() and outreach.approves())));
create policy keeping on outreach.reminder for all to polku_app using (access.is_system()) with check (access.is_system());
create policy reading on outreach.reminder for select to polku_app using (outreach.answers());
create policy reading on outreach.plan_action for select to polku_app using (access.is_system() or access.is_staff()
  or access.viewer_role() = 'decision-maker');
create policy keeping on outreach.plan_action for all to polku_app using (outreach.writes()) with check (outreach.writes());
