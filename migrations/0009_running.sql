-- What keeps the product running: who works on jobs, and the installation's view of its organizations.

-- One row per job runner, renewed every 15 seconds. Jobs of a runner that fell silent for a minute are set free
-- (worker/heartbeat.ts); graphile-worker alone would wait four hours. For the owner of the schema only.
create table job_runner (
  id text primary key, -- graphile_worker's locked_by
  host text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);

-- A job of the installation itself goes through all organizations, one after the other. It sees that they are there;
-- what is theirs it only sees by acting in each.
create policy installation on organization for select
  using ((select current_organization()) = '00000000-0000-7000-8000-000000000000');
