-- The schema as the migrations leave it. Written by `npm run db:generate`; do not edit.
-- Roles belong to the cluster and are not here: gestion_app is made by 0001_foundation.sql.

set check_function_bodies = off;

-- Extensions
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Types
create type job_view as (id bigint, task text, payload json, attempts smallint, max_attempts smallint, last_error text, run_at timestamp with time zone, created_at timestamp with time zone, locked_at timestamp with time zone);

-- Functions
CREATE OR REPLACE FUNCTION public.check_claims()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.check_local_time()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if abs(extract(epoch from (new.local_start at time zone new.time_zone) - new.starts_at)) > 7200
    or abs(extract(epoch from (new.local_end at time zone new.time_zone) - new.ends_at)) > 7200 then
    raise exception '% %: the instants are not the local times in %', tg_table_name, new.id, new.time_zone
      using errcode = 'check_violation';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.current_app_user()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION public.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION public.current_secret_hash()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.secret_hash'::text, true), ''::text)
;
CREATE OR REPLACE FUNCTION public.demo_people()
 RETURNS TABLE(name text, email text, organization text, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select u.name, u.email, o.name, m.roles
    from organization o
    join member m on m.organization_id = o.id
    join app_user u on u.id = m.user_id
    where o.demo
    order by u.id, o.name
  $function$
;
CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, run_at timestamp with time zone, max_attempts integer, job_key text)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select id from graphile_worker.add_job(
      identifier => task, payload => payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key)
  $function$
;
CREATE OR REPLACE FUNCTION public.hold_rank(organization uuid, hold uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
    select 1 + count(distinct other.id)::integer
    from event mine
    join allocation a on a.organization_id = mine.organization_id and a.event_id = mine.id
    join allocation b on b.organization_id = a.organization_id and b.atom_id = a.atom_id
      and b.occupied_until > a.occupied_from and b.occupied_from < a.occupied_until and not b.blocking and b.claim_id <> a.claim_id
    join event other on other.organization_id = b.organization_id and other.id = b.event_id
    where mine.organization_id = organization and mine.id = hold
      and other.status = 'tentative' and other.hold_expires_at > at
      and (other.priority_at, other.hold_order, other.id) < (mine.priority_at, mine.hold_order, mine.id)
  $function$
;
CREATE OR REPLACE FUNCTION public.make_tenant_table(name regclass, privileges text DEFAULT 'select, insert, update, delete'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant on %s using (organization_id = (select current_organization()))'
    ' with check (organization_id = (select current_organization()))', name);
  execute format('grant %s on %s to gestion_app', privileges, name);
end $function$
;
CREATE OR REPLACE FUNCTION public.organization_jobs()
 RETURNS SETOF job_view
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select j.id, t.identifier, j.payload, j.attempts, j.max_attempts, j.last_error, j.run_at, j.created_at, j.locked_at
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'organizationId' = current_organization()::text
  $function$
;
CREATE OR REPLACE FUNCTION public.purge_closed_organization(batch integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.queue_state(OUT waiting bigint, OUT overdue bigint, OUT dead bigint, OUT oldest_seconds double precision)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select count(*) filter (where attempts < max_attempts),
           count(*) filter (where attempts < max_attempts and run_at < now() - interval '5 minutes' and locked_at is null),
           count(*) filter (where attempts >= max_attempts),
           coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and locked_at is null)), 0)::double precision
    from graphile_worker._private_jobs
  $function$
;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_user <> 'gestion_app'
     and current_setting('app.purging', true) = (to_jsonb(old) ->> 'organization_id') then
    return old;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION public.retry_dead_job(job_id bigint)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select count(*) > 0 from graphile_worker.reschedule_jobs(
      array(select id from organization_jobs() where id = job_id and attempts >= max_attempts), run_at => now(), attempts => 0)
  $function$
;
CREATE OR REPLACE FUNCTION public.search_key(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, $1))
;
CREATE OR REPLACE FUNCTION public.session_actor(hash text, at timestamp with time zone)
 RETURNS TABLE(session_id uuid, user_id uuid, user_name text, email text, locale text, theme text, last_seen_at timestamp with time zone, session_created_at timestamp with time zone, member_id uuid, roles text[], venue_ids uuid[], organization_id uuid, organization_name text, slug text, country text, time_zone text, currency text, set_up_at timestamp with time zone, logo_file_id uuid)
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
declare
  held record;
  caller text := coalesce(current_setting('app.user_id', true), '');
