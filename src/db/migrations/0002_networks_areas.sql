create table networks.organisation (
  id uuid primary key,
  kind text not null check (kind in ('municipality','employment-services','business-services','development-company','state',
    'wellbeing-area','kela','education','third-sector','private-agency','entrepreneurs','joint-service')),
  names jsonb not null,
  business_id text,
  municipality_code text,
  valid_from date,
  valid_to date,
  successor_id uuid references networks.organisation
);
create table networks.serves (
  organisation_id uuid not null references networks.organisation,
  municipality_code text not null,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, municipality_code, valid_from)
);
create table areas.area (
  id uuid primary key,
  names jsonb not null,
  kind text not null check (kind in ('employment-area','sub-region','pilot-area')),
  valid_from date not null,
  valid_to date
);
create table areas.member (
  area_id uuid not null references areas.area,
  municipality_code text not null,
  valid_from date not null,
  valid_to date,
  primary key (area_id, municipality_code, valid_from)
);
