-- Jobs are graphile-worker's. The application may only add one to the transaction of its deed, and look at its own.

create function enqueue_job(task text, payload json, run_at timestamptz, max_attempts integer, job_key text) returns bigint
  language sql security definer set search_path = pg_catalog, public
  as $$
    select id from graphile_worker.add_job(
      identifier => task, payload => payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key)
  $$;

create type job_view as (
  id bigint, task text, payload json, attempts smallint, max_attempts smallint, last_error text,
  run_at timestamptz, created_at timestamptz, locked_at timestamptz
);

-- The jobs of the current organization that wait, run or are dead (no attempts left).
create function organization_jobs() returns setof job_view
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select j.id, t.identifier, j.payload, j.attempts, j.max_attempts, j.last_error, j.run_at, j.created_at, j.locked_at
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'organizationId' = current_organization()::text
  $$;

-- Gives a dead job of the current organization its attempts back and runs it now. False: no such dead job.
create function retry_dead_job(job_id bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public
  as $$
    select count(*) > 0 from graphile_worker.reschedule_jobs(
      array(select id from organization_jobs() where id = job_id and attempts >= max_attempts), run_at => now(), attempts => 0)
  $$;

-- How the queue is, for /api/health and /metrics: no payloads, no organizations.
create function queue_state(out waiting bigint, out overdue bigint, out dead bigint, out oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select count(*) filter (where attempts < max_attempts),
           count(*) filter (where attempts < max_attempts and run_at < now() - interval '5 minutes' and locked_at is null),
           count(*) filter (where attempts >= max_attempts),
           coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and locked_at is null)), 0)::double precision
    from graphile_worker._private_jobs
  $$;

revoke all on function enqueue_job, organization_jobs, retry_dead_job, queue_state from public;
grant execute on function enqueue_job, organization_jobs, retry_dead_job, queue_state to gestion_app;

-- A message is written in the transaction of the deed and sent after its commit.
create table message (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  channel text not null default 'email' check (channel in ('email', 'whatsapp')),
  template text not null,
  locale text not null,
  recipient text not null,
  recipient_name text,
  subject text not null,
  html text not null,
  body text not null,
  sealed_link text, -- the secret link, sealed; html and body have a placeholder for it; gone once sent
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'bounced')),
  attempts integer not null default 0,
  claimed_until timestamptz, -- a worker is sending it; the SMTP conversation is held outside of any transaction
  last_error text,
  transport text check (transport in ('smtp', 'mailbox')), -- mailbox: kept on this machine and shown on a page
  provider_id text, -- Message-ID, the same at every attempt
  subject_type text,
  subject_id uuid,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  bounced_at timestamptz,
  -- For search as you type; a column and not an index of trigrams, for the reason that audit_entry gives (0004).
  search text not null generated always as
    (search_key(recipient || ' ' || coalesce(recipient_name, '') || ' ' || subject)) stored,
  primary key (organization_id, id)
);
create index message_time on message (organization_id, created_at desc, id desc);
create index message_state on message (organization_id, state, created_at desc, id desc);
create index message_subject on message (organization_id, subject_type, subject_id);
select make_tenant_table('message');