begin
  select s.id, s.user_id, s.active_organization_id, s.last_seen_at, s.created_at, u.name, u.email, u.locale, u.theme
    into held
    from session s join app_user u on u.id = s.user_id
    where s.token_hash = hash and s.expires_at > at;
  if not found then return; end if;

  perform set_config('app.user_id', held.user_id::text, true); -- lets them see their own places
  return query
    select held.id, held.user_id, held.name, held.email, held.locale, held.theme, held.last_seen_at, held.created_at,
           p.member_id, p.roles, p.venue_ids, p.id, p.name, p.slug, p.country::text, p.time_zone, p.currency::text,
           p.set_up_at, p.logo_file_id
    from (values (1)) one
    left join lateral (
      select m.id as member_id, m.roles, m.venue_ids,
             o.id, o.name, o.slug, o.country, o.time_zone, o.currency, o.set_up_at, o.logo_file_id
      from member m join organization o on o.id = m.organization_id
      where m.user_id = held.user_id
      order by o.id is not distinct from held.active_organization_id desc, m.created_at, m.id
      limit 1
    ) p on true;
  perform set_config('app.user_id', caller, true);
end $function$
;

-- allocation
create table allocation (
  organization_id uuid not null,
  event_id uuid,
  closure_id uuid,
  claim_id uuid generated always as (COALESCE(event_id, closure_id)) stored not null,
  space_id uuid not null,
  atom_id uuid not null,
  occupied tstzrange not null,
  occupied_from timestamp with time zone generated always as (lower(occupied)) stored not null,
  occupied_until timestamp with time zone generated always as (upper(occupied)) stored not null,
  blocking boolean not null,
  constraint allocation_pkey PRIMARY KEY (organization_id, claim_id, space_id, atom_id),
  constraint allocation_no_double_booking EXCLUDE USING gist (organization_id WITH =, atom_id WITH =, claim_id WITH <>, occupied WITH &&) WHERE (blocking),
  constraint allocation_bounded CHECK (NOT isempty(occupied) AND NOT lower_inf(occupied) AND NOT upper_inf(occupied) AND isfinite(lower(occupied)) AND isfinite(upper(occupied)) AND lower_inc(occupied) AND NOT upper_inc(occupied)),
  constraint allocation_check CHECK (blocking OR closure_id IS NULL),
  constraint allocation_check1 CHECK (num_nonnulls(event_id, closure_id) = 1)
);
CREATE INDEX allocation_atom ON public.allocation USING btree (organization_id, atom_id, occupied_until);
CREATE INDEX allocation_closure ON public.allocation USING btree (organization_id, closure_id) WHERE (closure_id IS NOT NULL);
CREATE INDEX allocation_event ON public.allocation USING btree (organization_id, event_id, space_id) WHERE (event_id IS NOT NULL);
CREATE INDEX allocation_space ON public.allocation USING btree (organization_id, space_id);
CREATE CONSTRAINT TRIGGER allocation_claims AFTER INSERT OR DELETE OR UPDATE ON allocation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_claims();
alter table allocation enable row level security;
alter table allocation force row level security;
grant delete, insert, select, update on table allocation to gestion_app;

-- api_key
create table api_key (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  prefix text not null,
  key_hash text not null,
  scopes text[] not null,
  venue_ids uuid[],
  created_by uuid not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint api_key_pkey PRIMARY KEY (organization_id, id),
  constraint api_key_key_hash_key UNIQUE (key_hash),
  constraint api_key_name_check CHECK (length(name) >= 1 AND length(name) <= 80),
  constraint api_key_scopes_check CHECK (cardinality(scopes) > 0)
);
alter table api_key enable row level security;
alter table api_key force row level security;
grant delete, insert, select, update on table api_key to gestion_app;

