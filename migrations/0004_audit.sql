-- Who did what, before and after. Rows are added in the transaction of the deed and never change.

create table audit_entry (
  organization_id uuid not null references organization (id),
  id uuid not null,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('user', 'api_key', 'client_link', 'guest', 'system', 'webhook')),
  actor_id uuid,
  actor_name text not null,
  action text not null, -- noun.verb_in_the_past
  subject_type text not null,
  subject_id uuid,
  subject_name text,
  before jsonb,
  after jsonb,
  ip text,
  user_agent text,
  request_id text,
  -- For search as you type. A column and not an index of trigrams: under row-level security only leakproof operators
  -- may use an index, and LIKE is none; this is read along audit_entry_time, newest first, until a page is full.
  search text not null generated always as
    (search_key(coalesce(subject_name, '') || ' ' || actor_name || ' ' || action || ' ' || coalesce(ip, ''))) stored,
  primary key (organization_id, id)
);
create index audit_entry_time on audit_entry (organization_id, at desc, id desc);
create index audit_entry_subject on audit_entry (organization_id, subject_type, subject_id, at desc);
create index audit_entry_actor on audit_entry (organization_id, actor_id, at desc);
select make_tenant_table('audit_entry', 'select, insert');

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function refuse_change();
