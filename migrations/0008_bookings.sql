-- Events, closures and their claims on atoms. Here stands the promise: no atom is used twice at once.

create table event_counter (
  organization_id uuid primary key references organization (id) on delete cascade,
  last_number integer not null default 0 check (last_number >= 0)
);
select make_tenant_table('event_counter', 'select, insert, update');

-- The truth of when is the local time and its zone; the instants are derived from them (features/bookings/rules.ts).
create table event (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  number integer not null check (number > 0), -- EV-2481
  title text not null check (length(title) between 1 and 160),
  type text not null default 'other' check (type in
    ('wedding', 'quinceanera', 'birthday', 'baptism', 'graduation', 'corporate', 'congress', 'concert', 'other')),
  client_name text check (length(client_name) between 1 and 160),
  head_count integer check (head_count between 1 and 1000000),
  status text not null check (status in
    ('inquiry', 'tentative', 'confirmed', 'in_progress', 'completed', 'closed', 'cancelled', 'lost')),
  venue_id uuid not null,
  local_start timestamp not null,
  local_end timestamp not null check (local_end > local_start),
  time_zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at - starts_at <= interval '31 days'),
  hold_expires_at timestamptz check (status <> 'tentative' or hold_expires_at is not null),
  priority_at timestamptz not null, -- whoever came first is first in line
  hold_order integer not null default 0, -- among equals, or as a person has put them
  confirmed_at timestamptz,
  override_reason text check (length(override_reason) between 1 and 500), -- why it was confirmed without an accepted quote
  ended_reason text check (length(ended_reason) between 1 and 500), -- why it was cancelled or lost
  created_by uuid, -- member.id as it was then
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- For search as you type; a column and not an index of trigrams, for the reason that audit_entry gives (0004).
  search text not null generated always as
    (search_key(title || ' ' || coalesce(client_name, '') || ' ev-' || number::text)) stored,
  primary key (organization_id, id),
  unique (organization_id, id, venue_id),
  unique (organization_id, number),
  foreign key (organization_id, venue_id) references venue (organization_id, id),
  check (status not in ('cancelled', 'lost') or ended_reason is not null),
  check (status not in ('confirmed', 'in_progress', 'completed', 'closed') or confirmed_at is not null)
);
create index event_start on event (organization_id, starts_at, id);
create index event_title on event (organization_id, title, id);
create index event_status on event (organization_id, status, starts_at, id);
create index event_hold_expiry on event (organization_id, hold_expires_at) where status = 'tentative';
select make_tenant_table('event', 'select, insert, update');

create table event_space (
  organization_id uuid not null,
  event_id uuid not null,
  space_id uuid not null,
  venue_id uuid not null,
  layout_id uuid,
  position integer not null default 0,
  primary key (organization_id, event_id, space_id),
  foreign key (organization_id, event_id, venue_id) references event (organization_id, id, venue_id) on delete cascade,
  foreign key (organization_id, venue_id, space_id) references space (organization_id, venue_id, id),
  foreign key (organization_id, space_id, layout_id) references layout (organization_id, space_id, id)
);
create index event_space_of_space on event_space (organization_id, space_id);
select make_tenant_table('event_space');

create table closure (
  organization_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  space_id uuid not null,
  reason text not null check (length(reason) between 1 and 160),
  local_start timestamp not null,
  local_end timestamp not null check (local_end > local_start),
  time_zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at - starts_at <= interval '732 days'),
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, venue_id, space_id) references space (organization_id, venue_id, id)
);
create index closure_end on closure (organization_id, ends_at);
create index closure_space on closure (organization_id, space_id);
select make_tenant_table('closure');

-- One row for each atom that an event or a closure claims, set-up and tear-down included.
create table allocation (
  organization_id uuid not null,
  event_id uuid,
  closure_id uuid,
  -- Whoever claims, as one column: `event_id with <>` alone would let closures through, because null is never `<>`.
  claim_id uuid not null generated always as (coalesce(event_id, closure_id)) stored,
  space_id uuid not null,
  atom_id uuid not null,
  occupied tstzrange not null,
  -- Its ends by themselves: under row-level security `&&` may not use an index, because it is not leakproof; `<` may.
  occupied_from timestamptz not null generated always as (lower(occupied)) stored,
  occupied_until timestamptz not null generated always as (upper(occupied)) stored,
  blocking boolean not null check (blocking or closure_id is null), -- a closure always blocks
  primary key (organization_id, claim_id, space_id, atom_id),
  check (num_nonnulls(event_id, closure_id) = 1),
  constraint allocation_bounded check (not isempty(occupied) and not lower_inf(occupied) and not upper_inf(occupied)
    and isfinite(lower(occupied)) and isfinite(upper(occupied)) and lower_inc(occupied) and not upper_inc(occupied)),
  foreign key (organization_id, event_id, space_id) references event_space (organization_id, event_id, space_id) on delete cascade,
  foreign key (organization_id, closure_id) references closure (organization_id, id) on delete cascade,
  foreign key (organization_id, space_id) references space (organization_id, id),
  foreign key (organization_id, atom_id) references atom (organization_id, id)
);
-- The promise itself. An event may overlap itself; ranges that touch are free. Not deferrable, nothing goes around it.
alter table allocation add constraint allocation_no_double_booking
  exclude using gist (organization_id with =, atom_id with =, claim_id with <>, occupied with &&) where (blocking);