-- app_user
create table app_user (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  two_factor_enabled boolean default false not null,
  locale text default 'es'::text not null,
  theme text default 'system'::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint app_user_pkey PRIMARY KEY (id),
  constraint app_user_email_check CHECK (email = lower(email) AND length(email) <= 254),
  constraint app_user_locale_check CHECK (locale = ANY (ARRAY['es'::text, 'en'::text])),
  constraint app_user_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint app_user_theme_check CHECK (theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text]))
);
CREATE UNIQUE INDEX app_user_email ON public.app_user USING btree (email);
grant delete, insert, select, update on table app_user to gestion_app;

-- atom
create table atom (
  organization_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  constraint atom_pkey PRIMARY KEY (organization_id, id),
  constraint atom_organization_id_venue_id_id_key UNIQUE (organization_id, venue_id, id),
  constraint atom_name_check CHECK (length(name) >= 1 AND length(name) <= 120)
);
alter table atom enable row level security;
alter table atom force row level security;
grant delete, insert, select, update on table atom to gestion_app;

-- audit_entry
create table audit_entry (
  organization_id uuid not null,
  id uuid not null,
  at timestamp with time zone default now() not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid,
  subject_name text,
  before jsonb,
  after jsonb,
  ip text,
  user_agent text,
  request_id text,
  search text generated always as (search_key((((((COALESCE(subject_name, ''::text) || ' '::text) || actor_name) || ' '::text) || action) || ' '::text) || COALESCE(ip, ''::text))) stored not null,
  constraint audit_entry_pkey PRIMARY KEY (organization_id, id),
  constraint audit_entry_actor_kind_check CHECK (actor_kind = ANY (ARRAY['user'::text, 'api_key'::text, 'client_link'::text, 'guest'::text, 'system'::text, 'webhook'::text]))
);
CREATE INDEX audit_entry_actor ON public.audit_entry USING btree (organization_id, actor_id, at DESC);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (organization_id, subject_type, subject_id, at DESC);
CREATE INDEX audit_entry_time ON public.audit_entry USING btree (organization_id, at DESC, id DESC);
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
grant insert, select on table audit_entry to gestion_app;

-- closure
create table closure (
  organization_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  space_id uuid not null,
  reason text not null,
  local_start timestamp without time zone not null,
  local_end timestamp without time zone not null,
  time_zone text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint closure_pkey PRIMARY KEY (organization_id, id),
  constraint closure_check CHECK (local_end > local_start),
  constraint closure_check1 CHECK (ends_at > starts_at AND (ends_at - starts_at) <= '732 days'::interval),
  constraint closure_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 160)
);
CREATE INDEX closure_end ON public.closure USING btree (organization_id, ends_at);
CREATE INDEX closure_space ON public.closure USING btree (organization_id, space_id);
CREATE TRIGGER closure_local_time BEFORE INSERT OR UPDATE OF local_start, local_end, time_zone, starts_at, ends_at ON closure FOR EACH ROW EXECUTE FUNCTION check_local_time();
alter table closure enable row level security;
alter table closure force row level security;
grant delete, insert, select, update on table closure to gestion_app;

-- credential
create table credential (
  user_id uuid not null,
  password_hash text not null,
  updated_at timestamp with time zone default now() not null,
  constraint credential_pkey PRIMARY KEY (user_id)
);
grant delete, insert, select, update on table credential to gestion_app;

