-- Organizations and the members' places in them.

create table organization (
  id uuid primary key,
  kind text not null default 'customer' check (kind in ('customer', 'platform')),
  name text not null check (length(name) between 1 and 120),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  country char(2) not null check (country = upper(country)),
  time_zone text not null,
  currency char(3) not null check (currency = upper(currency)),
  file_quota_bytes bigint not null default 5368709120 check (file_quota_bytes >= 0),
  set_up_at timestamptz, -- when the wizard was finished
  closed_at timestamptz, -- closed by its owner: nobody gets in any more, a job deletes everything 30 days later
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- The installation itself, as an organization of its own: mail about accounts, jobs that belong to nobody else.
insert into organization (id, kind, name, slug, country, time_zone, currency)
  values ('00000000-0000-7000-8000-000000000000', 'platform', 'Gestión de Eventos', 'platform', 'MX', 'America/Mexico_City', 'MXN');

create table member (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  user_id uuid not null references app_user (id) on delete cascade,
  roles text[] not null check (cardinality(roles) > 0
    and roles <@ array['owner', 'admin', 'manager', 'sales', 'coordinator', 'finance', 'door', 'viewer']),
  venue_ids uuid[], -- null: every venue
  last_seen_at timestamptz, -- to within some minutes
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id)
);
create index member_user on member (user_id);
select make_tenant_table('member');
-- A person finds their own places before one organization is chosen.
create policy own_places on member for select using (user_id = (select current_app_user()));

alter table organization enable row level security;
alter table organization force row level security;
create policy tenant on organization using (id = (select current_organization()))
  with check (id = (select current_organization()));
create policy own_places on organization for select
  using (closed_at is null and id in (select m.organization_id from member m where m.user_id = (select current_app_user())));
grant select, insert, update, delete on organization to gestion_app;

alter table session add constraint session_active_organization
  foreign key (active_organization_id) references organization (id) on delete set null;

create table invitation (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  email text not null check (email = lower(email) and length(email) <= 254),
  roles text[] not null check (cardinality(roles) > 0
    and roles <@ array['owner', 'admin', 'manager', 'sales', 'coordinator', 'finance', 'door', 'viewer']),
  venue_ids uuid[],
  token_hash text not null unique,
  invited_by uuid, -- member.id as it was then
  sent_at timestamptz not null default now(), -- the last time its mail was sent
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index invitation_open on invitation (organization_id, email) where accepted_at is null and revoked_at is null;
select make_tenant_table('invitation');
-- Whoever holds the secret of an invitation sees that invitation, before any organization is known.
create function current_secret_hash() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.secret_hash', true), '');
create policy holder_of_secret on invitation for select using (token_hash = (select current_secret_hash()));

create table api_key (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  prefix text not null, -- the first characters, to recognise it by
  key_hash text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  venue_ids uuid[], -- null: every venue
  created_by uuid not null, -- member.id: without that member the key is dead
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
select make_tenant_table('api_key');
create policy holder_of_secret on api_key for select using (key_hash = (select current_secret_hash()));

create table idempotency_key (
  organization_id uuid not null references organization (id) on delete cascade,
  caller uuid not null, -- the API key that sent it
  key text not null check (length(key) between 1 and 255),
  request_hash text not null,
  status smallint,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (organization_id, caller, key)
);
create index idempotency_key_age on idempotency_key (organization_id, created_at);
select make_tenant_table('idempotency_key');

-- Deletes what the current organization had, at most `batch` rows of each table, if it was closed 30 days ago or more:
-- the audit trail too, which otherwise only grows. Returns how many rows went; with 0, the organization itself is gone.
create function purge_closed_organization(batch integer) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, public
  as $$
declare
  doomed uuid := current_organization();
  tenant_table regclass;
  step bigint;
  deleted bigint := 0;
begin
  perform from organization where id = doomed and closed_at <= now() - interval '30 days' for update;
  if not found then
    raise exception 'organization % was not closed 30 days ago', doomed using errcode = 'object_not_in_prerequisite_state';
  end if;
  perform set_config('app.purging', doomed::text, true);
  for tenant_table in
    select c.oid::regclass from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname
  loop
    begin
      execute format('delete from %1$s where ctid = any (array(select ctid from %1$s where organization_id = $1 limit $2))', tenant_table)
        using doomed, batch;
      get diagnostics step = row_count;
      deleted := deleted + step;
    exception when foreign_key_violation or restrict_violation then null; -- what points to its rows goes first
    end;
  end loop;
  if deleted = 0 then
    delete from organization where id = doomed;
  end if;
  perform set_config('app.purging', '', true);
  return deleted;
end $$;
revoke all on function purge_closed_organization from public;
grant execute on function purge_closed_organization to gestion_app;
