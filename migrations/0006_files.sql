-- Files: the bytes are on a volume or in S3; what they are and whose is here.

create table file (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  byte_size bigint not null check (byte_size > 0),
  sha256 char(64) not null,
  storage_key text not null,
  thumbnail_key text,
  width integer,
  height integer,
  subject_type text not null,
  subject_id uuid,
  uploaded_by uuid, -- member.id as it was then
  created_at timestamptz not null default now(),
  deleted_at timestamptz, -- the bytes go later, by a job
  primary key (organization_id, id)
);
create index file_subject on file (organization_id, subject_type, subject_id, created_at desc) where deleted_at is null;
create index file_usage on file (organization_id) include (byte_size) where deleted_at is null; -- what counts against the quota
create index file_deleted on file (organization_id, deleted_at) where deleted_at is not null;
select make_tenant_table('file');

alter table organization add column logo_file_id uuid;
alter table organization add constraint organization_logo
  foreign key (id, logo_file_id) references file (organization_id, id) on delete set null (logo_file_id);