-- event
create table event (
  organization_id uuid not null,
  id uuid not null,
  number integer not null,
  title text not null,
  type text default 'other'::text not null,
  client_name text,
  head_count integer,
  status text not null,
  venue_id uuid not null,
  local_start timestamp without time zone not null,
  local_end timestamp without time zone not null,
  time_zone text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  hold_expires_at timestamp with time zone,
  priority_at timestamp with time zone not null,
  hold_order integer default 0 not null,
  confirmed_at timestamp with time zone,
  override_reason text,
  ended_reason text,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  search text generated always as (search_key((((title || ' '::text) || COALESCE(client_name, ''::text)) || ' ev-'::text) || number::text)) stored not null,
  constraint event_pkey PRIMARY KEY (organization_id, id),
  constraint event_organization_id_id_venue_id_key UNIQUE (organization_id, id, venue_id),
  constraint event_organization_id_number_key UNIQUE (organization_id, number),
  constraint event_check CHECK (local_end > local_start),
  constraint event_check1 CHECK (ends_at > starts_at AND (ends_at - starts_at) <= '31 days'::interval),
  constraint event_check2 CHECK (status <> 'tentative'::text OR hold_expires_at IS NOT NULL),
  constraint event_check3 CHECK ((status <> ALL (ARRAY['cancelled'::text, 'lost'::text])) OR ended_reason IS NOT NULL),
  constraint event_check4 CHECK ((status <> ALL (ARRAY['confirmed'::text, 'in_progress'::text, 'completed'::text, 'closed'::text])) OR confirmed_at IS NOT NULL),
  constraint event_client_name_check CHECK (length(client_name) >= 1 AND length(client_name) <= 160),
  constraint event_ended_reason_check CHECK (length(ended_reason) >= 1 AND length(ended_reason) <= 500),
  constraint event_head_count_check CHECK (head_count >= 1 AND head_count <= 1000000),
  constraint event_number_check CHECK (number > 0),
  constraint event_override_reason_check CHECK (length(override_reason) >= 1 AND length(override_reason) <= 500),
  constraint event_status_check CHECK (status = ANY (ARRAY['inquiry'::text, 'tentative'::text, 'confirmed'::text, 'in_progress'::text, 'completed'::text, 'closed'::text, 'cancelled'::text, 'lost'::text])),
  constraint event_title_check CHECK (length(title) >= 1 AND length(title) <= 160),
  constraint event_type_check CHECK (type = ANY (ARRAY['wedding'::text, 'quinceanera'::text, 'birthday'::text, 'baptism'::text, 'graduation'::text, 'corporate'::text, 'congress'::text, 'concert'::text, 'other'::text]))
);
CREATE INDEX event_hold_expiry ON public.event USING btree (organization_id, hold_expires_at) WHERE (status = 'tentative'::text);
CREATE INDEX event_start ON public.event USING btree (organization_id, starts_at, id);
CREATE INDEX event_status ON public.event USING btree (organization_id, status, starts_at, id);
CREATE INDEX event_title ON public.event USING btree (organization_id, title, id);
CREATE CONSTRAINT TRIGGER event_claims AFTER INSERT OR UPDATE OF status, starts_at, ends_at ON event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_claims();
CREATE TRIGGER event_local_time BEFORE INSERT OR UPDATE OF local_start, local_end, time_zone, starts_at, ends_at ON event FOR EACH ROW EXECUTE FUNCTION check_local_time();
alter table event enable row level security;
alter table event force row level security;
grant insert, select, update on table event to gestion_app;

-- event_counter
create table event_counter (
  organization_id uuid not null,
  last_number integer default 0 not null,
  constraint event_counter_pkey PRIMARY KEY (organization_id),
  constraint event_counter_last_number_check CHECK (last_number >= 0)
);
alter table event_counter enable row level security;
alter table event_counter force row level security;
grant insert, select, update on table event_counter to gestion_app;

-- event_space
create table event_space (
  organization_id uuid not null,
  event_id uuid not null,
  space_id uuid not null,
  venue_id uuid not null,
  layout_id uuid,
  "position" integer default 0 not null,
  constraint event_space_pkey PRIMARY KEY (organization_id, event_id, space_id)
);
CREATE INDEX event_space_of_space ON public.event_space USING btree (organization_id, space_id);
CREATE CONSTRAINT TRIGGER event_space_claims AFTER INSERT OR DELETE OR UPDATE ON event_space DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_claims();
alter table event_space enable row level security;
alter table event_space force row level security;
grant delete, insert, select, update on table event_space to gestion_app;

