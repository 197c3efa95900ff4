-- What every later migration stands on: extensions, the application's role, and the two walls between organizations.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The application runs as this role (connection option `role=gestion_app`): no ownership, no BYPASSRLS.
do $$
begin
  if not exists (select from pg_roles where rolname = 'gestion_app') then
    create role gestion_app nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the cluster made it just now
end $$;

do $$
begin
  execute format('grant gestion_app to %I', current_user);
end $$;

grant usage on schema public to gestion_app;

-- Set by each transaction (platform/transaction.ts). Without them a transaction sees no tenant rows.
create function current_organization() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organization_id', true), '')::uuid;

create function current_app_user() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;

-- Gives a table with `organization_id` its row-level security and the application its rights.
create function make_tenant_table(name regclass, privileges text default 'select, insert, update, delete') returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant on %s using (organization_id = (select current_organization()))'
    ' with check (organization_id = (select current_organization()))', name);
  execute format('grant %s on %s to gestion_app', privileges, name);
end $$;

-- Trigger for what may only be added to. One exception, not open to the application's role: an organization that was
-- closed long enough ago goes as a whole (purge_closed_organization, 0003).
create function refuse_change() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_user <> 'gestion_app'
     and current_setting('app.purging', true) = (to_jsonb(old) ->> 'organization_id') then
    return old;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

-- For search as you type: without accents and case. Immutable so that an index can hold it.
create function search_key(text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));
