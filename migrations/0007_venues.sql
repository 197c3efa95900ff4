-- Venues and what is sold in them. A space is sold; an atom is the smallest part that cannot be used twice at once.

-- Made by the demo, and reset with it; its dates are relative to `demo_as_of`, and move on with the weeks.
alter table organization add column demo boolean not null default false;
alter table organization add column demo_as_of date check (demo = (demo_as_of is not null));

-- The demo's people with their places, for the sign-in page of somebody's own machine. Row-level security does not let a
-- guest see places; this shows those of demo organizations, and only where their owner may go around it (npm start).
create function demo_people() returns table (name text, email text, organization text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select u.name, u.email, o.name, m.roles
    from organization o
    join member m on m.organization_id = o.id
    join app_user u on u.id = m.user_id
    where o.demo
    order by u.id, o.name
  $$;
revoke all on function demo_people from public;
grant execute on function demo_people to gestion_app;

create table venue (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  address text check (length(address) between 1 and 300),
  time_zone text not null,
  currency char(3) not null check (currency = upper(currency)),
  day_cutoff time not null default '06:00', -- the operating day ends here: a party until 04:00 belongs to the day before
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index venue_name on venue (organization_id, search_key(name)) where archived_at is null;
select make_tenant_table('venue');

create table atom (
  organization_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, venue_id, id),
  foreign key (organization_id, venue_id) references venue (organization_id, id) on delete cascade
);
select make_tenant_table('atom');

create table space (
  organization_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  capacity integer not null check (capacity between 1 and 1000000),
  setup_minutes integer not null default 0 check (setup_minutes between 0 and 2880),
  teardown_minutes integer not null default 0 check (teardown_minutes between 0 and 2880),
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, venue_id, id),
  foreign key (organization_id, venue_id) references venue (organization_id, id) on delete cascade
);
create unique index space_name on space (organization_id, venue_id, search_key(name)) where archived_at is null;
select make_tenant_table('space');

-- Which atoms a space is made of, and from when until when. The keys carry the venue: no space spans two sites.
create table space_atom (
  organization_id uuid not null,
  space_id uuid not null,
  atom_id uuid not null,
  venue_id uuid not null,
  valid daterange not null default daterange(null, null) check (not isempty(valid)),
  primary key (organization_id, space_id, atom_id, valid),
  foreign key (organization_id, venue_id, space_id) references space (organization_id, venue_id, id) on delete cascade,
  foreign key (organization_id, venue_id, atom_id) references atom (organization_id, venue_id, id) on delete cascade,
  constraint space_atom_one_version_a_day
    exclude using gist (organization_id with =, space_id with =, atom_id with =, valid with &&)
);
create index space_atom_of_atom on space_atom (organization_id, atom_id);
select make_tenant_table('space_atom');

create table layout (
  organization_id uuid not null,
  id uuid not null,
  space_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  capacity integer not null check (capacity between 1 and 1000000),
  position integer not null default 0,
  primary key (organization_id, id),
  unique (organization_id, space_id, id),
  unique (organization_id, space_id, name),
  foreign key (organization_id, space_id) references space (organization_id, id) on delete cascade
);
select make_tenant_table('layout');

create table shift (
  organization_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  starts time not null,
  ends time not null check (ends <> starts), -- earlier than `starts`: on the next day
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, venue_id) references venue (organization_id, id) on delete cascade
);
create unique index shift_name on shift (organization_id, venue_id, search_key(name)) where archived_at is null;
select make_tenant_table('shift');