-- file
create table file (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  byte_size bigint not null,
  sha256 character(64) not null,
  storage_key text not null,
  thumbnail_key text,
  width integer,
  height integer,
  subject_type text not null,
  subject_id uuid,
  uploaded_by uuid,
  created_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  constraint file_pkey PRIMARY KEY (organization_id, id),
  constraint file_byte_size_check CHECK (byte_size > 0),
  constraint file_name_check CHECK (length(name) >= 1 AND length(name) <= 255)
);
CREATE INDEX file_deleted ON public.file USING btree (organization_id, deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX file_subject ON public.file USING btree (organization_id, subject_type, subject_id, created_at DESC) WHERE (deleted_at IS NULL);
CREATE INDEX file_usage ON public.file USING btree (organization_id) INCLUDE (byte_size) WHERE (deleted_at IS NULL);
alter table file enable row level security;
alter table file force row level security;
grant delete, insert, select, update on table file to gestion_app;

-- idempotency_key
create table idempotency_key (
  organization_id uuid not null,
  caller uuid not null,
  key text not null,
  request_hash text not null,
  status smallint,
  response jsonb,
  created_at timestamp with time zone default now() not null,
  constraint idempotency_key_pkey PRIMARY KEY (organization_id, caller, key),
  constraint idempotency_key_key_check CHECK (length(key) >= 1 AND length(key) <= 255)
);
CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (organization_id, created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
grant delete, insert, select, update on table idempotency_key to gestion_app;

-- invitation
create table invitation (
  organization_id uuid not null,
  id uuid not null,
  email text not null,
  roles text[] not null,
  venue_ids uuid[],
  token_hash text not null,
  invited_by uuid,
  sent_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint invitation_pkey PRIMARY KEY (organization_id, id),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_email_check CHECK (email = lower(email) AND length(email) <= 254),
  constraint invitation_roles_check CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'sales'::text, 'coordinator'::text, 'finance'::text, 'door'::text, 'viewer'::text])
);
CREATE UNIQUE INDEX invitation_open ON public.invitation USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
alter table invitation enable row level security;
alter table invitation force row level security;
grant delete, insert, select, update on table invitation to gestion_app;

-- job_runner
create table job_runner (
  id text not null,
  host text not null,
  started_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  constraint job_runner_pkey PRIMARY KEY (id)
);

-- layout
create table layout (
  organization_id uuid not null,
  id uuid not null,
  space_id uuid not null,
  name text not null,
  capacity integer not null,
  "position" integer default 0 not null,
  constraint layout_pkey PRIMARY KEY (organization_id, id),
  constraint layout_organization_id_space_id_id_key UNIQUE (organization_id, space_id, id),
  constraint layout_organization_id_space_id_name_key UNIQUE (organization_id, space_id, name),
  constraint layout_capacity_check CHECK (capacity >= 1 AND capacity <= 1000000),
  constraint layout_name_check CHECK (length(name) >= 1 AND length(name) <= 60)
);
alter table layout enable row level security;
alter table layout force row level security;
grant delete, insert, select, update on table layout to gestion_app;

-- member
create table member (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  roles text[] not null,
  venue_ids uuid[],
  last_seen_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint member_pkey PRIMARY KEY (organization_id, id),
  constraint member_organization_id_user_id_key UNIQUE (organization_id, user_id),
  constraint member_roles_check CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'sales'::text, 'coordinator'::text, 'finance'::text, 'door'::text, 'viewer'::text])
);
CREATE INDEX member_user ON public.member USING btree (user_id);
alter table member enable row level security;
alter table member force row level security;
grant delete, insert, select, update on table member to gestion_app;

-- message
create table message (
  organization_id uuid not null,
  id uuid not null,
  channel text default 'email'::text not null,
  template text not null,
  locale text not null,
  recipient text not null,
  recipient_name text,
  subject text not null,
  html text not null,
  body text not null,
  sealed_link text,
  state text default 'queued'::text not null,
  attempts integer default 0 not null,
  claimed_until timestamp with time zone,
  last_error text,
  transport text,
  provider_id text,
  subject_type text,
  subject_id uuid,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  bounced_at timestamp with time zone,
  search text generated always as (search_key((((recipient || ' '::text) || COALESCE(recipient_name, ''::text)) || ' '::text) || subject)) stored not null,
  constraint message_pkey PRIMARY KEY (organization_id, id),
  constraint message_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'whatsapp'::text])),
  constraint message_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'bounced'::text])),
  constraint message_transport_check CHECK (transport = ANY (ARRAY['smtp'::text, 'mailbox'::text]))
);
CREATE INDEX message_state ON public.message USING btree (organization_id, state, created_at DESC, id DESC);
CREATE INDEX message_subject ON public.message USING btree (organization_id, subject_type, subject_id);
CREATE INDEX message_time ON public.message USING btree (organization_id, created_at DESC, id DESC);
alter table message enable row level security;
alter table message force row level security;
grant delete, insert, select, update on table message to gestion_app;

