-- Stored files by content; bytes live in the file store.
create schema files;
grant usage on schema files to cq_app, cq_system, cq_auditor;

create table files.file (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null,
  mime text not null,
  size bigint not null check (size >= 0),
  sha256 bytea not null,
  location text not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
call platform.protect('files.file');

-- migrate:down
drop schema files cascade;
