-- Scripted bots: a draft, immutable versions, and the runs pinned to them.
create schema flows;
grant usage on schema flows to cq_app, cq_system, cq_auditor;

create table flows.flow (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null,
  draft jsonb not null,
  draft_of integer not null default 0,
  published_version_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
call platform.protect('flows.flow');

create table flows.version (
  tenant_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  number integer not null,
  note text,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, flow_id, number),
  foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id)
);
call platform.protect('flows.version');
alter table flows.flow add foreign key (tenant_id, published_version_id) references flows.version (tenant_id, id);

-- Versions never change: runs are pinned to them.
create function flows.refuse_change() returns trigger language plpgsql as $$ begin raise exception 'a published version is immutable'; end $$;
create trigger version_immutable before update on flows.version for each row execute function flows.refuse_change();

create table flows.run (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  flow_id uuid not null,
  version_id uuid not null,
  status text not null check (status in ('active', 'finished', 'transferred', 'closed', 'timed_out', 'stopped', 'failed')),
  state jsonb not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references flows.version (tenant_id, id),
  foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id)
) with (fillfactor = 70);
create unique index run_active on flows.run (tenant_id, conversation_id) where status = 'active';
create index run_flow on flows.run (tenant_id, flow_id, id desc);
call platform.protect('flows.run');

alter table channels.channel add foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id);

-- migrate:down
alter table channels.channel drop constraint channel_tenant_id_flow_id_fkey;
drop schema flows cascade;