-- organization
create table organization (
  id uuid not null,
  kind text default 'customer'::text not null,
  name text not null,
  slug text not null,
  country character(2) not null,
  time_zone text not null,
  currency character(3) not null,
  file_quota_bytes bigint default '5368709120'::bigint not null,
  set_up_at timestamp with time zone,
  closed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  logo_file_id uuid,
  demo boolean default false not null,
  demo_as_of date,
  constraint organization_pkey PRIMARY KEY (id),
  constraint organization_slug_key UNIQUE (slug),
  constraint organization_check CHECK (demo = (demo_as_of IS NOT NULL)),
  constraint organization_country_check CHECK (country::text = upper(country::text)),
  constraint organization_currency_check CHECK (currency::text = upper(currency::text)),
  constraint organization_file_quota_bytes_check CHECK (file_quota_bytes >= 0),
  constraint organization_kind_check CHECK (kind = ANY (ARRAY['customer'::text, 'platform'::text])),
  constraint organization_name_check CHECK (length(name) >= 1 AND length(name) <= 120),
  constraint organization_slug_check CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'::text)
);
alter table organization enable row level security;
alter table organization force row level security;
grant delete, insert, select, update on table organization to gestion_app;

-- passkey
create table passkey (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  backed_up boolean not null,
  transports text[] default '{}'::text[] not null,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_name_check CHECK (length(name) >= 1 AND length(name) <= 80)
);
CREATE INDEX passkey_user ON public.passkey USING btree (user_id);
grant delete, insert, select, update on table passkey to gestion_app;

-- recovery_code
create table recovery_code (
  user_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (user_id, code_hash)
);
grant delete, insert, select, update on table recovery_code to gestion_app;