create index allocation_atom on allocation (organization_id, atom_id, occupied_until);
create index allocation_event on allocation (organization_id, event_id, space_id) where event_id is not null;
create index allocation_closure on allocation (organization_id, closure_id) where closure_id is not null;
create index allocation_space on allocation (organization_id, space_id);
select make_tenant_table('allocation');

-- The instants must be the local time in its zone. Two hours are let through: a clock that is changed, and a database
-- whose table of zones is older than the program's, are no reason to lose a booking; a wrong zone is caught.
create function check_local_time() returns trigger
  language plpgsql as $$
begin
  if abs(extract(epoch from (new.local_start at time zone new.time_zone) - new.starts_at)) > 7200
    or abs(extract(epoch from (new.local_end at time zone new.time_zone) - new.ends_at)) > 7200 then
    raise exception '% %: the instants are not the local times in %', tg_table_name, new.id, new.time_zone
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger event_local_time before insert or update of local_start, local_end, time_zone, starts_at, ends_at on event
  for each row execute function check_local_time();
create trigger closure_local_time before insert or update of local_start, local_end, time_zone, starts_at, ends_at on closure
  for each row execute function check_local_time();

-- At the end of each transaction: what is confirmed blocks all its atoms for all its time, what is over for good blocks none.
-- So no verb can confirm an event and leave its claims open, which the exclusion constraint alone would not notice.
create function check_claims() returns trigger
  language plpgsql as $$
declare
  claimed record;
  organization uuid;
  claimant uuid;
begin
  if tg_op = 'DELETE' then organization := old.organization_id; else organization := new.organization_id; end if;
  if tg_table_name = 'event' then claimant := new.id;
  elsif tg_op = 'DELETE' then claimant := old.event_id;
  else claimant := new.event_id;
  end if;
  -- A closed organization is deleted table by table (purge_closed_organization): nothing is promised there any more.
  if claimant is null or exists (select from organization o where o.id = organization and o.closed_at is not null) then
    return null;
  end if;
  select e.status,
         exists (select from allocation a where a.organization_id = e.organization_id and a.event_id = e.id) as any_claim,
         exists (select from allocation a where a.organization_id = e.organization_id and a.event_id = e.id
                 and not (a.blocking and a.occupied @> tstzrange(e.starts_at, e.ends_at))) as open_claim,
         exists (select from event_space s where s.organization_id = e.organization_id and s.event_id = e.id
                 and not exists (select from allocation a where a.organization_id = s.organization_id
                                 and a.event_id = s.event_id and a.space_id = s.space_id)) as unclaimed_space
    into claimed from event e where e.organization_id = organization and e.id = claimant;
  if claimed.status in ('confirmed', 'in_progress', 'completed', 'closed')
    and (not claimed.any_claim or claimed.open_claim or claimed.unclaimed_space) then
    raise exception 'event % is % but does not block its spaces', claimant, claimed.status using errcode = 'check_violation';
  end if;
  if claimed.status in ('cancelled', 'lost') and claimed.any_claim then
    raise exception 'event % is % but still claims its spaces', claimant, claimed.status using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger event_claims after insert or update of status, starts_at, ends_at on event
  deferrable initially deferred for each row execute function check_claims();
create constraint trigger event_space_claims after insert or update or delete on event_space
  deferrable initially deferred for each row execute function check_claims();
create constraint trigger allocation_claims after insert or update or delete on allocation
  deferrable initially deferred for each row execute function check_claims();

-- Place in the line for a date, 1 is first: one more than the holds in force ahead that overlap on any atom. Derived, never stored.
create function hold_rank(organization uuid, hold uuid, at timestamptz) returns integer
  language sql stable as $$
    select 1 + count(distinct other.id)::integer
    from event mine
    join allocation a on a.organization_id = mine.organization_id and a.event_id = mine.id
    join allocation b on b.organization_id = a.organization_id and b.atom_id = a.atom_id
      and b.occupied_until > a.occupied_from and b.occupied_from < a.occupied_until and not b.blocking and b.claim_id <> a.claim_id
    join event other on other.organization_id = b.organization_id and other.id = b.event_id
    where mine.organization_id = organization and mine.id = hold
      and other.status = 'tentative' and other.hold_expires_at > at
      and (other.priority_at, other.hold_order, other.id) < (mine.priority_at, mine.hold_order, mine.id)
  $$;
