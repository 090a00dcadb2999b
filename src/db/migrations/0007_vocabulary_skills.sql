create table vocabulary.version (
  id uuid primary key,
  source text not null,
  release text not null,
  loaded_at timestamptz not null,
  counts jsonb not null
);
create table vocabulary.concept (
  uri text primary key,
  kind text not null check (kind in ('occupation','skill','group')),
  skill_type text check (skill_type in ('skill','knowledge')),
  isco text,
  names jsonb not null,
  source text not null check (source in ('starter','esco')),
  retired boolean not null default false
);
create table vocabulary.name (
  concept_uri text not null references vocabulary.concept,
  language text not null check (language in ('fi','sv','en')),
  text text not null,
  preferred boolean not null,
  primary key (concept_uri, language, text)
);
create table vocabulary.occupation_skill (
  occupation_uri text not null references vocabulary.concept,
  skill_uri text not null references vocabulary.concept,
  essential boolean not null,
  primary key (occupation_uri, skill_uri)
);
create index on vocabulary.occupation_skill (skill_uri);
create table vocabulary.broader (
  narrower_uri text not null references vocabulary.concept,
  broader_uri text not null references vocabulary.concept,
  primary key (narrower_uri, broader_uri)
);
create table vocabulary.licence (
  code text primary key,
  names jsonb not null,
  kind text not null
);
create table skills.mapping (
  client_id uuid primary key references clients.client,
  started_on date not null,
  completed_on date
);
create table skills.skill (
  id uuid primary key,
  client_id uuid not null references clients.client,
  concept_uri text references vocabulary.concept,
  own_words text,
  level smallint not null check (level between 1 and 3),
  evidence text not null check (evidence in ('own-word','work','education','certificate','assessed','hobby')),
  evidence_note text,
  check (num_nonnulls(concept_uri, own_words) >= 1),
  unique (client_id, concept_uri)
);
create index on skills.skill (concept_uri);
create table skills.occupation (
  client_id uuid not null references clients.client,
  concept_uri text not null references vocabulary.concept,
  years numeric(4,1) not null check (years >= 0),
  primary key (client_id, concept_uri)
);
create table skills.language (
  client_id uuid not null references clients.client,
  language text not null,
  cefr text not null check (cefr in ('A1','A2','B1','B2','C1','C2')),
  native boolean not null default false,
  primary key (client_id, language)
);
create table skills.licence (
  client_id uuid not null references clients.client,
  code text not null references vocabulary.licence,
  valid_to date,
  primary key (client_id, code)
);
create table skills.wish (
  client_id uuid primary key references clients.client,
  occupation_uris text[] not null default '{}',
  working_times text[] not null default '{}' check (working_times <@ array['full-time','part-time','day','evening','night','weekend','shift','remote']),
  earliest_start date,
  note text
);
create table skills.travel_area (
  client_id uuid not null references clients.client,
  municipality_code text not null,
  primary key (client_id, municipality_code)
);
create index on skills.travel_area (municipality_code);
-- Adviser and client both write; each change keeps its author.
create table skills.change (
  id uuid primary key,
  client_id uuid not null references clients.client,
  changed_at timestamptz not null,
  author_id uuid not null references access.account,
  author_role text not null,
  part text not null check (part in ('skill','occupation','language','licence','wish','travel-area','mapping','education')),
  kind text not null check (kind in ('added','changed','removed')),
  subject text not null,
  before jsonb,
  after jsonb
);
create index on skills.change (client_id, changed_at desc);
do $$
declare
  part record;
begin
  for part in select * from (values ('mapping','skills'), ('skill','skills'), ('occupation','skills'), ('language','languages'),
      ('licence','licences'), ('wish','wishes'), ('travel_area','travel-area')) as t (name, field) loop
    perform access.protect(('skills.' || part.name)::regclass, part.field || ' of a person');
    execute format($p$create policy reading on skills.%I for select to polku_app using (
      (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()) or consents.may_share(%L, client_id))$p$, part.name, part.field);
    execute format($p$create policy keeping on skills.%I for all to polku_app
      using (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()))
      with check (access.is_system() or access.is_self(client_id) or client_id in (select access.case_clients()))$p$, part.name);
  end loop;
end $$;
select access.protect('skills.change', 'history of a mapping');
create policy reading on skills.change for select to polku_app using (
  (select access.is_system()) or access.is_self(client_id) or client_id in (select access.case_clients()));
create policy adding on skills.change for insert to polku_app with check (
  access.is_system() or (author_id = access.viewer_account() and (access.is_self(client_id) or client_id in (select access.case_clients()))));