-- session
create table session (
  id uuid not null,
  user_id uuid not null,
  token_hash text not null,
  active_organization_id uuid,
  ip_address text,
  user_agent text,
  authenticated_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
CREATE INDEX session_person ON public.session USING btree (user_id, expires_at);
grant delete, insert, select, update on table session to gestion_app;

-- shift
create table shift (
  organization_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null,
  starts time without time zone not null,
  ends time without time zone not null,
  "position" integer default 0 not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint shift_pkey PRIMARY KEY (organization_id, id),
  constraint shift_check CHECK (ends <> starts),
  constraint shift_name_check CHECK (length(name) >= 1 AND length(name) <= 60)
);
CREATE UNIQUE INDEX shift_name ON public.shift USING btree (organization_id, venue_id, search_key(name)) WHERE (archived_at IS NULL);
alter table shift enable row level security;
alter table shift force row level security;
grant delete, insert, select, update on table shift to gestion_app;

-- space
create table space (
  organization_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null,
  capacity integer not null,
  setup_minutes integer default 0 not null,
  teardown_minutes integer default 0 not null,
  "position" integer default 0 not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint space_pkey PRIMARY KEY (organization_id, id),
  constraint space_organization_id_venue_id_id_key UNIQUE (organization_id, venue_id, id),
  constraint space_capacity_check CHECK (capacity >= 1 AND capacity <= 1000000),
  constraint space_name_check CHECK (length(name) >= 1 AND length(name) <= 120),
  constraint space_setup_minutes_check CHECK (setup_minutes >= 0 AND setup_minutes <= 2880),
  constraint space_teardown_minutes_check CHECK (teardown_minutes >= 0 AND teardown_minutes <= 2880)
);
CREATE UNIQUE INDEX space_name ON public.space USING btree (organization_id, venue_id, search_key(name)) WHERE (archived_at IS NULL);
alter table space enable row level security;
alter table space force row level security;
grant delete, insert, select, update on table space to gestion_app;

-- space_atom
create table space_atom (
  organization_id uuid not null,
  space_id uuid not null,
  atom_id uuid not null,
  venue_id uuid not null,
  valid daterange default daterange(NULL::date, NULL::date) not null,
  constraint space_atom_pkey PRIMARY KEY (organization_id, space_id, atom_id, valid),
  constraint space_atom_one_version_a_day EXCLUDE USING gist (organization_id WITH =, space_id WITH =, atom_id WITH =, valid WITH &&),
  constraint space_atom_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX space_atom_of_atom ON public.space_atom USING btree (organization_id, atom_id);
alter table space_atom enable row level security;
alter table space_atom force row level security;
grant delete, insert, select, update on table space_atom to gestion_app;

-- two_factor
create table two_factor (
  user_id uuid not null,
  sealed_secret text not null,
  last_step bigint default 0 not null,
  confirmed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint two_factor_pkey PRIMARY KEY (user_id)
);
grant delete, insert, select, update on table two_factor to gestion_app;

-- venue
create table venue (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  address text,
  time_zone text not null,
  currency character(3) not null,
  day_cutoff time without time zone default '06:00:00'::time without time zone not null,
  "position" integer default 0 not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint venue_pkey PRIMARY KEY (organization_id, id),
  constraint venue_address_check CHECK (length(address) >= 1 AND length(address) <= 300),
  constraint venue_currency_check CHECK (currency::text = upper(currency::text)),
  constraint venue_name_check CHECK (length(name) >= 1 AND length(name) <= 120)
);
CREATE UNIQUE INDEX venue_name ON public.venue USING btree (organization_id, search_key(name)) WHERE (archived_at IS NULL);
alter table venue enable row level security;
alter table venue force row level security;
grant delete, insert, select, update on table venue to gestion_app;

-- verification
create table verification (
  id uuid not null,
  user_id uuid not null,
  purpose text not null,
  token_hash text not null,
  new_email text,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  constraint verification_pkey PRIMARY KEY (id),
  constraint verification_token_hash_key UNIQUE (token_hash),
  constraint verification_new_email_check CHECK (new_email = lower(new_email) AND length(new_email) <= 254),
  constraint verification_purpose_check CHECK (purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text, 'change_email'::text, 'two_factor'::text]))
);
CREATE INDEX verification_expiry ON public.verification USING btree (expires_at);
CREATE INDEX verification_user ON public.verification USING btree (user_id, purpose);
grant delete, insert, select, update on table verification to gestion_app;

-- Foreign keys
alter table allocation add constraint allocation_organization_id_atom_id_fkey FOREIGN KEY (organization_id, atom_id) REFERENCES atom(organization_id, id);
alter table allocation add constraint allocation_organization_id_closure_id_fkey FOREIGN KEY (organization_id, closure_id) REFERENCES closure(organization_id, id) ON DELETE CASCADE;
alter table allocation add constraint allocation_organization_id_event_id_space_id_fkey FOREIGN KEY (organization_id, event_id, space_id) REFERENCES event_space(organization_id, event_id, space_id) ON DELETE CASCADE;
alter table allocation add constraint allocation_organization_id_space_id_fkey FOREIGN KEY (organization_id, space_id) REFERENCES space(organization_id, id);
alter table api_key add constraint api_key_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table atom add constraint atom_organization_id_venue_id_fkey FOREIGN KEY (organization_id, venue_id) REFERENCES venue(organization_id, id) ON DELETE CASCADE;
alter table audit_entry add constraint audit_entry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table closure add constraint closure_organization_id_venue_id_space_id_fkey FOREIGN KEY (organization_id, venue_id, space_id) REFERENCES space(organization_id, venue_id, id);
alter table credential add constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table event add constraint event_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table event add constraint event_organization_id_venue_id_fkey FOREIGN KEY (organization_id, venue_id) REFERENCES venue(organization_id, id);
alter table event_counter add constraint event_counter_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table event_space add constraint event_space_organization_id_event_id_venue_id_fkey FOREIGN KEY (organization_id, event_id, venue_id) REFERENCES event(organization_id, id, venue_id) ON DELETE CASCADE;
alter table event_space add constraint event_space_organization_id_space_id_layout_id_fkey FOREIGN KEY (organization_id, space_id, layout_id) REFERENCES layout(organization_id, space_id, id);
alter table event_space add constraint event_space_organization_id_venue_id_space_id_fkey FOREIGN KEY (organization_id, venue_id, space_id) REFERENCES space(organization_id, venue_id, id);
alter table file add constraint file_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table idempotency_key add constraint idempotency_key_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table invitation add constraint invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table layout add constraint layout_organization_id_space_id_fkey FOREIGN KEY (organization_id, space_id) REFERENCES space(organization_id, id) ON DELETE CASCADE;
alter table member add constraint member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table member add constraint member_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table message add constraint message_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table organization add constraint organization_logo FOREIGN KEY (id, logo_file_id) REFERENCES file(organization_id, id) ON DELETE SET NULL (logo_file_id);
alter table passkey add constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table recovery_code add constraint recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table session add constraint session_active_organization FOREIGN KEY (active_organization_id) REFERENCES organization(id) ON DELETE SET NULL;
alter table session add constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table shift add constraint shift_organization_id_venue_id_fkey FOREIGN KEY (organization_id, venue_id) REFERENCES venue(organization_id, id) ON DELETE CASCADE;
alter table space add constraint space_organization_id_venue_id_fkey FOREIGN KEY (organization_id, venue_id) REFERENCES venue(organization_id, id) ON DELETE CASCADE;
alter table space_atom add constraint space_atom_organization_id_venue_id_atom_id_fkey FOREIGN KEY (organization_id, venue_id, atom_id) REFERENCES atom(organization_id, venue_id, id) ON DELETE CASCADE;
alter table space_atom add constraint space_atom_organization_id_venue_id_space_id_fkey FOREIGN KEY (organization_id, venue_id, space_id) REFERENCES space(organization_id, venue_id, id) ON DELETE CASCADE;
alter table two_factor add constraint two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;
alter table venue add constraint venue_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;
alter table verification add constraint verification_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

-- Row-level security
create policy tenant on allocation as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy holder_of_secret on api_key as permissive for select to public
  using (key_hash = (( SELECT current_secret_hash() AS current_secret_hash)));
create policy tenant on api_key as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on atom as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on audit_entry as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on closure as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on event as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on event_counter as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on event_space as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on file as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on idempotency_key as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy holder_of_secret on invitation as permissive for select to public
  using (token_hash = (( SELECT current_secret_hash() AS current_secret_hash)));
create policy tenant on invitation as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on layout as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy own_places on member as permissive for select to public
  using (user_id = (( SELECT current_app_user() AS current_app_user)));
create policy tenant on member as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on message as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy installation on organization as permissive for select to public
  using ((( SELECT current_organization() AS current_organization)) = '00000000-0000-7000-8000-000000000000'::uuid);
create policy own_places on organization as permissive for select to public
  using (closed_at IS NULL AND (id IN ( SELECT m.organization_id
   FROM member m
  WHERE m.user_id = (( SELECT current_app_user() AS current_app_user)))));
create policy tenant on organization as permissive for all to public
  using (id = (( SELECT current_organization() AS current_organization)))
  with check (id = (( SELECT current_organization() AS current_organization)));
create policy tenant on shift as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on space as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on space_atom as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));
create policy tenant on venue as permissive for all to public
  using (organization_id = (( SELECT current_organization() AS current_organization)))
  with check (organization_id = (( SELECT current_organization() AS current_organization)));

-- Rights on what is not a table
revoke all on function demo_people() from public;
revoke all on function enqueue_job(text,json,timestamp with time zone,integer,text) from public;
revoke all on function organization_jobs() from public;
revoke all on function purge_closed_organization(integer) from public;
revoke all on function queue_state() from public;
revoke all on function retry_dead_job(bigint) from public;
grant execute on function demo_people() to gestion_app;
grant execute on function enqueue_job(text,json,timestamp with time zone,integer,text) to gestion_app;
grant execute on function organization_jobs() to gestion_app;
grant execute on function purge_closed_organization(integer) to gestion_app;
grant execute on function queue_state() to gestion_app;
grant execute on function retry_dead_job(bigint) to gestion_app;
grant execute on function session_actor(text,timestamp with time zone) to gestion_app;
grant execute on function session_actor(text,timestamp with time zone) to public;
grant usage on schema public to gestion_app;
grant usage on schema public to public;
